package city.planofrecord.notice.noticedocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Columns that stand side by side, and the rows under them; a torn column is a group of one. */
final class ColumnGroup {

    /** A row that does not fit its columns keeps its place, so that rows can be counted. */
    record Row(Line line, Optional<List<String>> cells) {}

    private enum Fit {
        ROW,
        DAMAGED,
        NO_ROW
    }

    private static final Pattern STARTS_WITH_JOB_CODE = Pattern.compile("[A-Z]{1,4}\\d{2,6}[A-Z]?(?!\\w).*");
    private static final int LONGEST_ROW = 400;
    private static final int LONGEST_ROW_WITHOUT_CODE = 100;
    private static final int LONGEST_TITLE = 100;

    private final Line head;
    private final List<String> headings;
    private final List<Optional<Column>> columns;
    private final List<Row> rows = new ArrayList<>();

    private ColumnGroup(Line head, List<String> headings) {
        this.head = head;
        this.headings = headings;
        this.columns = headings.stream().map(Column::headed).toList();
    }

    /** The group that a line of column headings begins, if it is one. */
    static Optional<ColumnGroup> headedBy(Line line) {
        if (line.text().length() > LONGEST_ROW) {
            return Optional.empty();
        }
        var headings = line.cellsOfTabRuns();
        var known = headings.stream()
                .filter(heading -> Column.headed(heading).isPresent())
                .count();
        return known == headings.size() || known >= 2 ? Optional.of(new ColumnGroup(line, headings)) : Optional.empty();
    }

    /** Takes the line as the next row, or says that the group has ended before it. */
    boolean takes(Line line) {
        var cells = cells(line);
        var fit = fit(line, cells);
        return switch (fit) {
            case ROW -> rows.add(new Row(line, Optional.of(cells)));
            case DAMAGED -> rows.add(new Row(line, Optional.empty()));
            case NO_ROW -> false;
        };
    }

    /** Whether the columns name classes by themselves, and so are no columns torn from a table. */
    boolean isTable() {
        return columns.size() > 1
                && columns.stream()
                        .flatMap(Optional::stream)
                        .anyMatch(column -> column.field() == Column.Field.JOB_CODE);
    }

    /** Whether the columns say which class a row is about. */
    boolean namesClasses() {
        return columns.stream().flatMap(Optional::stream).anyMatch(column -> column.field() != Column.Field.PAY);
    }

    List<String> headings() {
        return headings;
    }

    List<Optional<Column>> columns() {
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    Line head() {
        return head;
    }

    Lines lines() {
        return rows.isEmpty()
                ? head.lines()
                : head.lines().and(rows.getLast().line().lines());
    }

    private List<String> cells(Line line) {
        if (columns.size() == 1) {
            return List.of(line.plain());
        }
        var cells = line.cells();
        return cells.size() == columns.size() ? cells : line.cellsOfTabRuns();
    }

    private Fit fit(Line line, List<String> cells) {
        if (columns.size() == 1) {
            return columns.getFirst()
                            .filter(column -> resembles(column, line.plain()))
                            .isPresent()
                    ? Fit.ROW
                    : Fit.NO_ROW;
        }
        boolean fits = cells.size() == columns.size();
        if (line.text().length() > LONGEST_ROW || ((!fits || columns.size() == 2) && isProse(line, cells))) {
            return Fit.NO_ROW;
        }
        return fits ? Fit.ROW : Fit.DAMAGED;
    }

    /** A sentence may hold a gap or two, but neither a tab nor a job code at the beginning of a part. */
    private static boolean isProse(Line line, List<String> cells) {
        return line.text().indexOf('\t') < 0
                && cells.stream()
                        .noneMatch(cell -> STARTS_WITH_JOB_CODE.matcher(cell).matches())
                && (cells.size() == 1 || line.text().length() > LONGEST_ROW_WITHOUT_CODE);
    }

    private static boolean resembles(Column column, String value) {
        return switch (column.field()) {
            case JOB_CODE -> value.length() <= 12 && value.indexOf(' ') < 0;
            case TITLE ->
                value.length() <= LONGEST_TITLE
                        && !value.endsWith(".")
                        && !value.equals(value.toLowerCase(Locale.ROOT));
            case PAY -> Pay.resembles(value);
        };
    }
}
