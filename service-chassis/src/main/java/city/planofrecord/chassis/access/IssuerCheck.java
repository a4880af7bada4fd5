package city.planofrecord.chassis.access;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Whether an issuer may be trusted with a city's approvals. */
record IssuerCheck(String issuer, String host, boolean localSystem) {

    /** @throws IllegalStateException where the service must not start so; the message says what to set */
    void require() {
        var address = address();
        if (localSystem) {
            if (!isLoopback(host)) {
                throw new IllegalStateException("city.access.local-system is set, and the service would listen on "
                        + host + ". Set quarkus.http.host to 127.0.0.1, or set city.access.local-system to false.");
            }
        } else if (address.getHost() == null || isThisMachine(address.getHost())) {
            throw new IllegalStateException("The issuer of tokens is " + issuer
                    + ", on this machine. Set OIDC_ISSUER to the address of the city's OpenID provider.");
        } else if (!"https".equals(address.getScheme())) {
            throw new IllegalStateException("The issuer of tokens is " + issuer
                    + ", whose keys would come unprotected. Set OIDC_ISSUER to an address that begins with https.");
        }
    }

    private static boolean isThisMachine(String host) {
        return isLoopback(host)
                || literal(host).map(InetAddress::isAnyLocalAddress).orElse(false);
    }

    /** Without asking for the addresses of names, which may be other ones the next time. */
    private static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || literal(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceFirst("^\\[(.*)]$", "$1")));
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }

    private URI address() {
        try {
            return URI.create(issuer);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("OIDC_ISSUER is no address: " + issuer, e);
        }
    }
}
