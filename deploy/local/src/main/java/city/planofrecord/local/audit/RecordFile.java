package city.planofrecord.local.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.ChainCheck;

/** The record of one thing in a file, as it was fetched. It is read entry by entry, however long it is. */
public final class RecordFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public RecordFile(Path file) {
        this.file = file;
    }

    /**
     * What was found.
     *
     * @param whole whether every entry is as it was written, and none is missing
     * @param words what to tell, in a sentence
     */
    public record Finding(boolean whole, String words) {}

    /** @throws IOException where the file cannot be read */
    public Finding check() throws IOException {
        return read(null);
    }

    /**
     * As the other, and that it still has an entry that was known.
     *
     * @param known the hash that the entry bears
     */
    public Finding check(String known) throws IOException {
        return read(known);
    }

    private Finding read(@Nullable String known) throws IOException {
        try (var parser = JSON.createParser(Files.newBufferedReader(file))) {
            return new Reading(known).of(parser);
        } catch (JsonProcessingException e) {
            return new Finding(false, file + " is no record: it is not JSON, or cut off.");
        }
    }

    private static final class Reading {

        private final ChainCheck check = new ChainCheck();
        private final @Nullable String known;
        private Optional<String> broken = Optional.empty();
        private boolean met;
        private JsonNode head = JSON.createObjectNode();
        private String aggregate = "";
        private String id = "";
        private long shown;

        Reading(@Nullable String known) {
            this.known = known;
        }

        Finding of(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Finding(false, "This is no record: it does not begin as one.");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME && broken.isEmpty()) {
                var name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "aggregate" -> aggregate = parser.getText();
                    case "id" -> id = parser.getText();
                    case "head" -> head = parser.readValueAsTree();
                    case "entries" -> entries(parser);
                    default -> parser.skipChildren();
                }
            }
            return finding();
        }

        private void entries(JsonParser parser) throws IOException {
            while (broken.isEmpty() && parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode entry = parser.readValueAsTree();
                shown++;
                broken = check.add(entry)
                        .or(() -> ofAnother(entry))
                        .map(fault -> "Broken at entry " + shown + " of the file: " + fault + ".");
                met |= entry.path("hash").asText().equals(known);
            }
        }

        private Optional<String> ofAnother(JsonNode entry) {
            return entry.path("aggregate").asText().equals(aggregate)
                            && entry.path("id").asText().equals(id)
                    ? Optional.empty()
                    : Optional.of("it is not about the " + aggregate + " " + id);
        }

        private Finding finding() {
            if (broken.isPresent()) {
                return new Finding(false, broken.get());
            }
            if (check.number() == 0) {
                return new Finding(false, "This is no record: it has no entries.");
            }
            if (head.path("number").asLong() != check.number()
                    || !head.path("hash").asText().equals(check.hash())) {
                return new Finding(
                        false,
                        "Broken after entry " + check.number() + ": the record says that it ends with entry "
                                + head.path("number").asText() + ".");
            }
            if (known != null && !met) {
                return new Finding(false, "Broken: no entry bears the hash " + known + " that was known.");
            }
            return new Finding(
                    true,
                    "Whole: " + aggregate + " " + id + ", " + check.number() + " entries. The last bears "
                            + check.hash() + ".");
        }
    }
}
