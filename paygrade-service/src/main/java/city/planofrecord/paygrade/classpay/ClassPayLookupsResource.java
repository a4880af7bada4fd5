package city.planofrecord.paygrade.classpay;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Problem;
import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;

/** Payroll's question, asked of many classes at once. */
@Path("/class-pay/lookups")
@Tag(name = "Class pay")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClassPayLookupsResource {

    private static final int MOST = 10_000;
    private static final int LARGEST = 2 * 1024 * 1024;

    private final ClassPay pay;
    private final Horizon horizon;
    private final Clock clock;

    ClassPayLookupsResource(ClassPay pay, Horizon horizon, Clock clock) {
        this.pay = pay;
        this.horizon = horizon;
        this.clock = clock;
    }

    /** The questions. */
    @Schema(name = "ClassPayLookups")
    public record Lookups(@NotEmpty @Size(max = MOST) List<@NotNull @Valid Lookup> lookups) {}

    /** The answers, in the order of the questions. */
    @Schema(name = "ClassPayResults")
    public record Results(
            @Schema(oneOf = {ClassPayView.class, Problem.class})
            List<Object> results) {}

    @POST
    @PermitAll
    @BodyLimit(LARGEST)
    @Operation(
            summary = "What many classes are paid, each on a day of its own",
            description =
                    "Up to 10,000 look-ups, answered in their order as GET /class-pay/{jobCode} would answer each: the class's pay, "
                            + "or in its place the problem, with its status. All are answered from one state of the plan. The query "
                            + "parameters hold for all of them; asOf only for those that name no day. Nothing is recorded.")
    @APIResponse(responseCode = "200", description = "An answer to each, whether found or not")
    @APIResponse(
            responseCode = "400",
            description =
                    "The body or a parameter cannot be read, there are none or too many, or knownAt is not settled")
    @APIResponse(responseCode = "413", description = "The body is larger than 2 MB")
    @APIResponse(responseCode = "415", description = "The body is not JSON")
    public Results each(@NotNull @Valid Lookups lookups, @BeanParam AsKnown when) {
        return new Results(pay.ofEach(
                lookups.lookups(), when.day(clock), when.known(horizon).orElse(null)));
    }
}
