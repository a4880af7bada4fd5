package city.planofrecord.chassis.request;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * By what a request is known afterwards. It is written into logs and into a trail that is kept for ever, so that of what a
 * client sends only digits are taken over, in which nobody is named.
 *
 * @param text a UUID, or 16 to 64 hexadecimal digits, as the client wrote them
 */
public record RequestId(String text) {

    public static final String HEADER = "X-Request-Id";

    private static final Pattern FORM =
            Pattern.compile("[0-9A-Fa-f]{16,64}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern OF_A_TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The id that was sent where it is well-formed, else that of the trace that was sent, else one that is made. */
    static RequestId of(@Nullable String sent, @Nullable String traceparent) {
        if (sent != null && FORM.matcher(sent).matches()) {
            return new RequestId(sent);
        }
        return new RequestId(TraceParent.traceOf(traceparent).orElseGet(RequestId::made));
    }

    /** The same as the id of a trace, in 32 small hexadecimal digits; empty where it is shorter or longer. */
    public Optional<String> asTrace() {
        var digits = text.replace("-", "").toLowerCase(Locale.ROOT);
        return OF_A_TRACE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    private static String made() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
