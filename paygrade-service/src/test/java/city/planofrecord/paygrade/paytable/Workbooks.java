package city.planofrecord.paygrade.paytable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks, well made and not. */
final class Workbooks {

    private Workbooks() {}

    /** One sheet. */
    static byte[] of(Consumer<Worksheet> sheet) {
        return of(sheet, _ -> {});
    }

    /** Two sheets, Ranges and Other. */
    static byte[] of(Consumer<Worksheet> first, Consumer<Worksheet> second) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tests", "1.0")) {
            first.accept(workbook.newWorksheet("Ranges"));
            second.accept(workbook.newWorksheet("Other"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void row(Worksheet sheet, int row, Object... cells) {
        for (var column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case String text -> sheet.value(row, column, text);
                case Number number -> sheet.value(row, column, number);
                case java.time.LocalDate date -> {
                    sheet.value(row, column, date);
                    sheet.style(row, column).format("m/d/yyyy").set();
                }
                default -> throw new IllegalArgumentException("no cell");
            }
        }
    }

    static void header(Worksheet sheet) {
        row(sheet, 0, "Grade", "Effective from", "Minimum", "Maximum");
    }

    /** The smallest workbook whose one sheet holds the rows as they are given in XML. */
    static byte[] raw(String rows) {
        return archive(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                </Types>""",
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="Ranges" sheetId="1" r:id="rId1"/></sheets></workbook>""",
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                 Target="worksheets/sheet1.xml"/></Relationships>""",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    /** An archive of parts, each given by its name and its text. */
    static byte[] archive(String... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
