package city.planofrecord.chassis.access;

import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a token of the provider that was made for something else than calling us: one that says who logged in, that
 * ends a login, or that is to be traded for others. Providers say so in different ways; a token that says nothing of its kind
 * is taken for an access token.
 */
@Singleton
@Unremovable
@TenantFeature("Default")
class AccessTokensOnly implements Validator {

    /** RFC 9068 and what is written where nothing is meant by it, both with and without {@code application/}. */
    private static final Set<String> HEADERS = Set.of("jwt", "at+jwt");

    /** How Keycloak names the kind. */
    private static final String KEYCLOAKS_KIND = "typ";

    /** How Amazon Cognito names the kind. */
    private static final String COGNITOS_KIND = "token_use";

    @Override
    public @Nullable String validate(JwtContext context) {
        var header = context.getJoseObjects().getFirst().getHeader("typ");
        if (header != null && !HEADERS.contains(header.toLowerCase(Locale.ROOT).replaceFirst("^application/", ""))) {
            return "The token is no access token by its header";
        }
        var claims = context.getJwtClaims();
        if (says(claims, KEYCLOAKS_KIND, "bearer")
                && says(claims, COGNITOS_KIND, "access")
                && !claims.hasClaim("at_hash")
                && !claims.hasClaim("events")) {
            return null;
        }
        return "The token is no access token by its claims";
    }

    /** Whether the claim has the value, or is not there. */
    private static boolean says(JwtClaims claims, String name, String kind) {
        var found = claims.getClaimValue(name);
        return found == null || kind.equalsIgnoreCase(found.toString());
    }
}
