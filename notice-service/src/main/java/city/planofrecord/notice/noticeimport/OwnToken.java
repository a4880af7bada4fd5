package city.planofrecord.notice.noticeimport;

import java.time.Duration;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import io.smallrye.mutiny.TimeoutException;

/** The token by which this service is known to the others. */
@Singleton
class OwnToken {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final OidcClient client;

    OwnToken(OidcClient client) {
        this.client = client;
    }

    /**
     * As it stands in {@code Authorization}.
     *
     * @throws ProcessingException where the provider gives none
     */
    String bearer() {
        try {
            // The provider's answer comes on another thread, which must not take the transaction up.
            return "Bearer "
                    + QuarkusTransaction.suspendingExisting()
                            .call(() ->
                                    client.getTokens().await().atMost(LONGEST).getAccessToken());
        } catch (OidcClientException | TimeoutException | QuarkusTransactionException e) {
            // What fails while the transaction is suspended comes wrapped.
            throw new ProcessingException("the OpenID provider gave no token: " + e.getMessage(), e);
        }
    }
}
