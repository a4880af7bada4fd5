package city.planofrecord.chassis.audit;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import city.planofrecord.chassis.access.Caller;
import city.planofrecord.chassis.event.Handling;
import city.planofrecord.chassis.request.ClientAddress;
import city.planofrecord.chassis.request.RequestId;
import city.planofrecord.chassis.request.RequestIds;
import city.planofrecord.chassis.request.TrustedProxies;

/** Tells what the present transaction was begun on: an event that is handled, or a request. */
@Singleton
class Occasions {

    /** The actor of what anybody may do. Nothing is recorded of where such a request came from. */
    private static final String PUBLIC = "public";

    private static final String NAME = Asked.class.getName();

    private final Handling handling;
    private final CurrentVertxRequest request;
    private final RequestIds ids;
    private final Caller caller;
    private final TrustedProxies proxies;

    Occasions(Handling handling, CurrentVertxRequest request, RequestIds ids, Caller caller, TrustedProxies proxies) {
        this.handling = handling;
        this.request = request;
        this.ids = ids;
        this.caller = caller;
        this.proxies = proxies;
    }

    /** @param roles that the operation is for; none where it is for everybody */
    private record Asked(List<String> roles, String operation) {}

    Occasion current() {
        return handling.current()
                .map(event -> new Occasion(event.source(), null, null, event.type(), null))
                .or(this::ofRequest)
                .orElse(Occasion.OF_ITSELF);
    }

    /**
     * Has the present request be the occasion of what it changes.
     *
     * @param roles that its operation is for; none where it is for everybody
     */
    void note(List<String> roles, String operation) {
        Optional.ofNullable(request.getCurrent()).ifPresent(routing -> routing.put(NAME, new Asked(roles, operation)));
    }

    private Optional<Occasion> ofRequest() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getCurrent())
                .flatMap(
                        routing -> Optional.ofNullable(routing.<Asked>get(NAME)).map(asked -> of(asked, routing)));
    }

    /** Who acts does so in the first of the operation's roles that they have. */
    private Occasion of(Asked asked, RoutingContext routing) {
        var id = ids.current().map(RequestId::text).orElse(null);
        var role = asked.roles().stream().filter(caller::isAny).findFirst();
        if (role.isEmpty()) {
            return new Occasion(PUBLIC, null, null, asked.operation(), id);
        }
        var address =
                proxies.clientOf(routing.request()).map(ClientAddress::text).orElse(null);
        return new Occasion(role.get(), caller.subject(), address, asked.operation(), id);
    }
}
