package city.planofrecord.chassis.limit;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.BodyLimit;

/**
 * Lets a request to its operation when the operation has a place for it and the body has come whole: on the event loop,
 * when it is known who may call and before a thread is taken.
 */
@ApplicationScoped
class Admission {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final RateLimit rate;
    private final Buckets publicWrites;
    private final Gate imports;
    private final Turns turns;
    private final Gate downloads;
    private final Gate waits;
    private final Bodies bodies;
    private final Map<Method, Terms> terms = new ConcurrentHashMap<>();

    Admission(LimitConfig config, RateLimit rate) {
        this.rate = rate;
        publicWrites = new Buckets("public-write", config.publicWrite(), config.remembered());
        imports = new Gate(config.imports());
        turns = new Turns(
                config.importsWorking().orElse(Math.max(Runtime.getRuntime().availableProcessors() / 2, 1)));
        downloads = new Gate(config.downloads());
        waits = new Gate(config.waits());
        bodies = new Bodies(
                config.bodies().asLongValue(), config.bodiesPerAddress().asLongValue());
    }

    /** What an operation says of itself. */
    private record Terms(int bodyLimit, Optional<Together.Kind> together, boolean publicWrite) {

        static Terms of(Method operation) {
            var limit = operation.getAnnotation(BodyLimit.class);
            var together = operation.getAnnotation(Together.class);
            var bytes = limit == null ? BodyLimit.ORDINARY : limit.value();
            return new Terms(
                    bytes,
                    together != null
                            ? Optional.of(together.value())
                            : bytes >= BodyLimit.IMPORT ? Optional.of(Together.Kind.IMPORT) : Optional.empty(),
                    operation.isAnnotationPresent(PublicWrite.class));
        }
    }

    /** @return a refusal, nothing where the operation may begin, null where it may begin at once */
    @Nullable
    Uni<Response> admit(ResteasyReactiveRequestContext server, @Nullable Method method) {
        var request = server.unwrap(RoutingContext.class);
        var caller = Caller.of(request);
        if (method == null || caller == null) {
            return null;
        }
        var of = terms.computeIfAbsent(method, Terms::of);
        if (of.publicWrite()) {
            var standing = publicWrites.take(caller.address());
            RateLimit.tell(request, standing);
            if (!standing.within()) {
                return refuse(request, Refusal.tooOften(standing, "that write, from this address"));
            }
        }
        var kind = of.together().filter(one -> counts(one, request));
        if (kind.isPresent()) {
            var gate = gate(kind.get());
            switch (gate.enter(caller.address())) {
                case Gate.Full full -> {
                    return refuse(request, Refusal.full(full, gate, kind.get().words()));
                }
                case Gate.Inside inside ->
                    server.registerCompletionCallback(_ -> inside.leave().run());
            }
        }
        if (!WITH_BODY.contains(server.getMethod())) {
            meter(request, caller, kind.isEmpty());
            return null;
        }
        var receiving = bodies.new Receiving(request, caller.address(), of.bodyLimit(), kind.isEmpty());
        server.registerCompletionCallback(_ -> receiving.giveUp());
        var context = Vertx.currentContext();
        return receiving
                .receive()
                .flatMap(_ -> kind.filter(Together.Kind.IMPORT::equals).isPresent()
                        ? turn(server).emitOn(task -> context.runOnContext(_ -> task.run()))
                        : Uni.createFrom().voidItem())
                .invoke(() -> meter(request, caller, kind.isEmpty()))
                .map(_ -> (Response) null)
                .onFailure(Bodies.NoRoomException.class)
                .recoverWithUni(() -> refuse(request, Refusal.noRoom()));
    }

    /** Comes when the import may be worked on; the turn ends with the request. */
    private Uni<Void> turn(ResteasyReactiveRequestContext server) {
        return turns.take()
                .invoke(end -> server.registerCompletionCallback(_ -> end.run()))
                .replaceWithVoid();
    }

    Gate gate(Together.Kind kind) {
        return switch (kind) {
            case IMPORT -> imports;
            case DOWNLOAD -> downloads;
            case WAIT -> waits;
        };
    }

    /** Bytes of bodies that are held now. */
    long held() {
        return bodies.held();
    }

    /** JSON that is no larger than any other operation takes is ordinary work; an operation that can wait may not. */
    private static boolean counts(Together.Kind kind, RoutingContext request) {
        return switch (kind) {
            case IMPORT -> {
                var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
                var length = Bodies.announced(request);
                yield type == null
                        || !type.startsWith("application/json")
                        || length.isEmpty()
                        || length.getAsLong() > BodyLimit.ORDINARY;
            }
            case DOWNLOAD -> true;
            case WAIT -> {
                var wait = request.request().getParam("wait");
                yield wait != null && !wait.equals("0");
            }
        };
    }

    /** What is bounded by how many there are at once is not counted by its time, which may be spent waiting. */
    private void meter(RoutingContext request, Caller caller, boolean byTime) {
        if (byTime) {
            var begun = System.nanoTime();
            request.addHeadersEndHandler(_ -> rate.charge(caller, System.nanoTime() - begun));
        }
    }

    private static Uni<Response> refuse(RoutingContext request, Refusal refusal) {
        Bodies.discard(request);
        return Uni.createFrom().failure(refusal.problem());
    }
}
