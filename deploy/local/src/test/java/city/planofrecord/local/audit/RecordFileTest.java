package city.planofrecord.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ObjectNode record = record(4);

    @Test
    void aRecordAsItWasFetchedIsWhole() throws IOException {
        assertThat(check().words()).startsWith("Whole: notice 7, 4 entries.");
    }

    @Test
    void itsLayoutMayChange() throws IOException {
        var file = Files.writeString(
                folder.resolve("pretty"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record));

        assertThat(new RecordFile(file).check().whole()).isTrue();
    }

    @Test
    void theFirstBrokenEntryIsNamed() throws IOException {
        ((ObjectNode) entries().get(1)).put("actor", "somebody");

        assertThat(check())
                .isEqualTo(new RecordFile.Finding(
                        false, "Broken at entry 2 of the file: what is shown of it is not what its content says."));
    }

    @Test
    void aTailThatWasCutOffIsFoundByTheHead() throws IOException {
        entries().remove(3);

        assertThat(check().words()).isEqualTo("Broken after entry 3: the record says that it ends with entry 4.");
    }

    @Test
    void aTailThatWasCutOffTogetherWithItsHeadIsFoundByAHashThatWasKnown() throws IOException {
        var known = record.path("head").path("hash").asText();
        entries().remove(3);
        record.putObject("head")
                .put("number", 3)
                .put("hash", entries().get(2).path("hash").asText());

        assertThat(check().whole()).isTrue();
        assertThat(new RecordFile(file()).check(known).words())
                .isEqualTo("Broken: no entry bears the hash " + known + " that was known.");
    }

    @Test
    void theRecordOfAnotherThingIsNotThisOnes() throws IOException {
        record.put("id", "8");

        assertThat(check().words()).contains("it is not about the notice 8");
    }

    @Test
    void whatIsNoRecordIsSaidToBeNone() throws IOException {
        for (var text : new String[] {"", "[]", "{}", "<html>", "{\"entries\": [1]}", "{\"entries\": [{"}) {
            var file = Files.writeString(folder.resolve("none"), text);

            assertThat(new RecordFile(file).check().whole()).as(text).isFalse();
        }
    }

    private RecordFile.Finding check() throws IOException {
        return new RecordFile(file()).check();
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("record.json"), record.toString());
    }

    private ArrayNode entries() {
        return (ArrayNode) record.get("entries");
    }

    private static ObjectNode record(int length) {
        var record = JSON.createObjectNode().put("aggregate", "notice").put("id", "7");
        var entries = record.putArray("entries");
        var previous = "0".repeat(64);
        for (var number = 1; number <= length; number++) {
            var entry = JSON.createObjectNode()
                    .put("aggregate", "notice")
                    .put("id", "7")
                    .put("number", number)
                    .put("at", "2026-11-23T10:00:0" + number + "Z")
                    .put("previous", previous);
            var content = entry.toString();
            previous = sha256(content);
            entries.add(entry.put("hash", previous).put("content", content));
        }
        record.putObject("head").put("number", length).put("hash", previous);
        return record;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
