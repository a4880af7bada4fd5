package city.planofrecord.notice.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;

/**
 * Gives the cookies of a login the names by which browsers bind them to this host, which the framework cannot: {@code
 * __Host-} is taken only from this very host over TLS, so that no neighbour under the same domain can plant a session. Off the
 * desk a request has none of these cookies.
 */
@Singleton
class DeskCookies {

    private static final String BOUND = "__Host-";
    private static final String FRAMEWORKS = "q_";

    /** Before anything reads a cookie. */
    private static final int FIRST = 1000;

    private final boolean bound;

    DeskCookies(DeskConfig config) {
        this.bound = config.secureCookies();
    }

    void register(@Observes Filters filters) {
        filters.register(this::rename, FIRST);
    }

    private void rename(RoutingContext request) {
        var sent = request.request().headers().getAll(HttpHeaders.COOKIE);
        if (!sent.isEmpty()) {
            var kept = kept(sent, DeskLogin.isDesk(request), bound);
            if (kept.isEmpty()) {
                request.request().headers().remove(HttpHeaders.COOKIE);
            } else {
                request.request().headers().set(HttpHeaders.COOKIE, kept);
            }
        }
        if (bound && DeskLogin.isDesk(request)) {
            request.addHeadersEndHandler(_ -> bind(request));
        }
        request.next();
    }

    /** The cookies of a request as the framework is to see them. */
    static String kept(List<String> headers, boolean desk, boolean bound) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .flatMap(cookie -> kept(cookie, desk, bound))
                .collect(Collectors.joining("; "));
    }

    private static Stream<String> kept(String cookie, boolean desk, boolean bound) {
        if (cookie.startsWith(BOUND + FRAMEWORKS)) {
            return desk && bound ? Stream.of(cookie.substring(BOUND.length())) : Stream.empty();
        }
        return cookie.startsWith(FRAMEWORKS) && (!desk || bound) ? Stream.empty() : Stream.of(cookie);
    }

    private static void bind(RoutingContext request) {
        var response = request.response();
        for (var cookie : List.copyOf(request.request().cookies())) {
            if (cookie instanceof ServerCookie set
                    && set.isChanged()
                    && set.getName().startsWith(FRAMEWORKS)) {
                response.removeCookie(set.getName(), false);
                response.addCookie(Cookie.cookie(BOUND + set.getName(), set.getValue())
                        .setPath("/")
                        .setSecure(true)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(set.getMaxAge()));
            }
        }
    }
}
