package city.planofrecord.local.audit;

import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.audit.KeyedHash;
import city.planofrecord.chassis.audit.TrailCheck;

/** Goes through the whole audit trail of services, and compares it with what they have published. */
public final class TrailVerification {

    private final HttpClient http;
    private final KeyedHash key;
    private final List<JsonNode> published;

    /** @param published every event about heads, read before the trail is */
    public TrailVerification(HttpClient http, KeyedHash key, List<JsonNode> published) {
        this.http = http;
        this.key = key;
        this.published = List.copyOf(published);
    }

    /**
     * What was found of one service.
     *
     * @param whole whether its trail is as it was written
     * @param words what to tell, in a line
     */
    public record Finding(boolean whole, String words) {}

    /** The first entry that is not as it was written or published, or how much was found whole. */
    public Finding of(AuditedService service) {
        var check = new TrailCheck(key);
        var heads = published.stream()
                .filter(data -> data.path("service").asText().equals("/" + service.name()))
                .toList();
        heads.forEach(check::published);
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
                        service.name() + ": whole. " + entries + " entries about " + check.chains() + " things, "
                                + heads.size() + " events with published heads.")
                : new Finding(false, service.name() + ": broken. " + fault.get() + ".");
    }
}
