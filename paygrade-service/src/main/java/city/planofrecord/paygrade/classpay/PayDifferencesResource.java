package city.planofrecord.paygrade.classpay;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Page;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.time.Horizon;

/** Retro pay. */
@Path("/class-pay/differences")
@Tag(name = "Class pay")
@Produces(MediaType.APPLICATION_JSON)
public class PayDifferencesResource {

    private final PayDifferences differences;
    private final Horizon horizon;
    private final Clock clock;

    PayDifferencesResource(PayDifferences differences, Horizon horizon, Clock clock) {
        this.differences = differences;
        this.horizon = horizon;
        this.clock = clock;
    }

    /**
     * One page of differences between two beliefs.
     *
     * @param total how many there are in all, over every page
     * @param knownUntil the later belief: give it as knownFrom the next time, and nothing is missed or told twice
     */
    @Schema(name = "PayDifferences")
    public record Answer(List<PayDifferenceView> items, long total, Instant knownFrom, Instant knownUntil) {}

    @GET
    @PermitAll
    @Operation(
            summary = "What is believed of past days and was not",
            description =
                    "For retro pay: every stretch of days about which the class pay known at knownUntil is not what was known at "
                            + "knownFrom, by job code, then by date; with the pay before and after, and the facts that are believed now "
                            + "with their authority. Keep the knownUntil of the answer and give it as the next knownFrom. Follow the Link "
                            + "header for more.")
    @APIResponse(responseCode = "200", description = "One page, with the true total and the two instants")
    @APIResponse(responseCode = "304", description = "The answer is the one named by If-None-Match")
    @APIResponse(
            responseCode = "400",
            description =
                    "A parameter is missing, unknown or cannot be read, the days are none, or an instant is not settled")
    public RestResponse<Answer> between(
            @QueryParam("knownFrom")
                    @Parameter(
                            description = "The earlier belief, such as the knownAt of a pay run. It must be settled.",
                            required = true,
                            example = "2026-01-01T00:00:00Z")
                    @Nullable
                    Instant knownFrom,
            @QueryParam("knownUntil")
                    @Parameter(
                            description = "The later belief. Default: the latest settled instant.",
                            schema = @Schema(implementation = String.class, format = "date-time"))
                    @Nullable
                    Instant knownUntil,
            @QueryParam("from")
                    @Parameter(description = "The first day. Default: as far as it goes.", example = "2010-01-01")
                    @Nullable
                    LocalDate from,
            @QueryParam("until")
                    @Parameter(description = "Exclusive. Default: the city's today.", example = "2012-01-01")
                    @Nullable
                    LocalDate until,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "From a Link header") @Nullable String after,
            @Context UriInfo uri) {
        var then = required(knownFrom);
        horizon.requireSettled("knownFrom", then);
        var now = knownUntil == null ? horizon.latest() : knownUntil;
        horizon.requireSettled("knownUntil", now);
        requireOrder(then, now);
        var days = DaysAsked.of(from, until == null ? LocalDate.now(clock) : until);
        var found = differences.between(then, now, days, after, Page.limit(limit));
        return Page.answer(
                new Answer(found.items(), found.total(), then, now),
                uri.getRequestUriBuilder().replaceQueryParam("knownUntil", now),
                found.next());
    }

    private static Instant required(@Nullable Instant knownFrom) {
        if (knownFrom == null) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "knownFrom is missing: give the instant of the belief to compare with.",
                    List.of(Violation.ofParameter(
                            "knownFrom", "is missing", null, "an instant such as 2011-04-08T12:00:00Z")));
        }
        return knownFrom;
    }

    private static void requireOrder(Instant then, Instant now) {
        if (now.isBefore(then)) {
            throw new Refused(
                    ProblemKind.MALFORMED,
                    "knownUntil lies before knownFrom.",
                    List.of(Violation.ofParameter(
                            "knownUntil", "lies before knownFrom", now.toString(), then + " or later")));
        }
    }
}
