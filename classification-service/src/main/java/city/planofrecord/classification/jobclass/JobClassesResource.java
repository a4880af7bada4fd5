package city.planofrecord.classification.jobclass;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.Fields;
import city.planofrecord.classification.specification.ClassSpecification;

/** Where classes begin. */
@Path("/job-classes")
@Tag(name = "Job classes", description = "The class register")
@Produces(MediaType.APPLICATION_JSON)
public class JobClassesResource {

    private final JobClasses classes;
    private final JobClassViews views;
    private final Fields fields;
    private final Clock clock;

    JobClassesResource(JobClasses classes, JobClassViews views, Fields fields, Clock clock) {
        this.classes = classes;
        this.views = views;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * A class that begins.
     *
     * @param effectiveFrom its first day
     */
    public record Establishment(
            @NotNull @Schema(implementation = String.class, examples = "CA2999")
            JobCode jobCode,

            @NotBlank @Size(max = 200) @Schema(examples = "Records Technician")
            String title,

            @NotNull @Schema(examples = "2027-01-03") LocalDate effectiveFrom,
            @Nullable String occupationalGroup,
            @Nullable String series,
            @Nullable FlsaStatus flsaStatus,
            @Nullable FlsaExemption flsaExemption,
            @Nullable Eeo4Category eeo4Category,
            @Nullable SocCode socCode,
            @Nullable ClassSpecification specification,
            @Nullable List<String> inPlaceOf,
            @NotNull @Valid Authority authority,
            @NotBlank @Size(max = 2000) String reason) {

        JobClassImage image() {
            return new JobClassImage(
                    jobCode.value(),
                    title,
                    occupationalGroup,
                    series,
                    flsaStatus,
                    flsaExemption,
                    eeo4Category,
                    socCode,
                    specification,
                    inPlaceOf,
                    null);
        }
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Establish a class",
            description = "The class begins on its first day. Its code must be free from then on.")
    @APIResponse(responseCode = "201", description = "The class, with its Location")
    @APIResponse(responseCode = "400", description = "A field is unknown, missing or cannot be read")
    @APIResponse(responseCode = "409", description = "The code is borne by another class, or held by a decided notice")
    @APIResponse(responseCode = "422", description = "A rule forbids it; the violations name the field")
    public RestResponse<JobClassView> establish(
            @NotNull @Valid Establishment establishment,
            @QueryParam("dryRun") @Parameter(description = "Answer as if recorded, and record nothing") @Nullable
                    Boolean dryRun) {
        var image = fields.read(JobClassImage.class, Map.of(), fields.of(establishment.image()), "");
        var rules = new ActRules(LocalDate.now(clock), "analyst");
        var entry = classes.open(Ids.next(), establishment.jobCode());
        var act = rules.establish(
                Ids.next(),
                establishment.effectiveFrom(),
                fields.of(image),
                establishment.authority(),
                establishment.reason());
        classes.requireNamedClasses(entry.id(), act, (_, _) -> false);
        classes.record(entry, act);
        var view = views.on(entry.id(), establishment.jobCode(), establishment.effectiveFrom(), null);
        if (Boolean.TRUE.equals(dryRun)) {
            QuarkusTransaction.setRollbackOnly();
            return RestResponse.ok(view);
        }
        return RestResponse.ResponseBuilder.<JobClassView>create(RestResponse.Status.CREATED)
                .entity(view)
                .location(URI.create("/job-classes/" + view.jobCode()))
                .build();
    }
}
