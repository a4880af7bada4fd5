package city.planofrecord.notice.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.oidc.runtime.DefaultTokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends sessions by time. The framework leaves that to the browser, which forgets the cookie, and to the provider, which refuses
 * to renew; whoever has a copy of the cookie would go on for as long as the provider lets them. When a session ends stands in
 * the cookie, sealed with the tokens, beside their scope.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DeskSessions extends DefaultTokenStateManager {

    private static final String BEGUN = DeskSessions.class.getName() + ".begun";
    private static final String OVER = DeskSessions.class.getName() + ".over";
    private static final char BEFORE_SCOPE = ' ';

    private final Duration longest;
    private final InstantSource machine = InstantSource.system();

    DeskSessions(DeskConfig config) {
        longest = Duration.ofSeconds(config.longestSeconds());
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        var now = machine.instant();
        Instant renewed = request.get(BEGUN);
        Long unused = Objects.requireNonNull(request.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM));
        var end = SessionEnd.of(renewed == null ? now : renewed, now, Duration.ofSeconds(unused), longest);
        var scope = Objects.requireNonNullElse(tokens.getAccessTokenScope(), "");
        return super.createTokenState(
                request,
                config,
                new AuthorizationCodeTokens(
                        tokens.getIdToken(),
                        tokens.getAccessToken(),
                        tokens.getRefreshToken(),
                        tokens.getAccessTokenExpiresIn(),
                        end.written() + BEFORE_SCOPE + scope),
                context);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String state,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return super.getTokens(request, config, state, context).map(tokens -> going(request, tokens));
    }

    private AuthorizationCodeTokens going(RoutingContext request, AuthorizationCodeTokens tokens) {
        var written =
                Objects.requireNonNullElse(tokens.getAccessTokenScope(), "").split(" ", 2);
        var end = SessionEnd.read(written[0]).filter(one -> !one.isOver(machine.instant()));
        if (end.isEmpty()) {
            request.put(OVER, true);
            throw new AuthenticationFailedException("The session is over");
        }
        request.put(BEGUN, end.get().begun());
        tokens.setAccessTokenScope(written.length == 1 || written[1].isEmpty() ? null : written[1]);
        return tokens;
    }

    /** Whether the request came with a session that is over. */
    static boolean endedOn(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(OVER));
    }
}
