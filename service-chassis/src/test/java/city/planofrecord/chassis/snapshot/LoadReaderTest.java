package city.planofrecord.chassis.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.StrictJson;

class LoadReaderTest {

    private static final List<Column> COLUMNS =
            List.of(Column.text("id"), Column.value("effectiveFrom"), Column.json("parts"));

    private final ObjectMapper json = new ObjectMapper();

    LoadReaderTest() {
        new StrictJson().customize(json);
    }

    private Refused refused(Format format, String text) {
        return catchThrowableOfType(
                Refused.class, () -> new LoadReader(json).read(text.getBytes(StandardCharsets.UTF_8), format, COLUMNS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"1\", \"effectiveFrom\": \"2030-01-01\", \"id\": \"2\"} | /lines/2/id",
                "{\"effectiveFrom\": \"2030-01-01\", \"parts\": [{\"a\": 1, \"a\": 1}]} | /lines/2/parts/0/a"
            })
    void aLineThatHasAFieldTwiceIsRefusedWithItsPlace(String line, String pointer) {
        var refused = refused(Format.NDJSON, "{\"id\": \"0\", \"effectiveFrom\": \"2030-01-01\"}\n" + line + "\n");

        assertThat(refused.violations()).hasSize(1);
        assertThat(refused.violations().getFirst().pointer()).isEqualTo(pointer);
        assertThat(refused.violations().getFirst().message()).contains("stands twice in one object");
    }

    @Test
    void aLineThatIsNestedTooDeeplyIsRefused() {
        var refused = refused(
                Format.NDJSON,
                "{\"effectiveFrom\": \"2030-01-01\", \"parts\": " + "[".repeat(64) + "]".repeat(64) + "}\n");

        assertThat(refused.violations().getFirst().pointer()).isEqualTo("/lines/1");
        assertThat(refused.violations().getFirst().message()).contains("nested more than 64 levels deep");
    }

    @Test
    void aCellIsReadAsStrictlyAsALine() {
        var twice = refused(Format.CSV, "id,effectiveFrom,parts\n1,2030-01-01,\"{\"\"a\"\": 1, \"\"a\"\": 2}\"\n");
        var deep =
                refused(Format.CSV, "id,effectiveFrom,parts\n1,2030-01-01," + "[".repeat(65) + "]".repeat(65) + "\n");

        assertThat(twice.violations().getFirst().pointer()).isEqualTo("/lines/2/parts/a");
        assertThat(twice.violations().getFirst().message()).contains("stands twice in one object");
        assertThat(deep.violations().getFirst().message()).contains("nested more than 64 levels deep");
    }
}
