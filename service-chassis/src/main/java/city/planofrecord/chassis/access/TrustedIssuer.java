package city.planofrecord.chassis.access;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a service from starting whose tokens anybody could make. */
@Singleton
class TrustedIssuer {

    private final IssuerCheck check;

    TrustedIssuer(
            AccessConfig access,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        check = new IssuerCheck(issuer, host, access.localSystem());
    }

    void check(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            check.require();
        }
    }
}
