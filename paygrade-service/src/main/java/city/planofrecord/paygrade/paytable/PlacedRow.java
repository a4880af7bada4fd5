package city.planofrecord.paygrade.paytable;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Violation;

/**
 * A row of the file and which column stands where in it.
 *
 * @param places from 0
 */
record PlacedRow(TableRow row, Map<PayTableColumn, Integer> places) {

    long line() {
        return row.line();
    }

    /** The text of the cell; empty where the table has no such column. */
    String cell(PayTableColumn column) {
        var place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    /** Whether the row ends before the column. */
    boolean endsBefore(PayTableColumn column) {
        var place = places.get(column);
        return place != null && place >= row.cells().size();
    }

    /** What is wrong with a cell: by row and column in the pointer, and as a spreadsheet names it in the message. */
    Violation violation(PayTableColumn column, String message, @Nullable String found, @Nullable String expected) {
        var place = places.get(column);
        return Violation.at(
                "/rows/" + line() + "/" + column.field(),
                place == null ? message : message + " (" + row.where(place) + ")",
                found,
                expected);
    }
}
