package city.planofrecord.chassis.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What browsers are told with every answer (OWASP ASVS 5.0, section 3.4).
 *
 * <p>An answer is allowed nothing: no script, no style, no frame, no form. A page that is allowed more sets {@link
 * #CONTENT_SECURITY_POLICY} and, where its windows must find each other, {@link #OPENER_POLICY} on its own answer, which
 * replaces ours.
 */
public final class AnswerHeaders {

    public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** For data: whatever a browser may be made to see in it, nothing of it runs, loads or is framed. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    static final String NO_OPENER = "same-origin";
    public static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";
    /** What a page may say for itself. */
    static final List<String> OF_PAGES = List.of(CONTENT_SECURITY_POLICY, OPENER_POLICY);

    static final String STRICT_TRANSPORT = "Strict-Transport-Security";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            // A stricter one would have browsers send the forms of our own pages with "Origin: null".
            "Referrer-Policy",
            "same-origin",
            // Reading by CORS is not subject to it; being taken for an image or a script of another's page is.
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final String strictTransport;

    AnswerHeaders(String strictTransport) {
        this.strictTransport = strictTransport;
    }

    /** @param overTls whether the client's own connection is encrypted, by this service or by a proxy that we trust */
    Map<String, String> of(boolean overTls) {
        var headers = new LinkedHashMap<>(ALWAYS);
        headers.put(CONTENT_SECURITY_POLICY, NOTHING);
        headers.put(OPENER_POLICY, NO_OPENER);
        if (overTls) {
            headers.put(STRICT_TRANSPORT, strictTransport);
        }
        return headers;
    }
}
