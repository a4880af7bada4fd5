package city.planofrecord.notice.desk;

import jakarta.inject.Singleton;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;

/**
 * Where people log in with a browser: the desk and nothing else. By itself the framework would take a cookie, or a last
 * segment such as that of {@code /notices/desk}, for a wish to log in; everything but the desk takes bearer tokens only.
 */
@Singleton
class DeskLogin implements TenantResolver {

    private static final String DESK = "desk";

    @Override
    public String resolve(RoutingContext request) {
        return isDesk(request) ? DESK : OidcUtils.DEFAULT_TENANT_ID;
    }

    static boolean isDesk(RoutingContext request) {
        var path = request.normalizedPath();
        return path.equals("/desk") || path.startsWith("/desk/");
    }
}
