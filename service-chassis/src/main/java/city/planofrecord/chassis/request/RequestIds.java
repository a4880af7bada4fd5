package city.planofrecord.chassis.request;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/** Gives each request its id before anything else sees it, so that a refusal bears one as well. */
@Singleton
public class RequestIds {

    /** Its name in the lines of the log: {@code %X{requestId}}. */
    public static final String LOGGED = "requestId";

    private static final String NAME = RequestId.class.getName();
    private static final int FIRST = 10_000;

    private final CurrentVertxRequest request;

    RequestIds(CurrentVertxRequest request) {
        this.request = request;
    }

    void register(@Observes Filters filters) {
        filters.register(RequestIds::begin, FIRST);
    }

    private static void begin(RoutingContext routing) {
        var headers = routing.request();
        var id = RequestId.of(headers.getHeader(RequestId.HEADER), headers.getHeader(TraceParent.HEADER));
        routing.put(NAME, id);
        routing.response().putHeader(RequestId.HEADER, id.text());
        MDC.put(LOGGED, id.text());
        routing.next();
    }

    /** The id of the request that is being answered; empty where none is. */
    public Optional<RequestId> current() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent()).map(routing -> routing.<RequestId>get(NAME))
                : Optional.empty();
    }
}
