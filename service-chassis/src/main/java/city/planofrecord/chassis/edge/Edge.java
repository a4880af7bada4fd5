package city.planofrecord.chassis.edge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;

/**
 * Looks at every request before anything else does: gives its answer the headers that all answers have, and refuses
 * methods that nobody needs, what the port is not for, and requests of foreign pages.
 */
@Singleton
class Edge {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final Set<String> KNOWN = Set.of(METHODS.split(", "));

    private final AnswerHeaders headers;
    private final Origins origins;
    private final ManagementPort management;
    private final Doors doors;

    Edge(
            EdgeConfig config,
            ManagementPort management,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.management = management;
        this.origins = new Origins(origins);
        headers = new AnswerHeaders(config.strictTransport());
        doors = new Doors(management.isConfigured(), config.docsPublic());
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::admit).failureHandler(this::pass);
    }

    private void admit(RoutingContext context) {
        addHeaders(context);
        var request = context.request();
        if (!isKnown(request)) {
            refuseMethod(context);
        } else if (!doors.isOpen(String.valueOf(context.normalizedPath()), management.took(request))) {
            refuse(context, ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.meaning());
        } else if (isForeign(request)) {
            refuse(
                    context,
                    ProblemKind.FORBIDDEN,
                    "Pages of this Origin may not send requests here. The city lists those that may (CORS_ORIGINS)."
                            + " Where a proxy takes requests over TLS, it is to be named (TRUSTED_PROXIES).");
        } else {
            context.next();
        }
    }

    /** What fails before any route is asked, such as a request without a path, has come past {@link #admit}. */
    private void pass(RoutingContext context) {
        if (context.response().headWritten()) {
            context.next();
            return;
        }
        if (!context.response().headers().contains(AnswerHeaders.CONTENT_SECURITY_POLICY)) {
            addHeaders(context);
        }
        if (isKnown(context.request())) {
            context.next();
        } else {
            refuseMethod(context);
        }
    }

    private void addHeaders(RoutingContext context) {
        var overTls = "https".equalsIgnoreCase(context.request().scheme());
        var response = context.response();
        headers.of(overTls).forEach(response::putHeader);
        context.addHeadersEndHandler(_ -> AnswerHeaders.OF_PAGES.forEach(name -> keepThatOfThePage(response, name)));
        if (origins.areListed()) {
            context.addHeadersEndHandler(_ -> response.headers().add("Vary", "Origin"));
        }
    }

    /** What a resource sets is added to what is there, and browsers would keep to both. */
    private static void keepThatOfThePage(HttpServerResponse response, String name) {
        var values = response.headers().getAll(name);
        if (values.size() > 1) {
            response.putHeader(name, values.getLast());
        }
    }

    private static boolean isKnown(HttpServerRequest request) {
        return KNOWN.contains(request.method().name());
    }

    private boolean isForeign(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null && !origins.admit(origin, own(request));
    }

    private static @Nullable String own(HttpServerRequest request) {
        var authority = request.authority();
        return authority == null ? null : request.scheme() + "://" + authority;
    }

    private static void refuseMethod(RoutingContext context) {
        context.response().putHeader("Allow", METHODS);
        answer(
                context,
                405,
                "method-not-allowed",
                "Method Not Allowed",
                "No operation has this method. The methods that some have: " + METHODS + ".");
    }

    private static void refuse(RoutingContext context, ProblemKind kind, String detail) {
        answer(context, kind.status(), kind.slug(), kind.title(), detail);
    }

    /** A refusal is no page, whatever would be answered at its path. */
    private static void answer(RoutingContext context, int status, String slug, String title, String detail) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader(AnswerHeaders.CONTENT_SECURITY_POLICY, AnswerHeaders.NOTHING)
                .putHeader(AnswerHeaders.OPENER_POLICY, AnswerHeaders.NO_OPENER)
                .end(new JsonObject()
                        .put("type", "/problems/" + slug)
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .put("instance", String.valueOf(context.normalizedPath()))
                        .encode());
    }
}
