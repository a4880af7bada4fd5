package city.planofrecord.chassis.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the whole trail of a service, entry by entry as it is shown, and tells the first that is not as it was
 * written; and, once the heads that were published are known, which chains have lost entries or were written anew.
 *
 * <p>A restore brings an earlier trail back: what was published after the backup is missing then, as if it had been cut
 * off. Who checks and knows of the restore says so; what is missing of earlier epochs is then told as its loss.
 */
public final class TrailCheck {

    private final Map<Chain, ChainCheck> chains = new HashMap<>();
    private final Map<Chain, TreeMap<Long, List<Head>>> published = new HashMap<>();
    private final Set<Instant> publications = new HashSet<>();
    private final TreeSet<Instant> publicationsWithALoss = new TreeSet<>();
    private final Map<Chain, Long> lost = new HashMap<>();
    private final @Nullable KeyedHash key;
    private final int restored;

    /** Checks the chains by themselves. */
    public TrailCheck() {
        this.key = null;
        this.restored = 0;
    }

    /** Checks them by the heads that were published as well. */
    public TrailCheck(KeyedHash key) {
        this(key, 0);
    }

    /**
     * As the other, of a service that was restored.
     *
     * @param restored the epoch that began with the restore; what was published in it and later must all be there
     */
    public TrailCheck(KeyedHash key, int restored) {
        this.key = key;
        this.restored = restored;
    }

    /** A head that was published. */
    private record Head(int epoch, String mac, Instant until) {}

    /**
     * What a restore has lost.
     *
     * @param firstOf of each thing the number of the first entry that is not there any more
     * @param after the backup was taken after that instant; empty where nothing tells
     * @param before and before that one
     */
    public record Loss(Map<Chain, Long> firstOf, Optional<Instant> after, Instant before) {}

    /** Takes what one event has published, before the entries are gone through. */
    public void published(JsonNode heads) {
        published(0, heads);
    }

    /** As the other, of an event of an epoch. */
    public void published(int epoch, JsonNode heads) {
        var until = instant(heads.path("until").asText());
        if (epoch < restored) {
            publications.add(until);
        }
        for (var head : heads.path("heads")) {
            published
                    .computeIfAbsent(chain(head), _ -> new TreeMap<>())
                    .computeIfAbsent(head.path("number").asLong(), _ -> new ArrayList<>())
                    .add(new Head(epoch, head.path("mac").asText(), until));
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
        var heads = published.getOrDefault(chain, new TreeMap<>()).remove(number);
        if (heads == null || key == null) {
            return Optional.empty();
        }
        var mac = key.of(chain, number, entry.path("hash").asText());
        return heads.stream()
                        .filter(head -> !head.mac().equals(mac))
                        .allMatch(head -> isLossOfARestore(chain, number, head))
                ? Optional.empty()
                : Optional.of("it is not the one whose hash was published");
    }

    /** What is missing, once all entries have been gone through: an entry that was published and was not met. */
    public Optional<String> end() {
        var missing = new ArrayList<String>();
        published.forEach((chain, heads) -> heads.forEach((number, all) -> {
            if (!all.stream().allMatch(head -> isLossOfARestore(chain, number, head))) {
                missing.add(chain + ", entry " + number + ": it was published, and is not there any more");
            }
        }));
        return missing.stream().sorted().findFirst();
    }

    /** What the restore has lost, once all entries have been gone through; empty where nothing was. */
    public Optional<Loss> loss() {
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        var before = publicationsWithALoss.first();
        return Optional.of(new Loss(
                Map.copyOf(lost),
                publications.stream().filter(until -> until.isBefore(before)).max(Instant::compareTo),
                before));
    }

    private boolean isLossOfARestore(Chain chain, long number, Head head) {
        if (head.epoch() >= restored) {
            return false;
        }
        lost.merge(chain, number, Math::min);
        publicationsWithALoss.add(head.until());
        return true;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static Chain chain(JsonNode node) {
        return new Chain(node.path("aggregate").asText(), node.path("id").asText());
    }
}
