package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Finds where in a document specifications begin, and their sections. One begins where, above a heading, its title stands
 * among what opens a first page: the authority's name, page 1, or its job code.
 */
final class Outliner {

    private static final int TITLE_LENGTH = 100;
    private static final int TITLE_WORDS = 14;

    private final List<Line> lines;
    private final Findings findings;
    private final int measure;
    private final List<Outline> outlines = new ArrayList<>();
    private Outline.@Nullable Builder current;
    private Headings.@Nullable Heading heading;
    private int headingAt = -1;

    /**
     * What stands above the first heading of a specification.
     *
     * @param start the index of its first line
     */
    private record Opening(int start, @Nullable Line title) {}

    Outliner(List<Line> lines, Findings findings) {
        this.lines = List.copyOf(lines);
        this.findings = findings;
        this.measure = measure(this.lines);
    }

    List<Outline> outlines() {
        for (var at = 0; at < lines.size(); at++) {
            var next = Headings.on(lines.get(at));
            if (next.isPresent()) {
                begin(at, next.get());
            }
        }
        endSection(lines.size());
        endSpecification();
        return List.copyOf(outlines);
    }

    private void begin(int at, Headings.Heading next) {
        var opening = opening(at, next.section());
        if (opening.isPresent()) {
            endSection(opening.get().start());
            endSpecification();
            current = new Outline.Builder(opening.get().title(), measure, findings);
        } else {
            endSection(at);
        }
        heading = next;
        headingAt = at;
    }

    private void endSection(int end) {
        if (current != null && heading != null) {
            current.add(lines.get(headingAt), heading, content(current, end));
        } else {
            findings.unclaimed(IntStream.range(0, end)
                    .filter(at -> !isFurniture(at))
                    .mapToObj(lines::get)
                    .toList());
        }
        heading = null;
    }

    private void endSpecification() {
        if (current != null) {
            outlines.add(current.build());
        }
        current = null;
    }

    /** The lines under the current heading; page debris becomes a blank line, which a torn paragraph may cross. */
    private List<Line> content(Outline.Builder specification, int end) {
        var content = new ArrayList<Line>();
        for (var at = headingAt + 1; at < end; at++) {
            var line = lines.get(at);
            content.add(isFurniture(at) || repeatsTitle(specification, at) ? Line.betweenPages(line.number()) : line);
        }
        return content;
    }

    private Optional<Opening> opening(int at, Section section) {
        Line title = null;
        var start = at;
        var authorityAboveTitle = false;
        var firstPage = false;
        var laterPage = false;
        for (var above = at - 1; above > headingAt; above--) {
            var line = lines.get(above);
            var page = Furniture.pageNumber(line.text());
            if (page.isPresent()) {
                firstPage |= page.getAsInt() == 1;
                laterPage |= page.getAsInt() > 1;
            } else if (Furniture.isRunningLine(line.text())) {
                authorityAboveTitle |= title != null;
            } else if (!line.isBlank()) {
                if (title != null || !isTitle(line)) {
                    break;
                }
                title = line;
            } else {
                continue;
            }
            start = above;
        }
        if (current == null) {
            return Optional.of(new Opening(start, title));
        }
        var sameTitle = title != null && current.isTitled(Headings.key(Emphasis.without(title.text())));
        var coded = title != null && JobCodes.ending(title.text()).isPresent();
        var begins = firstPage
                || (coded && !sameTitle)
                || (authorityAboveTitle && !laterPage && !sameTitle)
                || (section == Section.GENERAL_STATEMENT && current.has(section) && title != null && !laterPage);
        return begins ? Optional.of(new Opening(start, title)) : Optional.empty();
    }

    private boolean isFurniture(int at) {
        return Furniture.pageNumber(lines.get(at).text()).isPresent() || isRunningLine(at);
    }

    /** Whether a line is one that stands on every page, and not the end of a paragraph that names the city. */
    private boolean isRunningLine(int at) {
        if (!Furniture.isRunningLine(lines.get(at).text())) {
            return false;
        }
        return standsApart(at - 1) && (standsApart(at + 1) || isTitle(lines.get(at + 1)));
    }

    private boolean standsApart(int beside) {
        if (beside < 0 || beside >= lines.size()) {
            return true;
        }
        var text = lines.get(beside).text();
        return text.isEmpty()
                || Furniture.isRunningLine(text)
                || Furniture.pageNumber(text).isPresent();
    }

    /** The title, printed again beside a page's number or the authority. */
    private boolean repeatsTitle(Outline.Builder specification, int at) {
        var text = lines.get(at).text();
        return !text.isEmpty()
                && text.length() <= TITLE_LENGTH
                && specification.isTitled(Headings.key(Emphasis.without(text)))
                && (besideFurniture(at, -1) || besideFurniture(at, 1));
    }

    private boolean besideFurniture(int at, int step) {
        var next = at + step;
        while (next >= 0 && next < lines.size() && lines.get(next).isBlank()) {
            next += step;
        }
        return next >= 0 && next < lines.size() && isFurniture(next);
    }

    private static boolean isTitle(Line line) {
        var text = line.text();
        var first = text.isEmpty() ? ' ' : text.charAt(0);
        return !line.bulleted()
                && text.length() <= TITLE_LENGTH
                && (Character.isUpperCase(first) || Character.isDigit(first))
                && text.split(" ", -1).length <= TITLE_WORDS
                && ".:;,?!".indexOf(text.charAt(text.length() - 1)) < 0
                && text.chars().anyMatch(Character::isLetter)
                && PartialDate.parse(text).year() == null;
    }

    /** The width that nine lines in ten keep: a few lines that run out do not count. */
    private static int measure(List<Line> lines) {
        var widths = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(Line::width)
                .sorted()
                .toArray();
        return widths.length == 0 ? 0 : widths[Math.min(widths.length - 1, widths.length * 9 / 10)];
    }
}
