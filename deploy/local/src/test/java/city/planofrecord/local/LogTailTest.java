package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void theTailBeginsWhereTheTroubleBegan() throws IOException {
        var log = log("INFO  starting", "ERROR no route to database", "    at somewhere", "INFO  stopping");

        assertThat(LogTail.of(log)).containsExactly("ERROR no route to database", "    at somewhere", "INFO  stopping");
    }

    @Test
    void aLogWithoutTroubleEndsWithItsLastLines() throws IOException {
        var lines = IntStream.range(0, 100).mapToObj(i -> "INFO " + i).toArray(String[]::new);

        assertThat(LogTail.of(log(lines))).hasSize(30).endsWith("INFO 99");
    }

    @Test
    void ofAVeryLargeLogOnlyTheEndIsRead() throws IOException {
        var lines = IntStream.range(0, 50_000).mapToObj(i -> "INFO " + i).collect(Collectors.joining("\n"));

        assertThat(LogTail.of(log(lines, "FATAL out of memory"))).containsExactly("FATAL out of memory");
    }

    @Test
    void noLogIsNoTail() throws IOException {
        assertThat(LogTail.of(folder.resolve("absent.log"))).isEmpty();
    }

    private Path log(String... lines) throws IOException {
        return Files.writeString(folder.resolve("service.log"), String.join("\n", lines));
    }
}
