package city.planofrecord.paygrade.paystructure;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;

/** The pay plan of a day as a structure. */
@Path("/pay-structure")
@Tag(name = "Pay structure", description = "The plan of a day at a glance: spreads, progressions, overlaps")
@Produces(MediaType.APPLICATION_JSON)
public class PayStructureResource {

    private final PayStructures structures;
    private final Horizon horizon;
    private final Clock clock;

    PayStructureResource(PayStructures structures, Horizon horizon, Clock clock) {
        this.structures = structures;
        this.horizon = horizon;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "The pay structure of a day",
            description =
                    "For each schedule its grades by number with range, midpoint, spread, midpoint progression per grade number, "
                            + "overlap with the next grade, and what stands out: figures far from the schedule's median, inversions, "
                            + "grades without a range or a class; and classes without a grade. `figures` in the answer says how each "
                            + "is worked out.")
    @APIResponse(responseCode = "200", description = "Every schedule in effect on the day, or the one asked for")
    @APIResponse(responseCode = "304", description = "The answer is the one named by If-None-Match")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read, or knownAt is not settled")
    @APIResponse(responseCode = "404", description = "No schedule bears the letter on the day; it says when one did")
    public PayStructureView on(
            @QueryParam("schedule")
                    @Parameter(description = "Letter of one schedule. Default: all.", example = "A")
                    @Nullable
                    String schedule,
            @BeanParam AsKnown when) {
        var day = when.day(clock);
        var knownAt = when.known(horizon).orElse(null);
        return schedule == null
                ? PayStructureView.of(day, knownAt, structures.all(day, knownAt), true)
                : PayStructureView.of(day, knownAt, structures.of(schedule, day, knownAt), false);
    }
}
