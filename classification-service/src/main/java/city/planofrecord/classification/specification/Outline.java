package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One specification as it lies in a document: its title and its sections, not yet read.
 *
 * @param title the line of the title, or null where there is none
 * @param span from the title, or the first heading, to the last line of the last section
 * @param template the name of the template that most headings speak for
 */
record Outline(@Nullable Line title, Lines span, String template, List<SectionText> sections) {

    /** What a marked heading counts for: a converter may change a spelling, but it invents no marks. */
    private static final int MARKED = 3;

    Outline {
        sections = List.copyOf(sections);
    }

    /** Whether enough of a specification is there: any document may have a line that says Education. */
    boolean isSpecification() {
        return has(Section.GENERAL_STATEMENT)
                || has(Section.ESSENTIAL_DUTIES)
                || sections.stream().map(SectionText::section).distinct().count() >= 3;
    }

    private boolean has(Section section) {
        return sections.stream().anyMatch(text -> text.section() == section);
    }

    /** Takes the sections of one specification in the order of the document. */
    static final class Builder {

        private final Findings findings;
        private final int measure;
        private final @Nullable Line title;
        private final Map<Section, Gathered> sections = new EnumMap<>(Section.class);
        private final Map<String, Integer> votes = new HashMap<>();
        private @Nullable Lines span;

        private record Gathered(Lines heading, List<Line> lines) {}

        Builder(@Nullable Line title, int measure, Findings findings) {
            this.title = title;
            this.measure = measure;
            this.findings = findings;
        }

        boolean isTitled(String key) {
            return title != null && key.equals(Headings.key(Emphasis.without(title.text())));
        }

        boolean has(Section section) {
            return sections.containsKey(section);
        }

        /** @param content the lines below the heading, up to the next heading; page debris taken out */
        void add(Line line, Headings.Heading heading, List<Line> content) {
            vote(line, heading);
            var lines = new ArrayList<Line>();
            if (!heading.rest().isEmpty()) {
                lines.add(new Line(line.number(), heading.rest(), line.width(), false, false));
            }
            lines.addAll(known(content));
            var before = sections.putIfAbsent(heading.section(), new Gathered(line.lines(), lines));
            if (before != null) {
                before.lines().add(Line.betweenPages(line.number()));
                before.lines().addAll(lines);
                repeated(line);
            }
            span = span == null ? line.lines() : span.through(line.lines());
            if (!lines.isEmpty()) {
                span = span.through(lines.getLast().lines());
            }
        }

        Outline build() {
            var ordered = sections.entrySet().stream()
                    .map(section -> new SectionText(
                            section.getKey(),
                            section.getValue().heading(),
                            section.getValue().lines(),
                            measure))
                    .toList();
            var first = title == null
                    ? span
                    : span == null ? title.lines() : title.lines().through(span);
            return new Outline(title, first == null ? Lines.at(1) : first, template(), ordered);
        }

        private void repeated(Line heading) {
            if (!heading.text().toLowerCase(Locale.ROOT).contains("cont")) {
                findings.warn(
                        FindingCode.REPEATED_SECTION,
                        "The section \"%s\" stands here again; both were put together."
                                .formatted(Emphasis.without(heading.text())),
                        heading.lines());
            }
        }

        /** The content up to a heading that is not known; what stands under that is reported. */
        private List<Line> known(List<Line> content) {
            for (var i = 0; i < content.size(); i++) {
                var line = content.get(i);
                if (Headings.seemsHeading(line)) {
                    findings.warn(
                            FindingCode.UNKNOWN_HEADING,
                            "\"%s\" is the heading of no section that is known; what stands under it was not read."
                                    .formatted(Emphasis.without(line.text())),
                            line.lines());
                    findings.unclaimed(content.subList(i + 1, content.size()));
                    return content.subList(0, i);
                }
            }
            return content;
        }

        private void vote(Line line, Headings.Heading heading) {
            var templates = Headings.templatesOf(heading.spelling());
            for (var template : Templates.ALL) {
                var spelt = templates.size() == 1 && templates.contains(template.name()) ? 1 : 0;
                var marked = line.marked() && template.marking() == Template.Marking.MARKDOWN ? MARKED : 0;
                votes.merge(template.name(), spelt + marked, Integer::sum);
            }
        }

        private String template() {
            var chosen = Templates.ALL.getFirst().name();
            for (var template : Templates.ALL) {
                if (votes.getOrDefault(template.name(), 0) > votes.getOrDefault(chosen, 0)) {
                    chosen = template.name();
                }
            }
            return chosen;
        }
    }
}
