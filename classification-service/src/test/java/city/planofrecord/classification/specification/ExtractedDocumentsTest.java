package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.document.DocumentReader;

class ExtractedDocumentsTest {

    private static final float SIZE = 10;
    private static final float LEADING = 12.5f;
    private static final int LINES_PER_PAGE = 52;
    private static final float WIDTH = 500;

    private final DocumentReader reader = new DocumentReader();

    @ParameterizedTest
    @ValueSource(strings = {"000_", "003_"})
    void aPdfReadsAsItsTextDoes(String seed) throws IOException {
        var extracted = reader.read(pdf(attachments(seed)), DocumentReader.PDF);

        assertReadsAsText(SpecificationParser.parse(extracted.lines()), seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000_", "003_"})
    void aDocxReadsAsItsTextDoes(String seed) throws IOException {
        var extracted = reader.read(docx(attachments(seed)), DocumentReader.DOCX);

        assertReadsAsText(SpecificationParser.parse(extracted.lines()), seed);
    }

    private static void assertReadsAsText(ParsedSpecifications read, String seed) {
        var expected = SpecificationParser.parse(attachments(seed)).specifications();

        assertThat(read.specifications()).hasSameSizeAs(expected);
        for (var i = 0; i < expected.size(); i++) {
            assertThat(Values.unsourced(
                            read.specifications().get(i),
                            read.specifications().get(i).template()))
                    .usingRecursiveComparison()
                    .isEqualTo(Values.unsourced(expected.get(i), expected.get(i).template()));
        }
        assertThat(read.findings())
                .extracting(Finding::code)
                .doesNotContain(FindingCode.UNCLAIMED_TEXT, FindingCode.UNKNOWN_HEADING, FindingCode.POSSIBLE_SPLIT);
    }

    private static List<String> attachments(String seed) {
        var lines = Documents.seed(seed);
        return seed.equals("000_") ? lines.subList(74, lines.size()) : lines;
    }

    /** As a word processor would print it: without markup, wrapped, its pages numbered. */
    private static byte[] pdf(List<String> lines) throws IOException {
        var font = new PDType1Font(FontName.HELVETICA);
        var printed = new ArrayList<String>();
        for (var line : lines) {
            printed.addAll(wrapped(unmarked(line), font));
        }
        try (var document = new PDDocument()) {
            for (var from = 0; from < printed.size(); from += LINES_PER_PAGE) {
                var page = new PDPage(PDRectangle.LETTER);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, SIZE);
                    content.newLineAtOffset(55, 740);
                    for (var line : printed.subList(from, Math.min(printed.size(), from + LINES_PER_PAGE))) {
                        content.showText(line);
                        content.newLineAtOffset(0, -LEADING);
                    }
                    content.newLineAtOffset(0, -LEADING);
                    content.showText("Page %d".formatted(2 + from / LINES_PER_PAGE));
                    content.endText();
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static List<String> wrapped(String line, PDFont font) throws IOException {
        var wrapped = new ArrayList<String>();
        var current = new StringBuilder();
        for (var word : line.split(" ", -1)) {
            if (!current.isEmpty() && font.getStringWidth(current + " " + word) / 1000 * SIZE > WIDTH) {
                wrapped.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        wrapped.add(current.toString());
        return wrapped;
    }

    private static byte[] docx(List<String> lines) throws IOException {
        try (var document = new XWPFDocument()) {
            for (var line : lines) {
                if (!line.isBlank()) {
                    document.createParagraph().createRun().setText(unmarked(line));
                }
            }
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static String unmarked(String line) {
        return line.strip().replaceFirst("^#+ ", "").replace("*", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void severalSpecificationsOfTheNewerTemplateMayFollowEachOther(int count) {
        var document = new ArrayList<String>();
        IntStream.range(0, count).forEach(any -> document.addAll(Documents.seed("003_")));

        assertThat(SpecificationParser.parse(document).specifications()).hasSize(count == 1 ? 1 : count);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 60, 72, 80, 100, 120})
    void wrappedTextReadsAsItsParagraphsDo(int width) {
        for (var seed : List.of("000_", "003_")) {
            var wrapped = new ArrayList<String>();
            for (var line : attachments(seed)) {
                var rest = line.strip();
                while (rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
                    var end = rest.lastIndexOf(' ', width);
                    wrapped.add(rest.substring(0, end));
                    rest = rest.substring(end + 1);
                }
                wrapped.add(rest);
            }

            assertReadsAsText(SpecificationParser.parse(wrapped), seed);
        }
    }
}
