package city.planofrecord.chassis.testing.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Office documents that reach out, carry programs, or are built to be unpacked and read for ever. */
final class OfficeDocuments {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>%s<!--HERE--></Types>";

    private final List<String> lines;
    private final Trap trap;

    /** @param lines of a document that the service reads */
    OfficeDocuments(List<String> lines, Trap trap) {
        this.lines = lines;
        this.trap = trap;
    }

    List<HostileDocument> words() {
        var all = new ArrayList<HostileDocument>();
        var parts = docx(body(""));
        add(all, DOCX, Zips.hostile(parts, "word/document.xml"));
        parts(
                all,
                DOCX,
                parts,
                Map.of(
                        "word/document.xml", body("<w:p><w:r><w:t>HERE</w:t></w:r></w:p>"),
                        "_rels/.rels", relations(OFFICE + "/officeDocument", "word/document.xml", "HERE"),
                        "[Content_Types].xml", TYPES.formatted("HERE")));
        add(
                all,
                DOCX,
                Map.of(
                        "links to elsewhere", () -> related(parts, "word/_rels/document.xml.rels", "hyperlink", "link"),
                        "a template from elsewhere",
                                () -> related(
                                        parts, "word/_rels/settings.xml.rels", "attachedTemplate", "template.dotm"),
                        "a picture from elsewhere",
                                () -> related(parts, "word/_rels/document.xml.rels", "image", "picture"),
                        "a frame from elsewhere",
                                () -> related(parts, "word/_rels/document.xml.rels", "frame", "frame"),
                        "its main part elsewhere",
                                () -> Zips.of(with(
                                        parts,
                                        "_rels/.rels",
                                        relations(OFFICE + "/officeDocument", trap.address("main.xml"), ""))),
                        "its main part outside of it",
                                () -> Zips.of(with(
                                        parts,
                                        "_rels/.rels",
                                        relations(OFFICE + "/officeDocument", "../../../../etc/passwd", ""))),
                        "programs in it",
                                () -> Zips.of(
                                        with(parts, "word/vbaProject.bin", "\u00D0\u00CF\u0011\u00E0 AutoOpen Shell")),
                        "an object in it",
                                () -> Zips.of(with(
                                        parts, "word/embeddings/oleObject1.bin", "\u00D0\u00CF\u0011\u00E0 Package"))));
        add(
                all,
                DOCX,
                Map.of(
                        "fields that start programs",
                                () -> Zips.of(docx(body(
                                        "<w:p><w:fldSimple w:instr=\"DDEAUTO c:\\windows\\system32\\cmd.exe /k calc\">"
                                                + "<w:r><w:t>x</w:t></w:r></w:fldSimple><w:r><w:instrText>INCLUDETEXT \""
                                                + trap.address("text")
                                                + "\" INCLUDEPICTURE file:///etc/passwd</w:instrText></w:r></w:p>"))),
                        "tables in tables",
                                () -> Zips.of(docx(body("<w:tbl><w:tr><w:tc>".repeat(80) + "<w:p/>"
                                        + "</w:tc></w:tr></w:tbl>".repeat(80)))),
                        "200,000 empty rows",
                                () -> Zips.of(
                                        docx(body("<w:tbl>" + "<w:tr><w:tc/></w:tr>".repeat(200_000) + "</w:tbl>"))),
                        "a million breaks",
                                () -> Zips.of(docx(body("<w:p><w:r>" + "<w:br/>".repeat(1_000_000) + "</w:r></w:p>"))),
                        "500,000 cells in a row",
                                () -> Zips.of(
                                        docx(body("<w:tbl><w:tr>" + "<w:tc/>".repeat(500_000) + "</w:tr></w:tbl>"))),
                        "a text in a million pieces",
                                () -> Zips.of(
                                        docx(body("<w:p>" + "<w:r><w:t>a </w:t></w:r>".repeat(400_000) + "</w:p>")))));
        return all;
    }

