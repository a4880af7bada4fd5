package city.planofrecord.chassis.document;

import static city.planofrecord.chassis.document.SampleDocuments.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

class PdfDocumentTest {

    private final DocumentReader reader = new DocumentReader();

    @Test
    void aPrintedLineIsALineAndAGapIsABlankOne() throws IOException {
        var bytes = SampleDocuments.bytes(pdf(List.of(
                List.of("TITLE", "", "First line of a paragraph", "and its second.", "", "Another."),
                List.of("Next page."))));

        var text = reader.read(bytes, DocumentReader.PDF);

        assertThat(text.lines())
                .containsExactly(
                        "TITLE",
                        "",
                        "First line of a paragraph",
                        "and its second.",
                        "",
                        "Another.",
                        "\f",
                        "Next page.");
        assertThat(text.extracted()).isTrue();
    }

    @Test
    void columnsArePartedByTabsWhateverTheOrderTheyWereDrawnIn() throws IOException {
        var document = new PDDocument();
        var page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            for (var cell : List.of(
                    new Cell(300, 700, "right one"),
                    new Cell(50, 700, "left one"),
                    new Cell(50, 687, "left two"),
                    new Cell(300, 687, "right two"))) {
                content.beginText();
                content.newLineAtOffset(cell.x, cell.y);
                content.showText(cell.text);
                content.endText();
            }
        }

        assertThat(reader.read(SampleDocuments.bytes(document), DocumentReader.PDF)
                        .lines())
                .containsExactly("left one\tright one", "left two\tright two");
    }

    private record Cell(float x, float y, String text) {}

    @Test
    void scriptsAreNotRun() throws IOException {
        var document = pdf(List.of(List.of("Harmless.")));
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('no')"));

        assertThat(reader.read(SampleDocuments.bytes(document), DocumentReader.PDF)
                        .lines())
                .containsExactly("Harmless.");
    }

    @Test
    void aProtectedDocumentIsRefused() throws IOException {
        for (var userPassword : List.of("", "secret")) {
            var document = pdf(List.of(List.of("Hidden.")));
            document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));

            refused(Reason.ENCRYPTED, SampleDocuments.bytes(document));
        }
    }

    @Test
    void threeHundredPagesAreReadInTime() throws IOException {
        var bytes = SampleDocuments.pages(300);
        var start = System.nanoTime();

        var text = reader.read(bytes, DocumentReader.PDF);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(text.lines()).hasSize(300 * 51 - 1);
    }

    @Test
    void moreThanThreeHundredPagesAreRefused() throws IOException {
        refused(Reason.TOO_MANY_PAGES, SampleDocuments.pages(301));
    }

    @Test
    void aStreamThatUnpacksToTooMuchIsRefused() throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated)) {
            var blank = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < 500; i++) {
                deflater.write(blank);
            }
        }
        var document = new PDDocument();
        var page = new PDPage();
        document.addPage(page);
        var stream = new PDStream(document);
        try (var out = stream.getCOSObject().createRawOutputStream()) {
            out.write(deflated.toByteArray());
        }
        stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
        page.setContents(stream);

        refused(Reason.ARCHIVE_BOMB, SampleDocuments.bytes(document));
    }

    @Test
    void formsThatDrawFormsWithoutEndAreGivenUp() throws IOException {
        var document = new PDDocument();
        var page = new PDPage();
        document.addPage(page);
        PDFormXObject inner = null;
        for (var level = 0; level < 12; level++) {
            var form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(100, 100));
            form.setResources(new PDResources());
            var content = "";
            if (inner != null) {
                content = "/%s Do "
                        .formatted(form.getResources().add(inner).getName())
                        .repeat(10);
            }
            try (var out = form.getCOSObject().createOutputStream()) {
                out.write(content.getBytes(StandardCharsets.US_ASCII));
            }
            inner = form;
        }
        page.setResources(new PDResources());
        var name = page.getResources().add(inner).getName();
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write("/%s Do".formatted(name).getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        var start = System.nanoTime();

        refused(Reason.TOO_SLOW, SampleDocuments.bytes(document));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void whatIsNoPdfIsRefused() throws IOException {
        refused(Reason.DAMAGED, "no pdf at all".getBytes(StandardCharsets.UTF_8));
        refused(Reason.DAMAGED, Arrays.copyOf(SampleDocuments.pages(1), 200));
        refused(Reason.EMPTY, SampleDocuments.bytes(pdf(List.of(List.of()))));
    }

    private void refused(Reason reason, byte[] bytes) {
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> reader.read(bytes, DocumentReader.PDF))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
