package city.planofrecord.chassis.edge;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.EarlyProblem;
import city.planofrecord.chassis.http.ProblemKind;

/**
 * Looks at every request before anything else does: gives its answer the headers that all answers have, and refuses
 * methods that nobody needs, what the port is not for, and requests of foreign pages.
 */
@Singleton
class Edge {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final Set<String> KNOWN = Set.of(METHODS.split(", "));

    private static final Logger LOG = Logger.getLogger(Edge.class);

    private final AnswerHeaders headers;
    private final Origins origins;
    private final ManagementPort management;
    private final Doors doors;
    private final BigInteger largest;

    Edge(
            EdgeConfig config,
            ManagementPort management,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.largest = largest.asBigInteger();
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
        } else if (announced(request).compareTo(largest) > 0) {
            context.response().putHeader("Connection", "close");
            context.addEndHandler(_ -> {
                var _ = request.connection().close();
            });
            refuse(context, ProblemKind.TOO_LARGE, "No operation takes a body as large as this.");
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

    /**
     * What fails before any route is asked, such as a request without a path, has come past {@link #admit}. Who fails to log
     * in is told so by those who look at logins.
     */
    private void pass(RoutingContext context) {
        var failure = context.failure();
        if (context.response().headWritten()) {
            breakOff(context);
            return;
        }
        if (failure instanceof SecurityException
                || failure instanceof AuthenticationException
                || failure instanceof IOException) {
            context.next();
            return;
        }
        if (!context.response().headers().contains(AnswerHeaders.CONTENT_SECURITY_POLICY)) {
            addHeaders(context);
        }
        if (!isKnown(context.request())) {
            refuseMethod(context);
        } else if (context.statusCode() == 400) {
            refuse(context, ProblemKind.MALFORMED, "The request cannot be read, by its path or by its headers.");
        } else if (failure instanceof RejectedExecutionException) {
            context.response().putHeader("Retry-After", "5");
            refuse(context, ProblemKind.BUSY, ProblemKind.BUSY.meaning());
        } else if (context.statusCode() / 100 == 4) {
            context.next();
        } else {
            LOG.errorf(
                    failure,
                    "%s %s failed outside of any operation",
                    context.request().method(),
                    context.request().path());
            refuse(context, ProblemKind.INTERNAL_ERROR, ProblemKind.INTERNAL_ERROR.meaning());
        }
    }

    /** An answer that fails when it has begun must not look as if it had come to its end. */
    private static void breakOff(RoutingContext context) {
        if (!context.response().ended()) {
            LOG.warnf(
                    "The answer to %s %s broke off",
                    context.request().method(), context.request().path());
            context.response().reset();
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

    /** Before the server looks at it, which would close without a word. */
    private static BigInteger announced(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,30}") ? BigInteger.ZERO : new BigInteger(length);
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
        refuse(
                context,
                ProblemKind.METHOD_NOT_ALLOWED,
                "No operation has this method. The methods that some have: " + METHODS + ".");
    }

    /** A refusal is no page, whatever would be answered at its path. */
    private static void refuse(RoutingContext context, ProblemKind kind, String detail) {
        context.response()
                .putHeader(AnswerHeaders.CONTENT_SECURITY_POLICY, AnswerHeaders.NOTHING)
                .putHeader(AnswerHeaders.OPENER_POLICY, AnswerHeaders.NO_OPENER);
        EarlyProblem.answer(context, kind, detail);
    }
}
