package city.planofrecord.chassis.limit;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * On whose account a request is counted.
 *
 * @param address from where it comes
 * @param subject of its good token; null where it bears none
 */
record Caller(String address, @Nullable String subject) {

    private static final String NAME = Caller.class.getName();

    /** Null where the request is not counted. */
    static @Nullable Caller of(RoutingContext request) {
        return request.get(NAME);
    }

    void note(RoutingContext request) {
        request.put(NAME, this);
    }
}
