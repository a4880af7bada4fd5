package city.planofrecord.paygrade.classpay;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

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
import city.planofrecord.chassis.time.Horizon;

/** What is going to change. */
@Path("/class-pay/upcoming")
@Tag(name = "Class pay")
@Produces(MediaType.APPLICATION_JSON)
public class UpcomingPayResource {

    private final UpcomingPay upcoming;
    private final Horizon horizon;
    private final Clock clock;

    UpcomingPayResource(UpcomingPay upcoming, Horizon horizon, Clock clock) {
        this.upcoming = upcoming;
        this.horizon = horizon;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "On which days the pay of classes becomes another",
            description =
                    "One entry for each class and day, by day, then by job code: what changes, the pay before and from that day on, and "
                            + "the facts that begin or end that day with their authority. Without parameters: all that lies ahead. Past "
                            + "days may be asked for as well. Follow the Link header for more.")
    @APIResponse(responseCode = "200", description = "One page, with the true total")
    @APIResponse(responseCode = "304", description = "The answer is the one named by If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or cannot be read, the days are none, or knownAt is not settled")
    public RestResponse<Page<UpcomingView>> find(
            @QueryParam("from")
                    @Parameter(description = "The first day. Default: the city's tomorrow.", example = "2011-01-01")
                    @Nullable
                    LocalDate from,
            @QueryParam("until")
                    @Parameter(description = "Exclusive. Default: no end.", example = "2012-01-01")
                    @Nullable
                    LocalDate until,
            @QueryParam("knownAt")
                    @Parameter(
                            description = "As was recorded at this instant, which must be settled. Default: now.",
                            schema = @Schema(implementation = String.class, format = "date-time"))
                    @Nullable
                    Instant knownAt,
            @QueryParam("limit") @Parameter(description = "At most so many, 1 to 500. Default: 100.") @Nullable
                    Integer limit,
            @QueryParam("after") @Parameter(description = "From a Link header") @Nullable String after,
            @Context UriInfo uri) {
        if (knownAt != null) {
            horizon.requireSettled(knownAt);
        }
        var days = DaysAsked.of(from == null ? LocalDate.now(clock).plusDays(1) : from, until);
        var found = upcoming.find(days, knownAt, after, Page.limit(limit));
        return new Page<>(found.items(), found.total()).answer(uri, found.next());
    }
}
