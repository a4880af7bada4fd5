package city.planofrecord.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What is told of a trail after a backup was restored: here one of two entries, where four had been published. */
class TrailCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyedHash KEY = new KeyedHash("the key of the audit trail in tests");
    private static final Chain CHAIN = new Chain("thing", "7");

    private final List<ObjectNode> before = chain(List.of("a", "b", "c", "d"));
    private final List<ObjectNode> restored = chain(List.of("a", "b", "x", "y", "z"));
    private final JsonNode early = publication("2026-11-24T10:00:00Z", before.get(1));
    private final JsonNode late = publication("2026-11-24T11:00:00Z", before.get(3));
    private final JsonNode since = publication("2026-11-24T13:00:00Z", restored.get(3));

    @Test
    void withoutAWordOfARestoreWhatIsMissingIsABreak() {
        var check = new TrailCheck(KEY);
        check.published(0, early);
        check.published(0, late);

        assertThat(all(check, restored.subList(0, 2))).isEmpty();
        assertThat(check.end()).hasValueSatisfying(fault -> assertThat(fault).contains("thing 7, entry 4"));
    }

    @Test
    void whatGoesOnAfterARestoreIsNotTakenForWhatWasPublished() {
        var check = new TrailCheck(KEY);
        check.published(0, late);
        check.published(1, since);

        assertThat(all(check, restored))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("entry 4: it is not the one whose hash was published"));
    }

    @Test
    void ofAKnownRestoreItIsToldWhatItHasLostAndFromWhenTheBackupIs() {
        var check = new TrailCheck(KEY, 1);
        check.published(0, early);
        check.published(0, late);
        check.published(1, since);

        assertThat(all(check, restored)).isEmpty();
        assertThat(check.end()).isEmpty();
        assertThat(check.loss())
                .contains(new TrailCheck.Loss(
                        Map.of(CHAIN, 4L),
                        Optional.of(Instant.parse("2026-11-24T10:00:00Z")),
                        Instant.parse("2026-11-24T11:00:00Z")));
    }

    @Test
    void whatWasPublishedSinceTheRestoreMustAllBeThere() {
        var check = new TrailCheck(KEY, 1);
        check.published(0, late);
        check.published(1, since);

        assertThat(all(check, restored.subList(0, 3))).isEmpty();
        assertThat(check.end()).hasValueSatisfying(fault -> assertThat(fault).contains("thing 7, entry 4"));
    }

    @Test
    void whatWasPublishedOnceIsNotForgottenWhenTheSameNumberIsPublishedAgain() {
        var check = new TrailCheck(KEY);
        check.published(0, late);
        check.published(0, since);

        assertThat(all(check, restored)).hasSize(1);
    }

    @Test
    void aRestoreThatLostNothingHasNoLoss() {
        var check = new TrailCheck(KEY, 1);
        check.published(0, early);
        check.published(1, since);

        assertThat(all(check, restored)).isEmpty();
        assertThat(check.end()).isEmpty();
        assertThat(check.loss()).isEmpty();
    }

    private static List<String> all(TrailCheck check, List<ObjectNode> entries) {
        return entries.stream().flatMap(entry -> check.add(entry).stream()).toList();
    }

    private static JsonNode publication(String until, ObjectNode head) {
        var data = JSON.createObjectNode().put("until", until);
        data.putArray("heads")
                .addObject()
                .put("aggregate", CHAIN.aggregate())
                .put("id", CHAIN.id())
                .put("number", head.path("number").asLong())
                .put(
                        "mac",
                        KEY.of(
                                CHAIN,
                                head.path("number").asLong(),
                                head.path("hash").asText()));
        return data;
    }

    private static List<ObjectNode> chain(List<String> words) {
        var entries = new ArrayList<ObjectNode>();
        var previous = TrailEntry.NONE_BEFORE;
        for (var word : words) {
            var content = JSON.createObjectNode()
                    .put("aggregate", CHAIN.aggregate())
                    .put("id", CHAIN.id())
                    .put("number", entries.size() + 1)
                    .put("at", "2026-11-24T09:00:00Z")
                    .put("operation", word)
                    .put("previous", previous);
            previous = TrailEntry.hash(content.toString());
            entries.add(content.deepCopy().put("hash", previous).put("content", content.toString()));
        }
        return entries;
    }
}
