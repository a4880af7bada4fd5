package city.planofrecord.chassis.event;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.jspecify.annotations.Nullable;

/**
 * The trace (W3C Trace Context) that the present transaction belongs to: that of the event it handles, else of the request
 * it answers, else a new one.
 */
@Singleton
public class TraceParents {

    static final String NAME = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final TransactionSynchronizationRegistry transaction;
    private final CurrentVertxRequest request;
    private final SecureRandom random = new SecureRandom();

    TraceParents(TransactionSynchronizationRegistry transaction, CurrentVertxRequest request) {
        this.transaction = transaction;
        this.request = request;
    }

    /** Has the present transaction belong to the trace of what it handles; what is no trace is left out. */
    void follow(@Nullable String traceparent) {
        if (traceparent != null && isTrace(traceparent)) {
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

    private Optional<String> ofRequest() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getCurrent())
                .map(context -> context.request().getHeader(NAME))
                .filter(TraceParents::isTrace);
    }

    private static boolean isTrace(String text) {
        return FORM.matcher(text).matches();
    }

    private String begun() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var hex = HexFormat.of();
        return "00-" + hex.formatHex(bytes, 0, 16) + "-" + hex.formatHex(bytes, 16, 24) + "-01";
    }
}
