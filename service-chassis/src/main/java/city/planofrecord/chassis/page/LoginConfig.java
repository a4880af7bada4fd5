package city.planofrecord.chassis.page;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people log in by a browser. */
@ConfigMapping(prefix = "city.login")
public interface LoginConfig {

    /**
     * The client of the OpenID provider as which Swagger UI logs people in: a public one, which has no secret and must use
     * PKCE, and whose redirect address is that of the service with {@code /q/swagger-ui/oauth2-redirect.html}.
     */
    @WithDefault("planofrecord-docs")
    String swaggerUiClient();

    /** What it asks for, separated by blanks. */
    @WithDefault("openid")
    String swaggerUiScopes();

    /** Where a browser is sent to log in; where it is not set, what the provider says of itself. */
    Optional<String> authorizationUrl();

    /** Where a browser exchanges the code for a token; where it is not set, what the provider says of itself. */
    Optional<String> tokenUrl();
}
