package city.planofrecord.paygrade.paytable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** The rows of one sheet of an XLSX workbook. */
final class Workbook {

    /** The Content-Type of XLSX. */
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LEAST_HEADER = 8;
    private static final Duration TIME = Duration.ofSeconds(10);

    private Workbook() {}

    /**
     * The rows that hold something.
     *
     * @param sheet name of the sheet; the first where it is null
     * @throws Refused where it cannot be read (422), has no such sheet (400) or has too many rows (413)
     */
    static List<TableRow> rows(byte[] bytes, @Nullable String sheet) {
        requireXlsx(bytes);
        var time = new TimeLimit(TIME);
        WorkbookArchive.requireHarmless(bytes, time);
        try (var workbook = open(bytes);
                var rows = sheet(workbook, sheet).openStream()) {
            var cells = new SheetCells(workbook.isDate1904());
            var read = new ArrayList<TableRow>();
            for (var row : (Iterable<Row>) rows::iterator) {
                time.check();
                var texts = row(row, cells);
                if (texts.isBlank()) {
                    continue;
                }
                if (read.size() > TableLimits.ROWS) {
                    throw TableLimits.tooManyRows();
                }
                read.add(texts);
            }
            return read;
        } catch (Refused e) {
            throw e;
        } catch (Exception e) {
            // The reader of workbooks takes their form for granted, and throws checked exceptions that it does not
            // name.
            throw damaged();
        }
    }

    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            // A workbook need not have styles; without them no cell is a date, and the reader must not ask for them.
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true));
        }
    }

    private static void requireXlsx(byte[] bytes) {
        if (bytes.length >= LEAST_HEADER && ReadableWorkbook.isOLE2Header(bytes)) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT,
                    "The workbook is in the old .xls format or protected by a password. Save it as .xlsx without one, or as CSV UTF-8.");
        }
        if (bytes.length < LEAST_HEADER || !ReadableWorkbook.isOOXMLZipHeader(bytes)) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT,
                    "The body is no .xlsx workbook. A CSV is sent with the Content-Type text/csv.");
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name) {
        if (name == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name).orElseThrow(() -> {
            var names = workbook.getSheets().map(Sheet::getName).limit(20).toList();
            return new Refused(
                    ProblemKind.MALFORMED,
                    "The workbook has no sheet named '" + name + "'.",
                    List.of(Violation.ofParameter(
                            "sheet", "there is no such sheet", name, "one of " + String.join(", ", names))));
        });
    }

    private static TableRow row(Row row, SheetCells texts) {
        var cells = new ArrayList<String>();
        for (var place = 0; place < row.getCellCount(); place++) {
            var cell = row.getOptionalCell(place).map(texts::text).orElse("");
            if (place < TableLimits.COLUMNS) {
                cells.add(cell);
            } else if (!cell.isBlank()) {
                throw new Refused(
                        ProblemKind.UNREADABLE_DOCUMENT,
                        "Row " + row.getRowNum() + " has a cell in column " + (place + 1) + "; only the first "
                                + TableLimits.COLUMNS + " are read.");
            }
        }
        return new TableRow(row.getRowNum(), List.copyOf(cells), TableRow.Source.SHEET);
    }

    static Refused damaged() {
        return new Refused(
                ProblemKind.UNREADABLE_DOCUMENT,
                "The workbook is damaged or is none. Save it anew as .xlsx, or as CSV UTF-8.");
    }
}
