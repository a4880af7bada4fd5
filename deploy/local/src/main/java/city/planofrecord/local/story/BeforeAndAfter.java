package city.planofrecord.local.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Each class that a notice touches, on the day before it takes effect and on the day itself, asked of both registers by the
 * code before and by the code after.
 */
record BeforeAndAfter(LocalDate effective, List<Line> lines) {

    /** One class. */
    record Line(ClassItem item, Standing before, Standing after) {}

    static BeforeAndAfter of(City city, JsonNode notice, LocalDate effective) {
        var lines = ClassItem.of(notice).stream()
                .filter(ClassItem::approved)
                .map(item -> new Line(
                        item,
                        Standing.of(city, item.oldCode(), effective.minusDays(1)),
                        Standing.of(city, item.newCode(), effective)))
                .toList();
        return new BeforeAndAfter(effective, lines);
    }

    /** Where the plan differs from what was approved, and where a code of a recoded class does not find it. */
    List<String> differences(City city) {
        var differences = new ArrayList<String>();
        for (var line : lines) {
            differences.addAll(line.item().differences(line.before(), line.after()));
            if (!line.item().oldCode().equals(line.item().newCode())) {
                differences.addAll(
                        found(line.before(), Standing.of(city, line.item().newCode(), effective.minusDays(1))));
                differences.addAll(
                        found(line.after(), Standing.of(city, line.item().oldCode(), effective)));
            }
        }
        return differences;
    }

    private static List<String> found(Standing byItsOwnCode, Standing byTheOther) {
        return byItsOwnCode.jobClass().path("id").equals(byTheOther.jobClass().path("id"))
                ? List.of()
                : List.of(byItsOwnCode.jobCode() + " and its other code do not lead to the same class on "
                        + byItsOwnCode.day());
    }

    List<String> table() {
        return table(lines.stream()
                .flatMap(line -> Stream.of(line.before(), line.after()))
                .toArray(Standing[]::new));
    }

    /** The standings, a line each, under a heading. */
    static List<String> table(Standing... standings) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("day", "code", "title", "grade", "range"));
        for (var standing : standings) {
            rows.add(row(standing));
        }
        return aligned(rows);
    }

    private static List<String> row(Standing standing) {
        var day = standing.day().toString();
        return standing.isInEffect()
                ? List.of(day, standing.jobCode(), standing.title(), standing.grade(), standing.range())
                : List.of(day, standing.asked(), "not in effect", "", "");
    }

    private static List<String> aligned(List<List<String>> rows) {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (var column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths[column] - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
