package city.planofrecord.chassis.http;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;

/**
 * Throws away what is still sent once a request has been answered, and not for ever. The reader of a body that was given up keeps
 * what arrives for a reader who never comes: a refused body without a length would fill the memory.
 */
@Singleton
class AfterTheAnswer {

    /** As much as a client may have under way before it reads that it was refused. */
    private static final long THROWN_AWAY = 32L * 1024 * 1024;

    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    exchange.addHeadersEndHandler(_ -> throwAwayTheRest(exchange.request()));
                    exchange.next();
                },
                FIRST);
    }

    static void throwAwayTheRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var left = new AtomicLong(THROWN_AWAY);
        try {
            request.handler(piece -> {
                if (left.addAndGet(-piece.length()) < 0) {
                    request.connection().close();
                }
            });
        } catch (IllegalStateException e) {
            // It has ended in the meantime, and nothing is left.
            return;
        }
    }
}
