package city.planofrecord.notice.noticedocument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.document.DocumentReader;

/** The same notice, whether it comes as text, as a printed page or as a word processor's file. */
class PrintedNoticeTest {

    private static final int WIDTH = 130;
    private static final int LINES = 40;
    private static final float LEADING = 13;
    private static final PDRectangle LANDSCAPE = new PDRectangle(792, 612);
    private static final float MARGIN = 40;

    private final NoticeDocumentParser parser = new NoticeDocumentParser(ZoneId.of("America/Denver"));

    private static List<String> sample() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("samples"), "notice-1341.txt")).stream()
                .limit(72)
                .map(line -> line.replace("<u>", "").replace("</u>", "").replace("\\$", "$"))
                .toList();
    }

    private ParsedNotice read(byte[] document, String mediaType) {
        return parser.parse(new DocumentReader().read(document, mediaType).lines());
    }

    @Test
    void aPrintedNoticeSaysWhatItsTextSays() throws IOException {
        var text = parser.parse(sample());
        var printed = read(pdf(sample()), DocumentReader.PDF);

        assertThat(printed.notice()).isEqualTo(text.notice());
        assertThat(printed.findings())
                .extracting(Finding::code)
                .isEqualTo(text.findings().stream().map(Finding::code).toList());
    }

    @Test
    void aNoticeOutOfAWordProcessorSaysWhatItsTextSays() throws IOException {
        var text = parser.parse(sample());
        var written = read(docx(sample()), DocumentReader.DOCX);

        assertThat(written.notice()).isEqualTo(text.notice());
        assertThat(written.hasErrors()).isFalse();
    }

    private static byte[] pdf(List<String> lines) throws IOException {
        var printed = new ArrayList<String>();
        lines.forEach(line -> printed.addAll(wrapped(line)));
        try (var document = new PDDocument()) {
            for (var from = 0; from < printed.size(); from += LINES) {
                print(document, printed.subList(from, Math.min(from + LINES, printed.size())));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void print(PDDocument document, List<String> lines) throws IOException {
        var page = new PDPage(LANDSCAPE);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.setFont(new PDType1Font(FontName.HELVETICA), 8);
            for (var i = 0; i < lines.size(); i++) {
                var cells = lines.get(i).split("\t");
                for (var column = 0; column < cells.length; column++) {
                    content.beginText();
                    content.newLineAtOffset(
                            MARGIN + column * (LANDSCAPE.getWidth() - 2 * MARGIN) / cells.length, 560 - i * LEADING);
                    content.showText(cells[column].strip());
                    content.endText();
                }
            }
        }
    }

    private static List<String> wrapped(String line) {
        var lines = new ArrayList<String>();
        var rest = line;
        while (rest.length() > WIDTH && !rest.contains("\t")) {
            var cut = rest.lastIndexOf(' ', WIDTH);
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static byte[] docx(List<String> lines) throws IOException {
        var body = new StringBuilder();
        lines.forEach(line -> body.append(line.contains("\t") ? row(line) : paragraph(line)));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<?xml version=\"1.0\"?><w:document"
                            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body
                            + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static String row(String line) {
        var cells = new StringBuilder("<w:tbl><w:tr>");
        for (var cell : line.split("\t")) {
            cells.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
        }
        return cells.append("</w:tr></w:tbl>").toString();
    }

    private static String paragraph(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped + "</w:t></w:r></w:p>";
    }
}
