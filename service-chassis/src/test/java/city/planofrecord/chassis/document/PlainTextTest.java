package city.planofrecord.chassis.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

class PlainTextTest {

    private final DocumentReader reader = new DocumentReader();

    @Test
    void linesAreCountedAsAnEditorCountsThem() {
        assertThat(read("\none\r\n\r\ntwo\rthree\n").lines()).containsExactly("", "one", "", "two", "three");
    }

    @Test
    void textIsNotExtracted() {
        assertThat(read("one").extracted()).isFalse();
    }

    @Test
    void markdownIsText() {
        assertThat(reader.read("### A".getBytes(StandardCharsets.UTF_8), "text/markdown")
                        .lines())
                .containsExactly("### A");
    }

    @Test
    void aByteOrderMarkSaysTheEncodingAndIsNoText() {
        assertThat(reader.read("\uFEFFà la".getBytes(StandardCharsets.UTF_8), "text/plain")
                        .lines())
                .containsExactly("à la");
        assertThat(reader.read("\uFEFFà la".getBytes(StandardCharsets.UTF_16LE), "text/plain")
                        .lines())
                .containsExactly("à la");
        assertThat(reader.read("\uFEFFà la".getBytes(StandardCharsets.UTF_16BE), "text/plain")
                        .lines())
                .containsExactly("à la");
    }

    @Test
    void anotherEncodingIsReadWhenItIsNamed() {
        assertThat(reader.read("à la".getBytes(StandardCharsets.ISO_8859_1), "text/plain; charset=\"iso-8859-1\"")
                        .lines())
                .containsExactly("à la");
    }

    @Test
    void anotherEncodingIsNotGuessed() {
        refused(Reason.WRONG_ENCODING, "à la carte".getBytes(StandardCharsets.ISO_8859_1), "text/plain");
        refused(Reason.WRONG_ENCODING, "a la carte".getBytes(StandardCharsets.UTF_16LE), "text/plain");
        refused(Reason.WRONG_ENCODING, "à".getBytes(StandardCharsets.UTF_8), "text/plain; charset=us-ascii");
        refused(Reason.WRONG_ENCODING, "a".getBytes(StandardCharsets.UTF_8), "text/plain; charset=klingon");
    }

    @Test
    void noiseIsNoText() {
        refused(Reason.NOT_TEXT, "one\0two".getBytes(StandardCharsets.UTF_8), "text/plain");
        refused(Reason.NOT_TEXT, "one\u0007".getBytes(StandardCharsets.UTF_8), "text/plain");
        refused(Reason.NOT_TEXT, "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "text/plain");
        refused(Reason.NOT_TEXT, "PK\u0003\u0004 …".getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    @Test
    void nothingIsRefused() {
        refused(Reason.EMPTY, new byte[0], "text/plain");
        refused(Reason.EMPTY, " \n\t\n".getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    @Test
    void otherTypesAreRefused() {
        refused(Reason.UNSUPPORTED_TYPE, "x".getBytes(StandardCharsets.UTF_8), "image/png");
        refused(Reason.UNSUPPORTED_TYPE, "x".getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void whatIsOverALimitIsRefused() {
        refused(Reason.TOO_LARGE, new byte[10 * 1024 * 1024 + 1], "text/plain");
        refused(Reason.TOO_LONG_LINE, "x".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.UTF_8), "text/plain");
        refused(Reason.TOO_MANY_LINES, "\n".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    @Test
    void tenMegabytesOfTextAreReadInTime() {
        var text = ("word ".repeat(20) + "\n").repeat(10 * 1024 * 1024 / 101).getBytes(StandardCharsets.UTF_8);
        var start = System.nanoTime();

        var read = reader.read(text, "text/plain; charset=utf-8");

        assertThat(read.lines()).hasSize(10 * 1024 * 1024 / 101);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private DocumentText read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private void refused(Reason reason, byte[] bytes, String mediaType) {
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> reader.read(bytes, mediaType))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
