package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Puts lines together to passages. A blank line, a bullet and what begins an entry of its kind part them. A paragraph
 * that was wrapped, or torn by the end of a page, is joined: its continuation begins in lower case; or it does not, and
 * the line before had no room for its first word.
 */
final class Passages {

    /** How the entries of a section stand on its lines. */
    enum Layout {
        /** Paragraphs, which may be wrapped. */
        PARAGRAPHS,
        /** Entries that may stand one to a line. */
        LINES
    }

    /** How much shorter than the widest a line is that certainly had room: proportional type varies that much. */
    private static final double ROOM = 0.8;

    /** A document whose widest lines are longer has paragraphs that are not wrapped. */
    private static final int WRAPPED = 160;

    private final Layout layout;
    private final Predicate<String> beginsEntry;
    private final int measure;

    private final List<Passage> passages = new ArrayList<>();
    private final List<Lines> possibleSplits = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Line first;
    private @Nullable Line last;
    private int widest;

    /** @param measure the width of the document's widest line */
    Passages(Layout layout, Predicate<String> beginsEntry, int measure) {
        this.layout = layout;
        this.beginsEntry = beginsEntry;
        this.measure = measure;
    }

    List<Passage> of(List<Line> lines) {
        var parted = true;
        var acrossPages = false;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank()) {
                parted = true;
                acrossPages |= line.isBetweenPages();
                continue;
            }
            if (parted) {
                widest = widestOfBlock(lines, i);
            }
            if (!(parted ? resumes(line) || (acrossPages && runsOn(line)) : continues(line))) {
                flush();
            }
            append(line);
            parted = false;
            acrossPages = false;
        }
        flush();
        return List.copyOf(passages);
    }

    /** Where a paragraph begins in lower case after one that ended as a sentence does. */
    List<Lines> possibleSplits() {
        return List.copyOf(possibleSplits);
    }

    /** Whether a line is the rest of a paragraph that was torn, across a blank line. */
    private boolean resumes(Line line) {
        if (first == null
                || startsAnew(line)
                || !Character.isLowerCase(line.text().charAt(0))) {
            return false;
        }
        var listInLowerCase = Character.isLowerCase(text.charAt(0));
        if (listInLowerCase) {
            return false;
        }
        if (endsSentence()) {
            possibleSplits.add(line.lines());
            return false;
        }
        return true;
    }

    /** Whether a line goes on, on the next page, where the last line of a page had no room for its first word. */
    private boolean runsOn(Line line) {
        return first != null
                && last != null
                && measure <= WRAPPED
                && !startsAnew(line)
                && !endsSentence()
                && last.width() + 1 + firstWord(line.text()) > measure * ROOM;
    }

    /** Whether a line is the rest of the one directly above it. */
    private boolean continues(Line line) {
        if (first == null || last == null || startsAnew(line)) {
            return false;
        }
        if ((Character.isLowerCase(line.text().charAt(0)) || line.text().startsWith("("))
                && !(text.charAt(text.length() - 1) == ':' && layout == Layout.LINES)) {
            return true;
        }
        var needed = last.width() + 1 + firstWord(line.text());
        if (needed <= widest * ROOM) {
            return false;
        }
        if (layout == Layout.LINES) {
            return needed > measure * ROOM && !endsSentence();
        }
        return needed > measure * ROOM || !endsSentence();
    }

    private boolean startsAnew(Line line) {
        return line.bulleted()
                || line.text().isEmpty()
                || line.alternative().isPresent()
                || beginsEntry.test(line.text())
                || (first != null && first.equals(last) && first.alternative().isPresent());
    }

    private boolean endsSentence() {
        var at = text.length() - 1;
        while (at > 0 && "\"”’')]*".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && ".!?:".indexOf(text.charAt(at)) >= 0;
    }

    private void append(Line line) {
        if (first == null) {
            first = line;
        } else if ("-/".indexOf(text.charAt(text.length() - 1)) < 0
                || text.length() < 2
                || text.charAt(text.length() - 2) == ' ') {
            text.append(' ');
        }
        text.append(line.text());
        last = line;
    }

    private void flush() {
        if (first != null && last != null && !text.isEmpty()) {
            passages.add(new Passage(text.toString(), first.lines().through(last.lines()), first.bulleted()));
        }
        text.setLength(0);
        first = null;
        last = null;
    }

    private static int firstWord(String text) {
        var blank = text.indexOf(' ');
        return blank < 0 ? text.length() : blank;
    }

    private static int widestOfBlock(List<Line> lines, int from) {
        var widest = 0;
        for (var i = from; i < lines.size() && !lines.get(i).isBlank(); i++) {
            widest = Math.max(widest, lines.get(i).width());
        }
        return widest;
    }

    /** Joins what stands to both sides of {@code -OR-}, and {@code By position:} to what it qualifies. */
    static List<Passage> qualified(List<Passage> passages) {
        var joined = new ArrayList<Passage>();
        Passage pending = null;
        for (var passage : passages) {
            var previous = joined.isEmpty() ? Optional.<Passage>empty() : Optional.of(joined.getLast());
            if (pending != null) {
                joined.add(pending.followedBy(pending.marked().endsWith("\n") ? "" : " ", passage));
                pending = null;
            } else if (passage.alternative().isPresent() && previous.isPresent()) {
                joined.removeLast();
                pending = previous.get()
                        .followedBy(
                                Passage.ALTERNATIVE.formatted(
                                        passage.alternative().get()),
                                new Passage("", passage.lines(), false));
            } else if (isQualifier(passage)) {
                pending = passage;
            } else {
                joined.add(passage);
            }
        }
        if (pending != null) {
            joined.add(new Passage(pending.marked().strip(), pending.lines(), pending.bulleted()));
        }
        return joined;
    }

    private static boolean isQualifier(Passage passage) {
        var key = passage.marked().length() > 20 ? "" : Headings.key(passage.marked());
        return key.equals("by position") || key.equals("by assignment");
    }
}
