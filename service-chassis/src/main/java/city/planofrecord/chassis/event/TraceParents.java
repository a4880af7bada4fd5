package city.planofrecord.chassis.event;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.request.RequestId;
import city.planofrecord.chassis.request.RequestIds;
import city.planofrecord.chassis.request.TraceParent;

/**
 * The trace (W3C Trace Context) that the present transaction belongs to: that of the event it handles, else of the request
 * it answers, else a new one.
 */
@Singleton
public class TraceParents {

    static final String NAME = TraceParent.HEADER;

    private final TransactionSynchronizationRegistry transaction;
    private final CurrentVertxRequest request;
    private final RequestIds ids;
    private final SecureRandom random = new SecureRandom();

    TraceParents(TransactionSynchronizationRegistry transaction, CurrentVertxRequest request, RequestIds ids) {
        this.transaction = transaction;
        this.request = request;
        this.ids = ids;
    }

    /** Has the present transaction belong to the trace of what it handles; what is no trace is left out. */
    void follow(@Nullable String traceparent) {
        if (TraceParent.traceOf(traceparent).isPresent()) {
            transaction.putResource(NAME, traceparent);
        }
    }

    /** The trace of the present transaction, the same for all its events. */
    String current() {
        if (transaction.getResource(NAME) == null) {
            transaction.putResource(NAME, ofRequest().orElseGet(this::begun));
        }
        return transaction.getResource(NAME).toString();
    }

    /** The id of that trace, by which a request and all that it set off belong together. */
    public String currentId() {
        return current().substring(3, 35);
    }

    /** The trace that the request belongs to, or one of the request's own id, by which it is found again. */
    private Optional<String> ofRequest() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getCurrent())
                .map(context -> context.request().getHeader(NAME))
                .filter(given -> TraceParent.traceOf(given).isPresent())
                .or(() -> ids.current().flatMap(RequestId::asTrace).map(this::begun));
    }

    private String begun() {
        return begun(random(16));
    }

    private String begun(String trace) {
        return "00-" + trace + "-" + random(8) + "-01";
    }

    private String random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
