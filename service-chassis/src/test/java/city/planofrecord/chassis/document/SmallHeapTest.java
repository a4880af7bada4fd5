package city.planofrecord.chassis.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {

    @TempDir
    Path folder;

    @Test
    void tenMegabytesOfTextNeedLessThan256() throws Exception {
        readInSmallHeap(
                ("word ".repeat(20) + "\n").repeat(100_000).getBytes(StandardCharsets.UTF_8), DocumentReader.TEXT);
    }

    @Test
    void threeHundredPagesNeedLessThan256() throws Exception {
        readInSmallHeap(SampleDocuments.pages(300), DocumentReader.PDF);
    }

    @Test
    void aLongDocxNeedsLessThan256() throws Exception {
        var paragraph = SampleDocuments.paragraph("A paragraph of this document, one of many, number %d.");
        var body = new StringBuilder();
        for (var i = 0; i < 90_000; i++) {
            body.append(paragraph.formatted(i));
        }
        readInSmallHeap(SampleDocuments.docx(body.toString()), DocumentReader.DOCX);
    }

    private void readInSmallHeap(byte[] document, String mediaType) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("document"), document);
        var output = folder.resolve("output");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReadOne.class.getName(),
                        file.toString(),
                        mediaType)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroy();
        }
    }

    /** What the small heap runs: exit code 0 when the document was read in time. */
    static final class ReadOne {

        public static void main(String... arguments) throws IOException {
            var bytes = Files.readAllBytes(Path.of(arguments[0]));
            var start = System.nanoTime();
            var text = new DocumentReader().read(bytes, arguments[1]);
            var took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println(text.lines().size() + " lines in " + took);
            System.exit(took.compareTo(Duration.ofSeconds(5)) < 0 ? 0 : 1);
        }
    }
}
