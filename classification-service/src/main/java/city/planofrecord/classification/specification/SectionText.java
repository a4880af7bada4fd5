package city.planofrecord.classification.specification;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A section as it stands in a document.
 *
 * @param heading where its heading stands
 * @param lines what stands under the heading, and after it on its line
 * @param measure the width of the document's widest line
 */
record SectionText(Section section, Lines heading, List<Line> lines, int measure) {

    private static final Set<String> NONE = Set.of("none", "none required", "not applicable", "n a", "no requirement");

    SectionText {
        lines = List.copyOf(lines);
    }

    Passages passages(Passages.Layout layout, Predicate<String> beginsEntry) {
        return new Passages(layout, beginsEntry, measure);
    }

    boolean isEmpty() {
        return lines.stream().allMatch(Line::isBlank);
    }

    boolean saysNone() {
        var said = lines.stream().filter(line -> !line.isBlank()).limit(2).toList();
        return said.size() == 1 && isNone(said.getFirst().text());
    }

    static boolean isNone(String text) {
        return text.length() < 30 && NONE.contains(Headings.key(text));
    }

    Lines span() {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(Line::lines)
                .reduce(Lines::through)
                .orElse(heading);
    }
}
