package city.planofrecord.chassis.request;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The form of a {@code traceparent} (W3C Trace Context). */
public final class TraceParent {

    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** The id of the trace, in 32 small hexadecimal digits; empty where the text is no traceparent. */
    public static Optional<String> traceOf(@Nullable String traceparent) {
        if (traceparent == null) {
            return Optional.empty();
        }
        var matcher = FORM.matcher(traceparent);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
