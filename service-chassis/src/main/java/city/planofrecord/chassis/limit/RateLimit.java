package city.planofrecord.chassis.limit;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import city.planofrecord.chassis.request.ClientAddress;
import city.planofrecord.chassis.request.TrustedProxies;

/**
 * Counts each request on the account of its token's subject, or of its address, on the event loop: before its body is
 * read and without a thread of its own. Health checks, which ask the database, are counted apart.
 */
@Singleton
public class RateLimit {

    /** After the framework has prepared how a token would be looked at, before it decides on anything. */
    private static final int AFTER_AUTHENTICATION = 150;

    private static final String UNKNOWN = "unknown";

    private static final String HEALTH = "/q/health";

    /** A provider that does not answer keeps no public read waiting. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final TrustedProxies proxies;
    private final SlowPeers slow;
    private final Gate requests;
    private final Buckets addresses;
    private final Buckets subjects;
    private final Buckets badTokens;
    private final Buckets health;
    private final long worth;

    RateLimit(LimitConfig config, TrustedProxies proxies, SlowPeers slow) {
        this.proxies = proxies;
        this.slow = slow;
        requests = new Gate(config.requests());
        addresses = new Buckets("address", config.address(), config.remembered());
        subjects = new Buckets("token", config.token(), config.remembered());
        badTokens = new Buckets("bad-token", config.badTokens(), config.remembered());
        health = new Buckets("health", config.address(), config.remembered());
        worth = config.worth().toNanos();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_AUTHENTICATION);
    }

    private void handle(RoutingContext request) {
        slow.watch(request);
        var address =
                proxies.clientOf(request.request()).map(ClientAddress::network).orElse(UNKNOWN);
        if (request.normalizedPath().startsWith(HEALTH)) {
            health(request, address);
            return;
        }
        switch (requests.enter(address)) {
            case Gate.Full full -> Refusal.full(full, requests, "requests").answer(request);
            case Gate.Inside inside -> {
                slow.whenOver(request, inside.leave());
                identify(request, address);
            }
        }
    }

    /** Whoever looks after the service is answered also when it is busy, or when others at their address ask too much. */
    private void health(RoutingContext request, String address) {
        var standing = health.take(address);
        if (standing.within()) {
            request.next();
        } else {
            Refusal.tooOften(standing, "for the health of the service from this address")
                    .answer(request);
        }
    }

    private void identify(RoutingContext request, String address) {
        var authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null
                || !authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")
                || !badTokens.has(address)) {
            count(request, new Caller(address, null));
            return;
        }
        var context = Vertx.currentContext();
        verified(request)
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .subscribe()
                .with(
                        identity -> count(
                                request,
                                new Caller(
                                        address,
                                        identity.map(who -> who.getPrincipal().getName())
                                                .orElse(null))),
                        _ -> {
                            // A bad token is as none here; the operation judges it, where it is asked who calls.
                            badTokens.take(address);
                            count(request, new Caller(address, null));
                        });
    }

    /** Whose token it is, looked at once: what is good here is not looked at again. */
    private static Uni<Optional<SecurityIdentity>> verified(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator
                .attemptAuthentication(request)
                .ifNoItem()
                .after(LOOK)
                .fail()
                .map(found -> Optional.ofNullable(found).filter(who -> !who.isAnonymous()))
                .invoke(found -> found.ifPresent(who -> QuarkusHttpUser.setIdentity(who, request)));
    }

    private void count(RoutingContext request, Caller caller) {
        if (request.response().closed()) {
            return;
        }
        var subject = caller.subject();
        var standing = subject == null ? addresses.take(caller.address()) : subjects.take(subject);
        tell(request, standing);
        if (standing.within()) {
            caller.note(request);
            request.next();
        } else {
            Refusal.tooOften(standing, subject == null ? "from this address" : "with tokens of this subject")
                    .answer(request);
        }
    }

    /** Counts the time that was spent on a request beyond what one pays for. */
    void charge(Caller caller, long nanos) {
        if (caller.subject() == null) {
            addresses.charge(caller.address(), nanos / worth);
        } else {
            subjects.charge(caller.subject(), nanos / worth);
        }
    }

    /** How many requests are being received, worked on and answered. */
    int underWay() {
        return requests.inside();
    }

    /** Says in the answer to a request how its caller stands. */
    static void tell(RoutingContext request, Standing standing) {
        request.response().headers().add("RateLimit-Policy", standing.policy()).add("RateLimit", standing.state());
    }
}
