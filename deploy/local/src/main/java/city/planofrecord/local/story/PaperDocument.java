package city.planofrecord.local.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A document as it is handed in: its bytes, and what kind of file it is. */
public final class PaperDocument {

    private final String name;
    private final String contentType;
    private final byte[] bytes;

    private PaperDocument(String name, String contentType, byte[] bytes) {
        this.name = name;
        this.contentType = contentType;
        this.bytes = bytes.clone();
    }

    /**
     * A file.
     *
     * @throws StoryFailure where it cannot be read, or is of a kind that the services do not read
     */
    public static PaperDocument file(Path path) {
        try {
            return new PaperDocument(path.toString(), kind(path.toString()), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new StoryFailure(
                    "The document " + path.toAbsolutePath() + " cannot be read. Is that the right path?");
        }
    }

    /** One of our own samples. */
    public static PaperDocument sample(String name) {
        try (var in = PaperDocument.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new StoryFailure("There is no sample " + name);
            }
            return new PaperDocument("our sample " + name, kind(name), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The sample " + name + " cannot be read", e);
        }
    }

    String name() {
        return name;
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int kilobytes() {
        return (bytes.length + 1023) / 1024;
    }

    private static String kind(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "txt" -> "text/plain; charset=utf-8";
            case "md" -> "text/markdown; charset=utf-8";
            case "pdf" -> "application/pdf";
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            default ->
                throw new StoryFailure(
                        "'" + name + "' is of no kind that can be read. Hand in a .txt, .md, .pdf or .docx file.");
        };
    }
}
