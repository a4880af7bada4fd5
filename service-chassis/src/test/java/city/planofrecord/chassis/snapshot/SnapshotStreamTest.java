package city.planofrecord.chassis.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotStreamTest {

    /** Numbered rows of a kilobyte each, and how many pages of them were asked for. */
    private static final class Numbered implements SnapshotRows {

        private static final String TEXT = "x".repeat(1_000);

        private final int rows;
        private final List<Integer> asked = new ArrayList<>();

        Numbered(int rows) {
            this.rows = rows;
        }

        @Override
        public List<ObjectNode> after(@Nullable ObjectNode last, int limit) {
            asked.add(limit);
            var first = last == null ? 0 : last.path("number").asInt() + 1;
            return IntStream.range(first, Math.min(rows, first + limit))
                    .mapToObj(number -> JsonNodeFactory.instance
                            .objectNode()
                            .put("number", number)
                            .put("text", TEXT))
                    .toList();
        }
    }

    private static SnapshotStream stream(Numbered rows, Format format) {
        return new SnapshotStream(
                new Snapshot(List.of(Column.value("number"), Column.text("text")), rows), format, new ObjectMapper());
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsReadWhenTheOneBeforeWasTaken(Format format) throws IOException {
        var rows = new Numbered(2_000);
        try (var stream = stream(rows, format)) {
            assertThat(rows.asked).isEmpty();

            stream.readNBytes(400_000);
            assertThat(rows.asked).hasSize(1);

            stream.readNBytes(200_000);
            assertThat(rows.asked).hasSize(2);
        }
    }

    /** Two gigabytes, which no heap of the tests could hold. */
    @Test
    void aSnapshotLongerThanTheHeapIsStreamed() throws IOException {
        var rows = new Numbered(2_000_000);
        var bytes = 0L;
        var buffer = new byte[1 << 16];
        try (var stream = stream(rows, Format.NDJSON)) {
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes += read;
            }
            assertThat(stream.rows()).isEqualTo(2_000_000);
        }
        assertThat(bytes).isGreaterThan(Runtime.getRuntime().maxMemory());
        assertThat(rows.asked).hasSize(4_001);
    }

    @ParameterizedTest
    @EnumSource
    void aSnapshotOfNothingIsNoError(Format format) throws IOException {
        try (var stream = stream(new Numbered(0), format)) {
            assertThat(new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(format == Format.CSV ? "\uFEFFnumber,text\r\n" : "");
        }
    }
}
