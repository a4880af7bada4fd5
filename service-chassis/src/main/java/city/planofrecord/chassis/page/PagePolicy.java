package city.planofrecord.chassis.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page of ours may load and do, as its {@code Content-Security-Policy} says: nothing inline, nothing of others, and no
 * page of others around it.
 *
 * @param scripts whether it has scripts, which are files of the same origin
 * @param connections addresses of others that its scripts may ask
 * @param forms where its forms and what these are answered may lead to, apart from the same origin
 */
public record PagePolicy(boolean scripts, List<URI> connections, List<URI> forms) {

    public PagePolicy {
        connections = List.copyOf(connections);
        forms = List.copyOf(forms);
    }

    /** Of a page that is complete without scripts. */
    public static PagePolicy withoutScripts() {
        return new PagePolicy(false, List.of(), List.of());
    }

    /** Of a page whose scripts ask its own origin and those others. */
    public static PagePolicy withScripts(List<URI> connections) {
        return new PagePolicy(true, connections, List.of());
    }

    /** The header's value. */
    public String text() {
        var directives = new ArrayList<>(List.of("default-src 'none'", "style-src 'self'", "img-src 'self' data:"));
        if (scripts) {
            directives.add("script-src 'self'");
            directives.add(sources("connect-src", connections));
        }
        directives.add(sources("form-action", forms));
        directives.add("base-uri 'none'");
        directives.add("frame-ancestors 'none'");
        return String.join("; ", directives);
    }

    private static String sources(String directive, List<URI> others) {
        var sources = new StringBuilder(directive).append(" 'self'");
        others.forEach(other -> sources.append(' ').append(source(other)));
        return sources.toString();
    }

    /** Without a query, which a source cannot have; what would end the source or the directive is not in a URI unescaped. */
    private static String source(URI other) {
        var port = other.getPort() < 0 ? "" : ":" + other.getPort();
        var path = other.getRawPath() == null ? "" : other.getRawPath();
        return other.getScheme() + "://" + other.getHost() + port
                + path.replace(";", "%3B").replace(",", "%2C");
    }
}
