package city.planofrecord.chassis.edge;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What browsers are told with every answer (OWASP ASVS 5.0, section 3.4).
 *
 * <p>An answer is allowed nothing: no script, no style, no frame, no form. A page that is allowed more has a policy of its
 * own, in one of two ways. Where a resource renders it, the resource sets {@link #CONTENT_SECURITY_POLICY} on its answer,
 * which replaces ours. Where none does (static files, Swagger UI), {@code city.edge.pages} names its path and its policy.
 */
public final class AnswerHeaders {

    public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** For data: whatever a browser may be made to see in it, nothing of it runs, loads or is framed. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    static final String NO_OPENER = "same-origin";
    static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";
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
    private final List<EdgeConfig.Page> pages;

    AnswerHeaders(String strictTransport, Collection<EdgeConfig.Page> pages) {
        this.strictTransport = strictTransport;
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(
                                (EdgeConfig.Page page) -> page.path().length())
                        .reversed())
                .toList();
    }

    /** @param overTls whether the client's own connection is encrypted, by this service or by a proxy that we trust */
    Map<String, String> of(String path, boolean overTls) {
        var headers = new LinkedHashMap<>(ALWAYS);
        var page = pages.stream().filter(one -> isAt(path, one.path())).findFirst();
        headers.put(
                CONTENT_SECURITY_POLICY,
                page.flatMap(EdgeConfig.Page::contentSecurityPolicy).orElse(NOTHING));
        headers.put(OPENER_POLICY, page.map(EdgeConfig.Page::openerPolicy).orElse(NO_OPENER));
        if (overTls) {
            headers.put(STRICT_TRANSPORT, strictTransport);
        }
        return headers;
    }

    private static boolean isAt(String path, String page) {
        return path.equals(page) || path.startsWith(page + "/");
    }
}
