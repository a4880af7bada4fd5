package city.planofrecord.local.audit;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import city.planofrecord.chassis.audit.KeyedHash;
import city.planofrecord.chassis.audit.TrailCheck;
import city.planofrecord.local.audit.PublishedHeads.Publication;

/** Goes through the whole audit trail of services, and compares it with what they have published. */
public final class TrailVerification {

    private static final int NAMED = 5;

    private final HttpClient http;
    private final KeyedHash key;
    private final List<Publication> published;
    private final Map<String, Integer> restored;

    /** @param published every event about heads, read before the trail is */
    public TrailVerification(HttpClient http, KeyedHash key, List<Publication> published) {
        this(http, key, published, Map.of());
    }

    /** @param restored of services that are known to have been restored, by their names, the epoch that began with it */
    public TrailVerification(
            HttpClient http, KeyedHash key, List<Publication> published, Map<String, Integer> restored) {
        this.http = http;
        this.key = key;
        this.published = List.copyOf(published);
        this.restored = Map.copyOf(restored);
    }

    /**
     * What was found of one service.
     *
     * @param whole whether its trail is as it was written, but for what a restore has lost that was known
     * @param words what to tell, in a line
     */
    public record Finding(boolean whole, String words) {}

    /** The first entry that is not as it was written or published, or how much was found whole. */
    public Finding of(AuditedService service) {
        var check = new TrailCheck(key, restored.getOrDefault(service.name(), 0));
        var heads = published.stream()
                .filter(one -> one.data().path("service").asText().equals("/" + service.name()))
                .toList();
        heads.forEach(one -> check.published(one.epoch(), one.data()));
        var entries = new AtomicLong();
        var fault = new AtomicReference<String>();
        service.entries(http, entry -> {
            entries.incrementAndGet();
            check.add(entry).ifPresent(fault::set);
            return fault.get() == null;
        });
        if (fault.get() == null) {
            check.end().ifPresent(fault::set);
        }
        return fault.get() == null
                ? new Finding(
                        true,
                        service.name() + ": whole"
                                + check.loss().map(_ -> " since its restore").orElse("") + ". "
                                + entries + " entries about " + check.chains() + " things, " + heads.size()
                                + " events with published heads."
                                + check.loss().map(TrailVerification::words).orElse(""))
                : new Finding(
                        false,
                        service.name() + ": broken. " + fault.get() + "." + afterARestore(service.name(), heads));
    }

    private static String words(TrailCheck.Loss loss) {
        var things = new TreeMap<String, Long>();
        loss.firstOf().forEach((chain, number) -> things.put(chain.toString(), number));
        return " Lost by the restore: "
                + things.entrySet().stream()
                        .limit(NAMED)
                        .map(thing -> thing.getKey() + " from entry " + thing.getValue() + " on")
                        .collect(Collectors.joining(", "))
                + (things.size() > NAMED ? " and of " + (things.size() - NAMED) + " things more" : "")
                + ". So the backup was taken "
                + loss.after().map(after -> "after " + after + " and ").orElse("") + "before " + loss.before()
                + ": if you know of none from then, this was no restore.";
    }

    /** What somebody who has restored a backup needs to know. */
    private static String afterARestore(String service, List<Publication> heads) {
        var epoch = heads.stream().mapToInt(Publication::epoch).max().orElse(0);
        return epoch == 0
                ? " A backup that was restored looks the same. If one was: raise the epoch of the service, as \"After a restore\" in"
                        + " docs/operations.md says, and ask again."
                : " The service publishes in epoch " + epoch
                        + ", which a restore begins. If you know of that restore, ask again with" + " --restored="
                        + service + ":" + epoch + " to be told what it has lost.";
    }
}