    List<HostileDocument> sheets() {
        var all = new ArrayList<HostileDocument>();
        var parts = xlsx("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Grade</t></is></c></row>");
        add(all, XLSX, Zips.hostile(parts, "xl/worksheets/sheet1.xml"));
        parts(
                all,
                XLSX,
                parts,
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>HERE</t></is></c></row>"),
                        "xl/workbook.xml",
                        workbook("HERE"),
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"" + SHEETS + "\"><si><t>HERE</t></si></sst>",
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"" + SHEETS + "\">HERE</styleSheet>",
                        "[Content_Types].xml",
                        TYPES.formatted("HERE")));
        cell(all, "a link as a formula", "<f>HYPERLINK(\"" + trap.address("h") + "\",\"x\")</f><v>Grade</v>");
        cell(all, "a formula that asks elsewhere", "<f>WEBSERVICE(\"" + trap.address("w") + "\")</f>");
        cell(all, "a formula that starts a program", "<f>cmd|'/c calc'!A1</f>");
        cell(all, "a formula that is its own input", "<f>A1+1</f>");
        cell(all, "an array over everything", "<f t=\"array\" ref=\"A1:XFD1048576\">1</f><v>1</v>");
        cell(all, "a number that is none", "<v>NaN</v>");
        cell(all, "a number of a million digits", "<v>" + "9".repeat(1_000_000) + "</v>");
        cell(all, "a number with a huge exponent", "<v>1E+999999999</v>");
        cell(all, "a number with a huge negative exponent", "<v>1E-999999999</v>");
        add(
                all,
                XLSX,
                Map.of(
                        "a cell at the end of the world",
                                () -> Zips.of(xlsx("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")),
                        "a cell that is nowhere", () -> Zips.of(xlsx("<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>")),
                        "a row of no number",
                                () -> Zips.of(xlsx("<row r=\"9999999\"><c r=\"A9999999\"><v>1</v></c></row>")),
                        "a text that is not kept",
                                () -> Zips.of(xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483647</v></c></row>")),
                        "a text before the first",
                                () -> Zips.of(xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>")),
                        "a style that is none",
                                () -> Zips.of(xlsx("<row r=\"1\"><c r=\"A1\" s=\"2147483647\"><v>1</v></c></row>")),
                        "400,000 rows", () -> Zips.of(xlsx("<row><c><v>1</v></c></row>".repeat(400_000))),
                        "links to other workbooks",
                                () -> related(parts, "xl/_rels/workbook.xml.rels", "externalLink", "book.xlsx"),
                        "its sheet elsewhere",
                                () -> Zips.of(with(
                                        parts,
                                        "xl/_rels/workbook.xml.rels",
                                        relations(OFFICE + "/worksheet", trap.address("sheet.xml"), ""))),
                        "programs in it",
                                () -> Zips.of(with(parts, "xl/vbaProject.bin", "\u00D0\u00CF\u0011\u00E0 Auto_Open"))));
        return all;
    }

    /** Whether a number is a date follows from its format, which is looked at for each cell. */
    private byte[] longFormat() {
        var cells = new StringBuilder();
        for (var row = 1; row <= 2_000; row++) {
            cells.append("<row r=\"%d\"><c r=\"A%d\" s=\"1\"><v>40468</v></c></row>".formatted(row, row));
        }
        return Zips.of(with(
                xlsx(cells.toString()),
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + SHEETS + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\""
                        + "[".repeat(1024 * 1024)
                        + "\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"));
    }

    private void parts(
            List<HostileDocument> all, String type, Map<String, byte[]> parts, Map<String, String> templates) {
        templates.forEach((part, template) -> HostileXml.of(template, trap)
                .forEach((name, content) -> all.add(new HostileDocument(
                        name + " in " + part, type, () -> Zips.of(with(parts, part, content.get()))))));
    }

    private static void cell(List<HostileDocument> all, String name, String content) {
        all.add(new HostileDocument(
                name, XLSX, () -> Zips.of(xlsx("<row r=\"1\"><c r=\"A1\">" + content + "</c></row>"))));
    }

    private static void add(List<HostileDocument> all, String type, Map<String, Supplier<byte[]>> variants) {
        new java.util.TreeMap<>(variants).forEach((name, content) -> all.add(new HostileDocument(name, type, content)));
    }

    private byte[] related(Map<String, byte[]> parts, String part, String kind, String path) {
        return Zips.of(with(
                parts,
                part,
                relations(OFFICE + "/worksheet", "worksheets/sheet1.xml", "")
                        .replace(
                                "</Relationships>",
                                "<Relationship Id=\"x1\" Type=\"" + OFFICE + "/" + kind + "\" Target=\""
                                        + trap.address(path) + "\" TargetMode=\"External\"/></Relationships>")));
    }

    private static Map<String, byte[]> with(Map<String, byte[]> parts, String part, String content) {
        return with(parts, part, HostileXml.utf8(content));
    }

    private static Map<String, byte[]> with(Map<String, byte[]> parts, String part, byte[] content) {
        var more = new LinkedHashMap<>(parts);
        more.put(part, content);
        return more;
    }

    private String body(String more) {
        var body = new StringBuilder("<w:document xmlns:w=\"" + WORDS + "\"><w:body>");
        for (var line : lines) {
            body.append("<w:p><w:r><w:t>")
                    .append(line.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</w:t></w:r></w:p>");
        }
        return body.append(more).append("</w:body></w:document>").toString();
    }

    private static String relations(String type, String target, String here) {
        return "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\" Type=\"" + type + "\" Target=\""
                + target + "\"/>" + here + "</Relationships>";
    }

    private static Map<String, byte[]> docx(String body) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", HostileXml.utf8(TYPES.formatted("")));
        parts.put("_rels/.rels", HostileXml.utf8(relations(OFFICE + "/officeDocument", "word/document.xml", "")));
        parts.put("word/document.xml", HostileXml.utf8(body));
        return parts;
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"" + SHEETS + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String workbook(String here) {
        return "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
                + "<sheet name=\"Ranges\" sheetId=\"1\" r:id=\"rId1\"/></sheets>" + here + "</workbook>";
    }

    private static Map<String, byte[]> xlsx(String rows) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                HostileXml.utf8(
                        TYPES.formatted(
                                "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>")));
        parts.put("_rels/.rels", HostileXml.utf8(relations(OFFICE + "/officeDocument", "xl/workbook.xml", "")));
        parts.put("xl/workbook.xml", HostileXml.utf8(workbook("")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                HostileXml.utf8(relations(OFFICE + "/worksheet", "worksheets/sheet1.xml", "")));
        parts.put("xl/worksheets/sheet1.xml", HostileXml.utf8(sheet(rows)));
        return parts;
    }
}
