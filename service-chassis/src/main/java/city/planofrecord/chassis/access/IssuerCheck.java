package city.planofrecord.chassis.access;

import java.net.URI;
import java.util.Set;

/** Whether an issuer may be trusted with a city's approvals. */
record IssuerCheck(String issuer, String host, boolean localSystem) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    /** @throws IllegalStateException where the service must not start so; the message says what to set */
    void require() {
        var address = address();
        if (localSystem) {
            if (!LOOPBACK.contains(host)) {
                throw new IllegalStateException("city.access.local-system is set, and the service would listen on "
                        + host + ". Set quarkus.http.host to 127.0.0.1, or set city.access.local-system to false.");
            }
        } else if (address.getHost() == null || LOOPBACK.contains(address.getHost())) {
            throw new IllegalStateException("The issuer of tokens is " + issuer
                    + ", on this machine. Set OIDC_ISSUER to the address of the city's OpenID provider.");
        } else if (!"https".equals(address.getScheme())) {
            throw new IllegalStateException("The issuer of tokens is " + issuer
                    + ", whose keys would come unprotected. Set OIDC_ISSUER to an address that begins with https.");
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
