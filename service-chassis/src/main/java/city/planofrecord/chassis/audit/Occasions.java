package city.planofrecord.chassis.audit;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Handling;

/** Tells what the present transaction was begun on: an event that is handled, or a request. */
@Singleton
class Occasions {

    /** Of an operation that is meant for nobody in particular. */
    private static final String ANYONE = "anyone";

    private static final String NAME = Occasion.class.getName();

    private final Handling handling;
    private final CurrentVertxRequest request;

    Occasions(Handling handling, CurrentVertxRequest request) {
        this.handling = handling;
        this.request = request;
    }

    Occasion current() {
        return handling.current()
                .map(event -> new Occasion(event.source(), null, null, event.type()))
                .or(this::ofRequest)
                .orElse(Occasion.OF_ITSELF);
    }

    /**
     * Has the present request be the occasion of what it changes.
     *
     * @param role null where the operation does not say; from where it came is then not recorded either
     */
    void note(@Nullable String role, String operation) {
        Optional.ofNullable(request.getCurrent()).ifPresent(routing -> {
            var remote = routing.request().remoteAddress();
            var known = role != null && !role.equals(MeantFor.PUBLIC) && remote != null;
            routing.put(
                    NAME,
                    new Occasion(role == null ? ANYONE : role, null, known ? remote.hostAddress() : null, operation));
        });
    }

    private Optional<Occasion> ofRequest() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getCurrent()).map(routing -> routing.get(NAME));
    }
}
