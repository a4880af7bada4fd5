package city.planofrecord.local.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents that are large, or cost much to read, or are nothing at all. */
public final class HostileDocuments {

    private static final int LARGEST = 10 * 1024 * 1024 - 1_000;
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private HostileDocuments() {}

    /** A document and what it says it is. */
    public record Document(String contentType, byte[] bytes) {}

    /** One of each. */
    public static List<Document> all() {
        return List.of(
                text("A line without an end ".repeat(LARGEST / 22)),
                text("CLASS TITLE\n\nEssential Duties\n\n".repeat(LARGEST / 32)),
                text(("Name - definition (((((" + "a-".repeat(40) + ")\n").repeat(LARGEST / 110)),
                text("- ".repeat(LARGEST / 2)),
                new Document(
                        "application/pdf",
                        ("%PDF-1.7\n" + "1 0 obj <<".repeat(LARGEST / 10)).getBytes(StandardCharsets.US_ASCII)),
                new Document(DOCX, bomb()));
    }

    private static Document text(String text) {
        return new Document("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var part = "<w:p><w:r><w:t>again and again</w:t></w:r></w:p>"
                    .repeat(20_000)
                    .getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < 200; i++) {
                zip.write(part);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
