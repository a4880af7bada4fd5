package city.planofrecord.notice.noticedocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts the lines of a notice into its blocks; every line that is not blank goes into exactly one. */
final class Blocks {

    /** One line for each spelling, in capitals and without a closing colon. */
    private static final Set<String> FORMULAS = Set.of(
            "POSTING IS REQUIRED",
            "POSTING REQUIRED",
            "CLASSIFICATION NOTICE",
            "PUBLIC NOTICE OF CHANGES",
            "PUBLIC NOTICE OF CHANGE",
            "PUBLIC NOTICE");

    private static final int LONGEST_HEADING = 120;
    private static final int FEWEST_LETTERS = 5;
    private static final int FEWEST_LETTERS_INSIDE = 8;
    private static final int LINES_THAT_SHOW_THE_MARGIN = 40;
    private static final double SHORT_OF_THE_MARGIN = 0.8;
    private static final Pattern ENDS_A_SENTENCE = Pattern.compile(".*[.!?:][\"\u201d)]?");

    private final List<Line> lines;
    private final List<Block> blocks = new ArrayList<>();
    private int next;

    private Blocks(List<Line> lines) {
        this.lines = lines;
    }

    static List<Block> of(List<Line> lines) {
        return new Blocks(lines).read();
    }

    private List<Block> read() {
        while (next < lines.size()) {
            var line = lines.get(next);
            if (line.isBlank()) {
                next++;
            } else {
                blocks.add(block(line));
            }
        }
        return blocks;
    }

    private Block block(Line line) {
        var number = NumberLine.of(line.plain());
        if (number.isPresent()) {
            next++;
            return new Block.Numbered(number.get(), line.lines());
        }
        if (isFormula(line)) {
            next++;
            return new Block.Formula(line.lines());
        }
        var label = Label.of(line.plain());
        if (label.isPresent()) {
            return entry(line, label.get());
        }
        var heading = SectionHeading.of(line.plain());
        if (heading.isPresent()) {
            next++;
            return table(heading.get(), line.lines());
        }
        if (next + 1 < lines.size() && isCapitals(line) && isCapitals(lines.get(next + 1))) {
            heading = SectionHeading.of(line.plain() + " " + lines.get(next + 1).plain());
            if (heading.isPresent()) {
                next += 2;
                return table(heading.get(), line.lines().and(lines.get(next - 1).lines()));
            }
        }
        if (isUnknownHeading(line, FEWEST_LETTERS) || ColumnGroup.headedBy(line).isPresent()) {
            return unknown(line);
        }
        return paragraph();
    }

    private Block entry(Line line, Label.Labelled labelled) {
        int margin = margin();
        next++;
        var text = new StringBuilder(labelled.value());
        var span = line.lines();
        while (next < lines.size()
                && !lines.get(next).isBlank()
                && Label.of(lines.get(next).plain()).isEmpty()
                && !beginsAnother(lines.get(next))
                && (labelled.value().isEmpty()
                        || startsSmall(lines.get(next))
                        || !isShort(lines.get(next - 1), lines.get(next), margin))) {
            append(text, lines.get(next));
            span = span.and(lines.get(next).lines());
            next++;
        }
        return new Block.Entry(labelled.label(), text.toString(), span);
    }

    private Block table(SectionHeading heading, Lines headingLines) {
        var groups = new ArrayList<ColumnGroup>();
        var strays = new ArrayList<Line>();
        var span = headingLines;
        while (next < lines.size()) {
            var line = lines.get(next);
            if (line.isBlank()) {
                next++;
                continue;
            }
            var group = ColumnGroup.headedBy(line);
            if (group.isPresent()) {
                if (!groups.isEmpty() && group.get().isTable()) {
                    break;
                }
                groups.add(group.get());
            } else if (isHeading(line)) {
                break;
            } else if (groups.isEmpty()) {
                if (line.cells().size() == 1) {
                    break;
                }
                strays.add(line);
            } else if (!groups.getLast().takes(line)) {
                break;
            }
            span = span.and(line.lines());
            next++;
        }
        return new Block.Table(heading, groups, strays, span);
    }

