package city.planofrecord.chassis.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Goes through one chain, entry by entry as it is shown, and tells the first that is not as it was written. */
public final class ChainCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private long number;
    private String hash = TrailEntry.NONE_BEFORE;
    private Instant at = Instant.MIN;
    private @Nullable String thing;

    /** How many entries were found whole. */
    public long number() {
        return number;
    }

    /** The hash of the last of them; 64 zeros where there was none. */
    public String hash() {
        return hash;
    }

    /**
     * Checks the next entry.
     *
     * @param entry as it was read from an answer or a file
     * @return what is wrong with it; empty where it is whole, and stands where it was written
     */
    public Optional<String> add(JsonNode entry) {
        if (!(entry instanceof ObjectNode shown)) {
            return Optional.of("it is no entry");
        }
        var content = shown.path("content").asText();
        if (!TrailEntry.hash(content).equals(shown.path("hash").asText())) {
            return Optional.of("its content has not the hash that it bears");
        }
        if (!says(content, shown)) {
            return Optional.of("what is shown of it is not what its content says");
        }
        if (shown.path("number").asLong() != number + 1) {
            return Optional.of("it is number " + shown.path("number").asText() + " where number " + (number + 1)
                    + " should stand");
        }
        if (!shown.path("previous").asText().equals(hash)) {
            return Optional.of("it was not written after the entry that stands before it");
        }
        var of = shown.path("aggregate").asText() + " " + shown.path("id").asText();
        if (thing != null && !thing.equals(of)) {
            return Optional.of("it is about " + of + ", those before it about " + thing);
        }
        return inTime(shown.path("at").asText()).or(() -> {
            number++;
            hash = shown.path("hash").asText();
            thing = of;
            return Optional.empty();
        });
    }

    private Optional<String> inTime(String written) {
        try {
            var instant = Instant.parse(written);
            if (instant.isBefore(at)) {
                return Optional.of("it is older than the entry before it");
            }
            at = instant;
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("it does not say when it was entered");
        }
    }

    private static boolean says(String content, ObjectNode entry) {
        try {
            var shown = entry.deepCopy();
            shown.remove("hash");
            shown.remove("content");
            return shown.equals(JSON.readTree(content));
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
