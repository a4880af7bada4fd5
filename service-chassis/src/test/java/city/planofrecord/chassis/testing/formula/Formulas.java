package city.planofrecord.chassis.testing.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** What spreadsheets run, and where it stands in a table. */
public final class Formulas {

    private static final String RUN = "[=+\\-@\\uFF0B\\uFF0D\\uFF1D\\uFF20]";
    private static final Pattern FORMULA = Pattern.compile("(?s)(?:[\\t\\r\\n].*|[\\s\\p{Z}\\p{Cf}\"]*" + RUN + ".*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private Formulas() {}

    /** Texts of one line that a spreadsheet runs as they are. */
    public static List<String> ofOneLine() {
        return List.of(
                "=1+1",
                "=HYPERLINK(\"http://example.invalid\";\"Open\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(1)",
                "\u00A0=1+1",
                "\uFF1D1+1",
                "Pat;=1+1",
                "Pat; \"=1+1\"",
                "Pat, \"Lee\";@SUM(1)");
    }

    /** Texts that hold a formula behind the end of a line or a tab. */
    public static List<String> ofSeveralLines() {
        return List.of("One\n=1+1", "One\n\n+1", "One\t@SUM(1)", "One\n;-2+3");
    }

    /** The cells that a spreadsheet runs, whatever its country's separator is, and however it takes quotes. */
    public static List<String> in(String csv) {
        var found = new ArrayList<String>();
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        records(text, ',').forEach(record -> record.getFields().forEach(cell -> add(cell, found)));
        for (var line : text.split("[\\r\\n]+")) {
            for (var cell : line.split("[;\\t]")) {
                add(cell, found);
            }
        }
        return found;
    }

    /** All cells of a table whose separator is a comma. */
    public static List<String> cells(String csv) {
        return records(csv, ',').stream()
                .flatMap(record -> record.getFields().stream())
                .toList();
    }

    private static void add(String cell, List<String> found) {
        if (FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches()) {
            found.add(cell);
        }
    }

    private static List<CsvRecord> records(String csv, char separator) {
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)) {
            return reader.stream().toList();
        } catch (CsvParseException | java.io.IOException e) {
            throw new IllegalArgumentException("no table: " + csv, e);
        }
    }
}
