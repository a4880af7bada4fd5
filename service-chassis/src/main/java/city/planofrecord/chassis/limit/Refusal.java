package city.planofrecord.chassis.limit;

import java.net.URI;
import java.time.Duration;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import city.planofrecord.chassis.http.EarlyProblem;
import city.planofrecord.chassis.http.ProblemKind;

/** Somebody asked for too much: what is said, and when to come again. */
record Refusal(ProblemKind kind, String detail, long retryAfter) {

    private static final Duration SOON = Duration.ofSeconds(5);

    static Refusal tooOften(Standing standing, String of) {
        var wait = standing.retryAfter();
        return new Refusal(
                ProblemKind.TOO_MANY_REQUESTS,
                "There were too many requests " + of + ": at most " + standing.quota()
                        + " at once, which come again within "
                        + standing.window().toSeconds() + " s. Nothing was done; send the request again in " + wait
                        + (wait == 1 ? " second." : " seconds.") + " RateLimit says how many are left.",
                wait);
    }

    static Refusal full(Gate.Full full, Gate gate, String words) {
        return switch (full) {
            case ALL ->
                new Refusal(
                        ProblemKind.BUSY,
                        "The service takes " + gate.most() + " " + words
                                + " at once, and has as many. Nothing was done; send the" + " request again in "
                                + SOON.toSeconds() + " seconds.",
                        SOON.toSeconds());
            case ADDRESS ->
                new Refusal(
                        ProblemKind.TOO_MANY_REQUESTS,
                        "There are too many " + words
                                + " at the same time from this address. Nothing was done; send the request"
                                + " again when one of them has ended.",
                        SOON.toSeconds());
        };
    }

    static Refusal noRoom() {
        return new Refusal(
                ProblemKind.BUSY,
                "The service is receiving as much as it can hold, in all or from this address. Nothing was done; send the"
                        + " request again in "
                        + SOON.toSeconds() + " seconds.",
                SOON.toSeconds());
    }

    /** For a request that has come to its operation. */
    HttpProblem problem() {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + kind.slug()))
                .withTitle(kind.title())
                .withStatus(kind.status())
                .withDetail(detail)
                .withHeader("Retry-After", retryAfter)
                .withHeader("Cache-Control", "no-store")
                .build();
    }

    /** Answers from the event loop, before anything of the request is worked on. */
    void answer(RoutingContext request) {
        Bodies.discard(request);
        request.response()
                .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        EarlyProblem.answer(request, kind, detail);
    }
}
