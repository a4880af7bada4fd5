package city.planofrecord.paygrade.paytable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.paygrade.code.GradeCode;

/**
 * A pay table: a header in any order and in common spellings, then a row for each grade and date.
 *
 * @param rows those that can be read, in the order of the file
 * @param violations what is wrong with the others, cell by cell
 */
record PayTable(List<PayTableRow> rows, List<Violation> violations) {

    /** @throws Refused where it is no CSV, or its header lacks a column that must be there */
    static PayTable read(String csv, PayTableDefaults defaults) {
        return read(CsvTable.rows(csv), defaults);
    }

    /**
     * A table of the rows of a file.
     *
     * @param written of which the first names the columns
     * @throws Refused where there are none, or the first lacks a column that must be there
     */
    static PayTable read(List<TableRow> written, PayTableDefaults defaults) {
        if (written.isEmpty()) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT, "The pay table is empty. Its first line names the columns.");
        }
        var header = PayTableHeader.read(written.getFirst(), defaults);
        var rows = new ArrayList<PayTableRow>();
        var violations = new ArrayList<Violation>();
        for (var row : written.subList(1, written.size())) {
            header.read(row, violations).ifPresent(rows::add);
        }
        if (rows.isEmpty() && violations.isEmpty()) {
            throw new Refused(ProblemKind.UNREADABLE_DOCUMENT, "The pay table has a header but no rows.");
        }
        requireFewOfEach(rows);
        return new PayTable(List.copyOf(rows), List.copyOf(violations));
    }

    private static void requireFewOfEach(List<PayTableRow> rows) {
        var counts = new HashMap<GradeCode, Integer>();
        for (var row : rows) {
            if (counts.merge(row.grade(), 1, Integer::sum) > TableLimits.ROWS_OF_A_GRADE) {
                throw new Refused(
                        ProblemKind.TOO_LARGE,
                        "Grade " + row.grade() + " has more than " + TableLimits.ROWS_OF_A_GRADE
                                + " rows, the most that one import takes of a grade. Nothing was stored; send its history in parts.");
            }
        }
    }
}
