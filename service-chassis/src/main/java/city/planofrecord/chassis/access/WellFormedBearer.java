package city.planofrecord.chassis.access;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Looks at the form of a bearer token before anything reads it: the framework stumbles over some that are none. Who says twice
 * who they are is nobody, since a proxy before us may have believed the other. Who says nothing is nobody without the provider's
 * being asked, so that what is public is served while it is away.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class WellFormedBearer implements HttpAuthenticationMechanism {

    private static final Pattern BEARER = Pattern.compile("bearer(\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WELL_FORMED =
            Pattern.compile("bearer +[\\w-]++\\.[\\w-]++\\.[\\w-]*+ *", Pattern.CASE_INSENSITIVE);

    /** How long a provider may take to say which keys it has. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final OidcAuthenticationMechanism oidc;
    private final Instance<TenantResolver> otherLogins;

    WellFormedBearer(OidcAuthenticationMechanism oidc, Instance<TenantResolver> otherLogins) {
        this.oidc = oidc;
        this.otherLogins = otherLogins;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var given = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (given.size() > 1 || given.stream().anyMatch(WellFormedBearer::isMalformed)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The form of Authorization"));
        }
        if (given.isEmpty() && isForBearersOnly(context)) {
            return Uni.createFrom().nullItem();
        }
        return oidc.authenticate(context, identities)
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new OIDCException("The OpenID provider has not answered within " + LONGEST));
    }

    /** Whether no login of another kind, as by a browser, is for this path. */
    private boolean isForBearersOnly(RoutingContext context) {
        return otherLogins.stream()
                .map(login -> login.resolve(context))
                .allMatch(tenant -> tenant == null || tenant.equals(OidcUtils.DEFAULT_TENANT_ID));
    }

    private static boolean isMalformed(String authorization) {
        return BEARER.matcher(authorization).matches()
                && !WELL_FORMED.matcher(authorization).matches();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority();
    }
}
