package city.planofrecord.paygrade.paytable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** The rows of a CSV, separated by commas, semicolons or tabs. */
final class CsvTable {

    private static final Pattern STARTING_LINE = Pattern.compile("line (\\d+)");

    private CsvTable() {}

    /** @throws Refused where a quote goes wrong (422, names the line) or there are too many rows (413) */
    static List<TableRow> rows(String csv) {
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var rows = new ArrayList<TableRow>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var found : reader) {
                var row = row(found);
                if (row.isBlank()) {
                    continue;
                }
                if (rows.size() > TableLimits.ROWS) {
                    throw TableLimits.tooManyRows();
                }
                rows.add(row);
            }
            if (!rows.isEmpty() && text.chars().filter(c -> c == '"').count() % 2 == 1) {
                throw quotes(String.valueOf(rows.getLast().line()));
            }
            return rows;
        } catch (CsvParseException e) {
            var line = STARTING_LINE.matcher(String.valueOf(e.getMessage()));
            throw quotes(line.find() ? line.group(1) : "1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableRow row(CsvRecord found) {
        var line = found.getStartingLineNumber();
        if (found.getFieldCount() > TableLimits.COLUMNS) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT,
                    "Line " + line + " of the pay table has " + found.getFieldCount() + " cells; at most "
                            + TableLimits.COLUMNS + " are read.");
        }
        return new TableRow(line, List.copyOf(found.getFields()), TableRow.Source.CSV);
    }

    private static char separator(String text) {
        var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (header.contains(",")) {
            return ',';
        }
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }

    private static Refused quotes(String line) {
        return new Refused(
                ProblemKind.UNREADABLE_DOCUMENT,
                "The pay table is no CSV: the quotes of the row that begins in line " + line
                        + " go wrong. A cell that is quoted begins and ends with a double quote, and one within it is doubled.");
    }
}
