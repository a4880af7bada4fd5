package city.planofrecord.chassis.document;

import static city.planofrecord.chassis.document.SampleDocuments.docx;
import static city.planofrecord.chassis.document.SampleDocuments.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

class WordDocumentTest {

    private final DocumentReader reader = new DocumentReader();

    @Test
    void aParagraphIsALineBetweenBlankOnes() throws IOException {
        var document = new XWPFDocument();
        document.createParagraph().createRun().setText("First.");
        document.createParagraph();
        document.createParagraph().createRun().setText("Second.");

        var text = reader.read(SampleDocuments.bytes(document), DocumentReader.DOCX);

        assertThat(text.lines()).containsExactly("First.", "", "Second.", "");
        assertThat(text.extracted()).isTrue();
    }

    @Test
    void aRowOfATableIsALineOfCells() throws IOException {
        var document = new XWPFDocument();
        var table = document.createTable(2, 3);
        for (var row = 0; row < 2; row++) {
            for (var cell = 0; cell < 3; cell++) {
                table.getRow(row).getCell(cell).setText(row + "." + cell);
            }
        }

        assertThat(reader.read(SampleDocuments.bytes(document), DocumentReader.DOCX)
                        .lines())
                .containsExactly("0.0\t0.1\t0.2", "1.0\t1.1\t1.2");
    }

    @Test
    void aListIsALineForEachOfItsEntries() throws IOException {
        var document = new XWPFDocument();
        var numbering = document.createNumbering();
        var list = numbering.addNum(java.math.BigInteger.ONE);
        for (var entry : new String[] {"one", "two"}) {
            var paragraph = document.createParagraph();
            paragraph.setNumID(list);
            paragraph.createRun().setText(entry);
        }

        assertThat(reader.read(SampleDocuments.bytes(document), DocumentReader.DOCX)
                        .lines())
                .containsExactly("- one", "- two");
    }

    @Test
    void breaksAndTabsAreKept() {
        assertThat(read("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>")
                        .lines())
                .containsExactly("a\tb", "c", "");
    }

    @Test
    void whatWasDeletedIsNotRead() {
        assertThat(read("<w:p><w:del><w:r><w:t>old</w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>")
                        .lines())
                .containsExactly("new", "");
    }

    @Test
    void theMainPartIsTheOneThatThePackageNames() {
        var bytes = SampleDocuments.zip(Map.of(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document2.xml\"/></Relationships>",
                "word/document2.xml",
                "<w:document xmlns:w=\"urn:wordprocessingml\"><w:body>" + paragraph("Here.")
                        + "</w:body></w:document>"));

        assertThat(reader.read(bytes, DocumentReader.DOCX).lines()).containsExactly("Here.", "");
    }

    @Test
    void anArchiveBombIsRefused() {
        refused(Reason.ARCHIVE_BOMB, docx(paragraph(" ".repeat(60 * 1024 * 1024))));
        refused(
                Reason.ARCHIVE_BOMB,
                SampleDocuments.zip(Map.of("word/media/image1.bmp", "\0".repeat(90 * 1024 * 1024))));
    }

    @Test
    void entitiesAreRefused() {
        var bomb = """
                <!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
                <w:document xmlns:w="urn:wordprocessingml"><w:body><w:p><w:r><w:t>&f;&b;</w:t></w:r></w:p></w:body></w:document>
                """;

        refused(Reason.DAMAGED, SampleDocuments.zip(Map.of("word/document.xml", bomb)));
    }

    @Test
    void deepNestingIsRefused() {
        refused(Reason.TOO_DEEP, docx("<w:sdt>".repeat(10_000) + "</w:sdt>".repeat(10_000)));
        refused(Reason.TOO_DEEP, docx("<w:del>".repeat(10_000) + "</w:del>".repeat(10_000)));
    }

    @Test
    void oneEndlessLineIsRefused() {
        refused(Reason.TOO_LONG_LINE, docx(paragraph("word ".repeat(100_000))));
    }

    @Test
    void aProtectedDocumentIsRefused() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var system = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var data = encryptor.getDataStream(system)) {
                data.write(docx(paragraph("Hidden.")));
            }
            system.writeFilesystem(out);
        }

        refused(Reason.ENCRYPTED, out.toByteArray());
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        refused(Reason.DAMAGED, "no archive".getBytes(StandardCharsets.UTF_8));
        refused(Reason.DAMAGED, SampleDocuments.zip(Map.of("a.txt", "text")));
        refused(Reason.DAMAGED, SampleDocuments.zip(Map.of("word/document.xml", "<w:document")));
        var whole = docx(paragraph("Cut off."));
        refused(Reason.DAMAGED, java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(Reason.EMPTY, docx("<w:p/>"));
    }

    private DocumentText read(String body) {
        return reader.read(docx(body), DocumentReader.DOCX);
    }

    private void refused(Reason reason, byte[] bytes) {
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> reader.read(bytes, DocumentReader.DOCX))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
