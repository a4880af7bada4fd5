package city.planofrecord.chassis.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a service would send unprotected to another machine, by its settings; each finding says what to set. */
final class ClearText {

    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://([^/?]*)");
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([^&]*)");
    private static final Set<String> VERIFIED = Set.of("verify-ca", "verify-full");
    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");

    private ClearText() {}

    /** @param url of the database, as JDBC takes it */
    static Optional<String> toDatabase(String url) {
        var hosts = JDBC.matcher(url);
        if (!hosts.find() || allHere(hosts.group(1))) {
            return Optional.empty();
        }
        var mode = SSL_MODE.matcher(url);
        if (mode.find() && VERIFIED.contains(mode.group(1))) {
            return Optional.empty();
        }
        return Optional.of(
                "PostgreSQL is on another machine (" + hosts.group(1)
                        + ") and would not have to prove who it is. Add sslmode=verify-full and sslrootcert=… to DATABASE_URL.");
    }

    /** @param servers host and port of each, separated by commas */
    static Optional<String> toKafka(String servers, @Nullable String protocol) {
        if (allHere(servers) || (protocol != null && ENCRYPTED.contains(protocol.toUpperCase(Locale.ROOT)))) {
            return Optional.empty();
        }
        return Optional.of(
                "Kafka is on another machine (" + servers
                        + ") and would be spoken to in clear text. Set KAFKA_SECURITY_PROTOCOL to SASL_SSL, and what belongs to it.");
    }

    /** @param name of the setting that the address comes from */
    static Optional<String> withToken(String name, URI address) {
        if ("https".equalsIgnoreCase(address.getScheme()) || isHere(String.valueOf(address.getHost()))) {
            return Optional.empty();
        }
        return Optional.of("Tokens would be sent to " + address + " in clear text. Set " + name
                + " to an address that begins with https.");
    }

    /**
     * What others may send to the service unprotected; a proxy before it may take requests over TLS, which it cannot know.
     *
     * @param host that the service listens on in plain HTTP
     */
    static Optional<String> fromOthers(String host) {
        return isHere(host)
                ? Optional.empty()
                : Optional.of(
                        "Requests and their tokens are taken in clear text on " + host
                                + ". Let a proxy before it take them over TLS, or set HTTPS_CERTIFICATE, HTTPS_KEY and HTTP_PLAIN=disabled.");
    }

    static List<String> all(List<Optional<String>> findings) {
        var all = new ArrayList<String>();
        findings.forEach(finding -> finding.ifPresent(all::add));
        return all;
    }

    private static boolean allHere(String hosts) {
        return Arrays.stream(hosts.split(",", -1)).map(ClearText::withoutPort).allMatch(ClearText::isHere);
    }

    private static String withoutPort(String host) {
        var colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean isHere(String host) {
        return host.strip().matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[?::1]?");
    }
}
