package city.planofrecord.chassis.page;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;

/** Where browsers log in at the city's OpenID provider. */
@Singleton
class LoginPlaces {

    private final LoginConfig config;
    private final TenantConfigBean tenants;

    LoginPlaces(LoginConfig config, TenantConfigBean tenants) {
        this.config = config;
        this.tenants = tenants;
    }

    /** The addresses of one provider. */
    record LoginPlace(String authorization, String token) {}

    /** Empty while nothing is known of the provider: it was away when the service started, and no token has come since. */
    Optional<LoginPlace> find() {
        var said = Optional.ofNullable(tenants.getDefaultTenant().getOidcMetadata());
        var authorization =
                config.authorizationUrl().or(() -> said.map(OidcConfigurationMetadata::getAuthorizationUri));
        var token = config.tokenUrl().or(() -> said.map(OidcConfigurationMetadata::getTokenUri));
        return authorization.flatMap(there -> token.map(then -> new LoginPlace(there, then)));
    }
}
