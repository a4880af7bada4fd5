package city.planofrecord.paygrade.paytable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/**
 * A pay table as CSV: a header in any order and in common spellings, then a row for each grade and date.
 *
 * @param rows those that can be read, in the order of the file
 * @param violations what is wrong with the others, cell by cell
 */
record PayTable(List<PayTableRow> rows, List<Violation> violations) {

    /** @throws Refused where it is no CSV, or its header lacks a column that must be there */
    static PayTable read(String csv, PayTableDefaults defaults) {
        var records = records(csv);
        if (records.isEmpty()) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT, "The pay table is empty. Its first line names the columns.");
        }
        var header = PayTableHeader.read(records.getFirst(), defaults);
        var rows = new ArrayList<PayTableRow>();
        var violations = new ArrayList<Violation>();
        for (var row : records.subList(1, records.size())) {
            header.read(row, violations).ifPresent(rows::add);
        }
        if (rows.isEmpty() && violations.isEmpty()) {
            throw new Refused(ProblemKind.UNREADABLE_DOCUMENT, "The pay table has a header but no rows.");
        }
        return new PayTable(List.copyOf(rows), List.copyOf(violations));
    }

    private static List<CsvRecord> records(String csv) {
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var firstLine = text.lines().findFirst().orElse("");
        var separator = firstLine.contains(";") && !firstLine.contains(",") ? ';' : ',';
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT, "The pay table is no CSV: " + String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
