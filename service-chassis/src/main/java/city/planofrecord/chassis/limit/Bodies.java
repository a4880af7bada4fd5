package city.planofrecord.chassis.limit;

import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/**
 * Receives the bodies of requests on the event loop, so that who sends slowly holds no thread. All of them together are
 * bounded, those from one address, and each by what its operation takes: by its announced length and by counting.
 */
final class Bodies {

    private static final long FORGOTTEN = 2L * BodyLimit.IMPORT;

    private final long most;
    private final long mostOfAnAddress;
    private final AtomicLong held = new AtomicLong();
    private final ConcurrentMap<String, Long> byAddress = new ConcurrentHashMap<>();

    /**
     * @param most bytes that are held at once
     * @param mostOfAnAddress and of those how many from one address
     */
    Bodies(long most, long mostOfAnAddress) {
        this.most = most;
        this.mostOfAnAddress = mostOfAnAddress;
    }

    long held() {
        return held.get();
    }

    /**
     * What a request says of the length of its body.
     *
     * @throws Refused (400) where that is no number
     */
    static OptionalLong announced(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
        } catch (NumberFormatException e) {
            throw new Refused(ProblemKind.MALFORMED, "Content-Length is no number.");
        }
    }

    /**
     * Reads and forgets what is still sent of a refused body, so that its sender comes to read the answer. Who goes on for
     * longer than any body may be is cut off.
     */
    static void discard(RoutingContext request) {
        var http = request.request();
        if (http.isEnded()) {
            return;
        }
        var forgotten = new AtomicLong();
        http.exceptionHandler(_ -> {});
        http.endHandler(_ -> {});
        http.handler(part -> {
            if (forgotten.addAndGet(part.length()) > FORGOTTEN) {
                var _ = http.connection().close();
            }
        });
        http.resume();
    }

    private synchronized boolean reserve(String address, int length) {
        if (held.get() + length > most || byAddress.getOrDefault(address, 0L) + length > mostOfAnAddress) {
            return false;
        }
        held.addAndGet(length);
        byAddress.merge(address, (long) length, Long::sum);
        return true;
    }

    private synchronized void release(String address, long length) {
        held.addAndGet(-length);
        byAddress.computeIfPresent(address, (_, of) -> of == length ? null : of - length);
    }

    /** There is no room for what is being sent. */
    static final class NoRoomException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoRoomException() {
            super(null, null, false, false);
        }
    }

    /** What was received of a body. Given up when the request has been answered. */
    final class Receiving {

        private final RoutingContext request;
        private final String address;
        private final int limit;
        private final boolean counted;
        private final Buffer body;
        private long reserved;

        /** @param counted whether it counts among all that is held; others are bounded by how many there are at once */
        Receiving(RoutingContext request, String address, int limit, boolean counted) {
            this.request = request;
            this.address = address;
            this.limit = limit;
            this.counted = counted;
            // Few are not counted: room for what they announce spares copying it again and again.
            body = counted
                    ? Buffer.buffer()
                    : Buffer.buffer((int) Math.min(announced(request).orElse(0), limit));
        }

        /** The item comes when the body is whole and has been given to the request. */
        Uni<Void> receive() {
            return Uni.createFrom().emitter(this::receive);
        }

        /** The body is needed no longer. */
        synchronized void giveUp() {
            release(address, reserved);
            reserved = 0;
        }

        private void receive(UniEmitter<? super Void> whole) {
            var http = request.request();
            if (http.isEnded()) {
                whole.complete(null);
                return;
            }
            if (announced(request).orElse(0) > limit) {
                discard(request);
                whole.fail(tooLarge());
                return;
            }
            http.exceptionHandler(_ -> whole.fail(new Refused(
                    ProblemKind.MALFORMED, "The connection was closed before the body had come to its end.")));
            http.endHandler(_ -> {
                ((RoutingContextInternal) request).setBody(body);
                whole.complete(null);
            });
            http.handler(part -> {
                if (body.length() + part.length() > limit) {
                    discard(request);
                    whole.fail(tooLarge());
                } else if (!reserve(part.length())) {
                    discard(request);
                    whole.fail(new NoRoomException());
                } else {
                    body.appendBuffer(part);
                }
            });
            if ("100-continue".equalsIgnoreCase(http.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            http.resume();
        }

        private synchronized boolean reserve(int length) {
            if (!counted) {
                return true;
            }
            if (!Bodies.this.reserve(address, length)) {
                return false;
            }
            reserved += length;
            return true;
        }

        private Refused tooLarge() {
            return new Refused(
                    ProblemKind.TOO_LARGE,
                    "The body is larger than the " + limit / 1024
                            + " KB that this operation takes. Send less at once.");
        }
    }
}
