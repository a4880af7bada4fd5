package city.planofrecord.local;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.nimbusds.oauth2.sdk.TokenRequest;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What stands in a token of the local issuer: a client is given the role that it asks for as its scope; a person has the
 * roles that were chosen on the login page, which the issuer adds by itself.
 */
final class LocalTokens implements OAuth2TokenCallback {

    private static final List<String> ROLES = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::claim), Stream.of(IssuerPart.SERVICE))
            .toList();

    @Override
    public String issuerId() {
        return IssuerPart.ISSUER;
    }

    @Override
    public String subject(TokenRequest request) {
        return role(request).orElse("nobody");
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of("planofrecord");
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return role(request)
                .map(role -> Map.<String, Object>of("roles", List.of(role)))
                .orElse(Map.of());
    }

    @Override
    public long tokenExpiry() {
        return IssuerPart.GOOD_FOR.toSeconds();
    }

    private static Optional<String> role(TokenRequest request) {
        var scope = request.getScope();
        return scope == null
                ? Optional.empty()
                : scope.toStringList().stream().filter(ROLES::contains).findFirst();
    }
}
