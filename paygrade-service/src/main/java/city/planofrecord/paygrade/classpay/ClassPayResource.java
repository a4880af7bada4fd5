package city.planofrecord.paygrade.classpay;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import city.planofrecord.chassis.time.AsKnown;
import city.planofrecord.chassis.time.Horizon;

/** Payroll's question. */
@Path("/class-pay/{jobCode}")
@Tag(name = "Class pay", description = "Class, grade and range of a day in one answer")
@Produces(MediaType.APPLICATION_JSON)
public class ClassPayResource {

    private final ClassPay pay;
    private final Horizon horizon;
    private final Clock clock;

    ClassPayResource(ClassPay pay, Horizon horizon, Clock clock) {
        this.pay = pay;
        this.horizon = horizon;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "What a class is paid on a day",
            description =
                    "By any code that the class bears, bore or will bear. The period is the one in which class, grade and range "
                            + "all stand as answered; `because` gives the dates and the authority of each.")
    @APIResponse(
            responseCode = "200",
            description = "Class, grade and range of the day; no range where the grade has none")
    @APIResponse(responseCode = "304", description = "The answer is the one named by If-None-Match")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read, or knownAt is not settled")
    @APIResponse(
            responseCode = "404",
            description =
                    "The class is unknown, or it carries no grade or is not in effect that day: then it says when")
    public ClassPayView on(@PathParam("jobCode") @Schema(examples = "CS2155") String jobCode, @BeanParam AsKnown when) {
        return pay.of(jobCode, when.day(clock), when.known(horizon).orElse(null));
    }
}
