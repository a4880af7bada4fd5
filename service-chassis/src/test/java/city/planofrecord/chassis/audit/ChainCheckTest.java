package city.planofrecord.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ObjectNode> entries = chain("7", 5);

    @Test
    void aChainAsItWasWrittenIsWhole() {
        var check = new ChainCheck();

        assertThat(entries).allSatisfy(entry -> assertThat(check.add(entry)).isEmpty());

        assertThat(check.number()).isEqualTo(5);
        assertThat(check.hash()).isEqualTo(entries.getLast().get("hash").asText());
    }

    @Test
    void anAlteredContentIsFoundByItsHash() {
        entries.get(2).put("content", entries.get(2).get("content").asText().replace("nobody", "somebody"));

        assertThat(firstFault()).contains("3: its content has not the hash that it bears");
    }

    @Test
    void whatIsShownOtherThanItWasWrittenIsFound() {
        entries.get(2).put("actor", "somebody");

        assertThat(firstFault()).contains("3: what is shown of it is not what its content says");
    }

    @Test
    void anEntryThatIsLeftOutIsFoundAtTheNext() {
        entries.remove(2);

        assertThat(firstFault()).contains("4: it is number 4 where number 3 should stand");
    }

    @Test
    void aRewrittenEntryIsFoundAtTheNext() {
        var forged = entries.get(2);
        forged.put("actor", "somebody");
        var content = forged.deepCopy();
        content.remove(List.of("hash", "content"));
        forged.put("content", content.toString()).put("hash", TrailEntry.hash(content.toString()));

        assertThat(firstFault()).contains("4: it was not written after the entry that stands before it");
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        entries.add(2, entries.remove(3));

        assertThat(firstFault()).contains("4: it is number 4 where number 3 should stand");
    }

    @Test
    void anEntryOfAnotherChainIsFound() {
        entries.set(0, chain("8", 1).getFirst());

        assertThat(firstFault()).isPresent();
    }

    private Optional<String> firstFault() {
        var check = new ChainCheck();
        return entries.stream()
                .flatMap(entry ->
                        check.add(entry).map(fault -> entry.get("number").asText() + ": " + fault).stream())
                .findFirst();
    }

    private static List<ObjectNode> chain(String id, int length) {
        var entries = new ArrayList<ObjectNode>();
        var previous = TrailEntry.NONE_BEFORE;
        for (var number = 1; number <= length; number++) {
            var entry = JSON.createObjectNode()
                    .put("aggregate", "thing")
                    .put("id", id)
                    .put("number", number)
                    .put("at", "2026-11-23T10:00:0" + number + "Z")
                    .put("actor", "nobody")
                    .put("previous", previous);
            var content = entry.toString();
            previous = TrailEntry.hash(content);
            entries.add(entry.put("hash", previous).put("content", content));
        }
        return entries;
    }
}
