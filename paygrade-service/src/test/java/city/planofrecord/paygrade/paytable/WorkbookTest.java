package city.planofrecord.paygrade.paytable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

class WorkbookTest {

    private static List<List<String>> cells(byte[] workbook) {
        return Workbook.rows(workbook, null).stream().map(TableRow::cells).toList();
    }

    private static Refused refused(byte[] workbook) {
        try {
            Workbook.rows(workbook, null);
        } catch (Refused refused) {
            return refused;
        }
        throw new AssertionError("it was read");
    }

    @Test
    void numbersTextsAndDatesAreReadAsTheyAreMeant() {
        var workbook = Workbooks.of(sheet -> {
            Workbooks.header(sheet);
            Workbooks.row(sheet, 2, "614-S", LocalDate.parse("2010-10-17"), 33597, "$49,038");
            Workbooks.row(sheet, 3, "615-S", "10/17/2010", 35124.1 + 0.2, 51268.0);
        });

        assertThat(cells(workbook))
                .containsExactly(
                        List.of("Grade", "Effective from", "Minimum", "Maximum"),
                        List.of("614-S", "2010-10-17", "33597", "$49,038"),
                        List.of("615-S", "10/17/2010", "35124.3", "51268"));
        assertThat(Workbook.rows(workbook, null)).extracting(TableRow::line).containsExactly(1L, 3L, 4L);
    }

    @Test
    void aSheetIsTakenByItsNameAndAnUnknownOneIsRefusedWithTheNamesThereAre() {
        var workbook =
                Workbooks.of(sheet -> Workbooks.row(sheet, 0, "first"), sheet -> Workbooks.row(sheet, 0, "second"));

        assertThat(Workbook.rows(workbook, "Other").getFirst().cells()).containsExactly("second");
        assertThatThrownBy(() -> Workbook.rows(workbook, "Third")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ProblemKind.MALFORMED);
            assertThat(refused.violations().getFirst().expected()).isEqualTo("one of Ranges, Other");
        });
    }

    @Test
    void aFormulaStandsForItsValueAndOneWithoutIsNoEmptyCell() {
        var kept = Workbooks.raw(
                "<row r=\"1\"><c r=\"A1\"><f>B1*2</f><v>100.5</v></c><c r=\"B1\" t=\"str\"><f>C1</f>"
                        + "<v>614-S</v></c><c r=\"C1\"><f>D1</f></c><c r=\"D1\" t=\"e\"><v>#REF!</v></c><c r=\"E1\" t=\"b\"><v>1</v></c></row>");

        assertThat(cells(kept)).containsExactly(List.of("100.5", "614-S", "=D1", "#REF!", "TRUE"));
    }

    @Test
    void datesAreKnownByTheirFormatAndCountedAsSpreadsheetsDo() {
        var styles = """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                <numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0.00"/></numFmts>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>""";
        var raw = Workbooks.archive(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""",
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="Ranges" sheetId="1" r:id="rId1"/></sheets></workbook>""",
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>""",
                "xl/styles.xml",
                styles,
                "xl/worksheets/sheet1.xml",
                """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
                <c r="A1" s="0"><v>40468</v></c><c r="B1" s="1"><v>40468</v></c><c r="C1" s="2"><v>40468</v></c>
                <c r="D1" s="3"><v>40468</v></c><c r="E1" s="1"><v>40468.5</v></c><c r="F1" s="1"><v>1</v></c>
                <c r="G1" s="0"><v>1E+300</v></c></row></sheetData></worksheet>""");

        assertThat(cells(raw))
                .containsExactly(
                        List.of("40468", "2010-10-17", "2010-10-17", "40468", "40468.5", "1900-01-01", "1E+300"));
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThat(refused("Grade,Minimum".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .detail())
                .contains("no .xlsx workbook");
        assertThat(refused(new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
                        })
                        .detail())
                .contains("old .xls format");
        assertThat(refused(Workbooks.archive("word/document.xml", "<w/>")).detail())
                .contains("damaged");
        assertThat(refused(java.util.Arrays.copyOf(Workbooks.raw(""), 200)).detail())
                .contains("damaged");
        assertThat(refused(Workbooks.raw("<row r=\"1\"><c r=\"A1\"><v>1</row>")).detail())
                .contains("damaged");
        assertThat(refused(Workbooks.raw("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"))
                        .detail())
                .contains("damaged");
    }

    @Test
    void anArchiveThatUnpacksToFarMoreThanATableIsRefusedInLittleTime() {
        var bomb = Workbooks.archive("xl/media/image1.png", "0".repeat(120 * 1024 * 1024));
        assertThat(bomb.length).isLessThan(1024 * 1024);

        var begun = System.nanoTime();
        assertThat(refused(bomb).detail()).contains("unpacks to far more");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aCellThatStandsBeyondEveryColumnIsRefusedBeforeItCostsMemory() {
        assertThat(refused(Workbooks.raw("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"))
                        .detail())
                .contains("damaged");
        assertThat(refused(Workbooks.raw("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"))
                        .detail())
                .contains("only the first 100 are read");
    }

    @Test
    void formulasAndTextsOfNoTableAreRefused() {
        assertThat(refused(Workbooks.raw(
                                "<row r=\"1\"><c r=\"A1\"><f>" + "A1+".repeat(400) + "A1</f><v>1</v></c></row>"))
                        .detail())
                .contains("a formula has more than");
        assertThat(refused(Workbooks.raw("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(40_000)
                                + "</t></is></c></row>"))
                        .detail())
                .contains("a cell has more than");
    }

    @Test
    void aMillionRowsAreRefusedAtTheLimit() {
        var rows = new StringBuilder();
        for (var row = 1; row <= 1_000_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>1</v></c></row>");
        }
        var begun = System.nanoTime();

        assertThat(refused(Workbooks.raw(rows.toString())).kind()).isEqualTo(ProblemKind.TOO_LARGE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
