package city.planofrecord.local;

import java.net.URI;
import java.util.Map;

/**
 * The OpenID provider whose tokens the services take, and as what one of them is known to it.
 *
 * @param issuer as its tokens name it
 * @param rolesClaim the claim that holds the roles, with {@code /} between levels
 * @param serviceScope what notice-service asks for with its own token
 * @param serviceSecret by which the provider knows notice-service
 */
record Provider(URI issuer, String rolesClaim, String serviceScope, String serviceSecret) {

    /** The issuer of the local system, on the port. */
    static Provider local(int port) {
        return new Provider(IssuerPart.address(port), "roles", IssuerPart.SERVICE, "local");
    }

    /** What each service is told. */
    Map<String, String> forAll() {
        return Map.of(
                "OIDC_ISSUER", issuer.toString(), "OIDC_AUDIENCE", "planofrecord", "OIDC_ROLES_CLAIM", rolesClaim);
    }

    /** What notice-service is told besides. */
    Map<String, String> forTheClient() {
        return Map.of(
                "OIDC_CLIENT_ID", "notice-service",
                "OIDC_CLIENT_SECRET", serviceSecret,
                "OIDC_CLIENT_SCOPES", serviceScope);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Provider[issuer=" + issuer + "]";
    }
}
