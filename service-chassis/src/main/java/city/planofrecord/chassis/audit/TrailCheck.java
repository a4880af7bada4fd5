package city.planofrecord.chassis.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the whole trail of a service, entry by entry as it is shown, and tells the first that is not as it was
 * written; and, once the heads that were published are known, which chains have lost entries or were written anew.
 */
public final class TrailCheck {

    private final Map<Chain, ChainCheck> chains = new HashMap<>();
    private final Map<Chain, TreeMap<Long, String>> published = new HashMap<>();
    private final @Nullable KeyedHash key;

    /** Checks the chains by themselves. */
    public TrailCheck() {
        this.key = null;
    }

    /** Checks them by the heads that were published as well. */
    public TrailCheck(KeyedHash key) {
        this.key = key;
    }

    /** Takes what one event has published, before the entries are gone through. */
    public void published(JsonNode heads) {
        for (var head : heads.path("heads")) {
            published
                    .computeIfAbsent(chain(head), _ -> new TreeMap<>())
                    .put(head.path("number").asLong(), head.path("mac").asText());
        }
    }

    /** How many chains have been met. */
    public int chains() {
        return chains.size();
    }

    /**
     * Checks the next entry of any chain; of each chain they come in their order.
     *
     * @return what is wrong with it, and which it is; empty where it is as it was written
     */
    public Optional<String> add(JsonNode entry) {
        var chain = chain(entry);
        return chains.computeIfAbsent(chain, _ -> new ChainCheck())
                .add(entry)
                .or(() -> otherThanPublished(chain, entry))
                .map(fault -> chain + ", entry " + entry.path("number").asText() + ": " + fault);
    }

    private Optional<String> otherThanPublished(Chain chain, JsonNode entry) {
        var number = entry.path("number").asLong();
        var head = published.getOrDefault(chain, new TreeMap<>()).remove(number);
        return head == null
                        || key == null
                        || key.of(chain, number, entry.path("hash").asText()).equals(head)
                ? Optional.empty()
                : Optional.of("it is not the one whose hash was published");
    }

    /** What is missing, once all entries have been gone through: an entry that was published and was not met. */
    public Optional<String> end() {
        return published.entrySet().stream()
                .filter(chain -> !chain.getValue().isEmpty())
                .map(chain -> chain.getKey() + ", entry " + chain.getValue().firstKey()
                        + ": it was published, and is not there any more")
                .sorted()
                .findFirst();
    }

    private static Chain chain(JsonNode node) {
        return new Chain(node.path("aggregate").asText(), node.path("id").asText());
    }
}
