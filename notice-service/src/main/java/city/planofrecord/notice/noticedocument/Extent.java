package city.planofrecord.notice.noticedocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the notice ends and what is attached begins.
 *
 * @param notice the lines of the notice, cleaned, without page numbers
 * @param tooLong the line, counted from 1, with which the text became longer than any notice
 */
record Extent(List<Line> notice, Optional<Integer> attachmentsBegin, Optional<Integer> tooLong) {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_LINES = 20_000;
    private static final int MOST_IN_A_LINE = 20_000;
    private static final int LONGEST_HEADING = 160;
    private static final int LONGEST_TITLE = 80;
    private static final int MOST_TITLES = 4;

    /** The heading with which a specification begins, in capitals. */
    private static final Pattern SPECIFICATION = Pattern.compile("#{0,6} ?GENERAL STATEMENT(?: OF(?: CLASS)? DUTIES)?");

    private static final Pattern FIRST_PAGE = Pattern.compile("PAGE 1 OF \\d{1,4}");
    private static final Pattern ENDS_A_SENTENCE = Pattern.compile(".*[.!?][\"\u201d)]?");
    private static final Pattern ENDS_A_CLAUSE = Pattern.compile(".*[.!?:;,\"\u201d]");

    static Extent of(List<String> lines) {
        int page = -1;
        int characters = 0;
        for (int i = 0; i < lines.size(); i++) {
            var raw = lines.get(i);
            characters += raw.length() + 1;
            if (characters > MOST_CHARACTERS || i >= MOST_LINES || raw.length() > MOST_IN_A_LINE) {
                return new Extent(List.of(), Optional.empty(), Optional.of(i + 1));
            }
            if (raw.length() > LONGEST_HEADING && page < 0) {
                continue;
            }
            var line = Line.cleaned(i + 1, raw);
            if (line.isBlank()) {
                continue;
            }
            if (isSpecification(line)) {
                return attachedFrom(beforeTitles(lines, page < 0 ? i : page), lines);
            }
            if (FIRST_PAGE.matcher(line.text().toUpperCase(Locale.ROOT)).matches()) {
                page = page < 0 ? i : page;
            } else if (page >= 0 && belongsToNotice(line)) {
                page = -1;
            }
        }
        return page >= 0 && followedByText(lines, page)
                ? attachedFrom(beforeTitles(lines, page), lines)
                : new Extent(cleaned(lines), Optional.empty(), Optional.empty());
    }

    private static Extent attachedFrom(int index, List<String> lines) {
        return new Extent(cleaned(lines.subList(0, index)), Optional.of(index + 1), Optional.empty());
    }

    private static boolean isSpecification(Line line) {
        return line.text().length() < LONGEST_HEADING
                && SPECIFICATION.matcher(SectionHeading.inCapitals(line.text())).matches();
    }

    private static boolean belongsToNotice(Line line) {
        return NumberLine.of(line.plain()).isPresent()
                || SectionHeading.of(line.plain()).isPresent()
                || ParagraphRule.claiming(line.plain()).isPresent();
    }

    private static boolean followedByText(List<String> lines, int page) {
        return lines.subList(page + 1, lines.size()).stream().anyMatch(line -> !line.isBlank());
    }

    /** The index of the first of the short lines, such as authority and title, that stand before a specification. */
    private static int beforeTitles(List<String> lines, int begin) {
        int first = begin;
        int titles = 0;
        for (int i = begin - 1; i >= 0 && titles < MOST_TITLES; i--) {
            var line = Line.cleaned(i + 1, lines.get(i));
            if (line.isBlank()) {
                continue;
            }
            if (!isTitle(line) || !standsAlone(lines, i)) {
                break;
            }
            first = i;
            titles++;
        }
        return first;
    }

    private static boolean isTitle(Line line) {
        var text = line.text();
        return text.length() <= LONGEST_TITLE
                && line.cells().size() == 1
                && !ENDS_A_CLAUSE.matcher(text).matches()
                && !Pay.resembles(text)
                && Label.of(text).isEmpty()
                && !belongsToNotice(line);
    }

    private static boolean standsAlone(List<String> lines, int index) {
        if (index == 0) {
            return true;
        }
        var above = Line.cleaned(index, lines.get(index - 1));
        return above.isBlank()
                || isTitle(above)
                || ENDS_A_SENTENCE.matcher(above.text()).matches();
    }

    private static List<Line> cleaned(List<String> lines) {
        var cleaned = new ArrayList<Line>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            var line = Line.cleaned(i + 1, lines.get(i));
            cleaned.add(line.isPageNumber() ? new Line(i + 1, "") : line);
        }
        return cleaned;
    }
}