    /** An unknown heading takes all that follows it, up to what a rule knows. */
    private Block unknown(Line heading) {
        next++;
        var span = heading.lines();
        boolean table = ColumnGroup.headedBy(heading).isPresent();
        while (next < lines.size()) {
            var line = lines.get(next);
            if (line.isBlank()) {
                next++;
                continue;
            }
            if (isHeading(line) || Label.of(line.plain()).isPresent()) {
                break;
            }
            var paragraph = textOfParagraph();
            if (ParagraphRule.claiming(paragraph.text()).isPresent()) {
                break;
            }
            table = table || ColumnGroup.headedBy(line).isPresent();
            span = span.and(paragraph.lines());
            next = paragraph.end();
        }
        return new Block.UnknownSection(heading.plain(), table, span);
    }

    private Block paragraph() {
        var paragraph = textOfParagraph();
        next = paragraph.end();
        return new Block.Paragraph(paragraph.text(), paragraph.lines());
    }

    private record Reach(String text, Lines lines, int end) {}

    /** The paragraph that begins here: hard-wrapped lines are joined, also over a page break in the middle of a sentence. */
    private Reach textOfParagraph() {
        int margin = margin();
        var text = new StringBuilder();
        append(text, lines.get(next));
        var span = lines.get(next).lines();
        int last = next;
        for (int i = next + 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            boolean goesOn = i == last + 1
                    ? !beginsAnother(line) && !endsParagraph(lines.get(last), line, margin)
                    : startsSmall(line) && !endsASentence(lines.get(last));
            if (!goesOn) {
                break;
            }
            append(text, line);
            span = span.and(line.lines());
            last = i;
        }
        return new Reach(text.toString(), span, last + 1);
    }

    private int margin() {
        int margin = 0;
        int end = Math.min(lines.size(), next + LINES_THAT_SHOW_THE_MARGIN);
        for (int i = next; i < end && !lines.get(i).isBlank(); i++) {
            margin = Math.max(margin, lines.get(i).text().length());
        }
        return margin;
    }

    private static boolean endsParagraph(Line line, Line following, int margin) {
        return endsASentence(line) && (isShort(line, following, margin) || ParagraphRule.opens(following.plain()));
    }

    /** Whether a line ends so far from the margin that the next word would have fitted. */
    private static boolean isShort(Line line, Line following, int margin) {
        int blank = following.text().indexOf(' ');
        int word = blank < 0 ? following.text().length() : blank;
        return line.text().length() + 1 + word < margin * SHORT_OF_THE_MARGIN;
    }

    private static boolean startsSmall(Line line) {
        return Character.isLowerCase(line.text().codePointAt(0));
    }

    private static boolean endsASentence(Line line) {
        return ENDS_A_SENTENCE.matcher(line.text()).matches();
    }

    private static void append(StringBuilder text, Line line) {
        var plain = line.plain();
        if (text.isEmpty()) {
            text.append(plain);
            return;
        }
        boolean hyphenated = text.length() > 1
                && text.charAt(text.length() - 1) == '-'
                && Character.isLetter(text.charAt(text.length() - 2))
                && Character.isLowerCase(plain.codePointAt(0));
        text.append(hyphenated ? "" : " ").append(plain);
    }

    private boolean beginsAnother(Line line) {
        return isHeading(line) || ColumnGroup.headedBy(line).isPresent();
    }

    private static boolean isHeading(Line line) {
        return NumberLine.of(line.plain()).isPresent()
                || isFormula(line)
                || SectionHeading.of(line.plain()).isPresent()
                || isUnknownHeading(line, FEWEST_LETTERS_INSIDE);
    }

    private static boolean isFormula(Line line) {
        return line.text().length() <= LONGEST_HEADING && FORMULAS.contains(SectionHeading.inCapitals(line.text()));
    }

    private static boolean isUnknownHeading(Line line, int fewestLetters) {
        return isCapitals(line)
                && line.text().chars().filter(Character::isLetter).count() >= fewestLetters
                && line.cells().size() == 1;
    }

    private static boolean isCapitals(Line line) {
        var text = line.text();
        return text.length() <= LONGEST_HEADING
                && text.chars().anyMatch(Character::isLetter)
                && !text.endsWith(".")
                && text.equals(text.toUpperCase(Locale.ROOT))
                && Optional.of(text).filter(Pay::resembles).isEmpty();
    }
}
