package city.planofrecord.paygrade.rangeadjustment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.Idempotent;

/** Moves the ranges of a schedule, or of named grades, together. */
@Path("/range-adjustments")
@Tag(name = "Range adjustments", description = "Many ranges moved by one rule, all or none")
@Produces(MediaType.APPLICATION_JSON)
public class RangeAdjustmentsResource {

    private final RangeAdjustments adjustments;

    RangeAdjustmentsResource(RangeAdjustments adjustments) {
        this.adjustments = adjustments;
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Adjust the ranges of a schedule or of grades from a date on",
            description =
                    "By a percentage or an amount, with a floor to which lower minimums are lifted; then the maximum follows, so "
                            + "that the grade keeps its spread. The answer shows every range before and after, and the rule in "
                            + "words. One act and one event for each range that changes, marked as one batch; all or nothing. "
                            + "Later acts on a range keep their own figures and are named. Grades without a range are skipped.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RangeAdjustmentRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "schedule S by 3.25 %, nobody below the minimum wage",
                                            value = """
                                                    {"effectiveFrom": "2030-01-06", "schedule": "S", "percent": "3.25",
                                                     "floor": {"minimum": "18.29", "basis": "HOURLY", "hoursPerYear": 2080},
                                                     "authority": {"kind": "ORDINANCE", "citation": "Ordinance 2029-1204"},
                                                     "reason": "Annual adjustment of the pay tables"}""")))
    @APIResponse(responseCode = "200", description = "Every range before and after")
    @APIResponse(responseCode = "400", description = "The body or a parameter cannot be read")
    @APIResponse(responseCode = "409", description = "A decided notice holds one of the grades")
    @APIResponse(
            responseCode = "422",
            description =
                    "A rule forbids it, the rule does not fit a range, or a grade is not in effect; the violations name the field")
    public RestResponse<RangeAdjustmentView> adjust(
            @NotNull @Valid RangeAdjustmentRequest request,
            @QueryParam("dryRun")
                    @Parameter(
                            description = "true: show every range before and after, record nothing",
                            example = "true")
                    @Nullable
                    Boolean dryRun) {
        var adjustment = request.adjustment();
        var occasion = new RangeAdjustments.Occasion(request.effectiveFrom(), request.authority(), request.reason());
        var done = adjustments.record(request.selection(), adjustment, occasion);
        var dry = Boolean.TRUE.equals(dryRun);
        if (dry) {
            QuarkusTransaction.setRollbackOnly();
        }
        return RestResponse.ok(RangeAdjustmentView.of(done, request, adjustment, dry));
    }
}
