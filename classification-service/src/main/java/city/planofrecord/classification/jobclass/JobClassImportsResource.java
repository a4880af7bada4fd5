package city.planofrecord.classification.jobclass;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.classification.jobclass.JobClassImports.Imported;

/** The first load of the class register. */
@Path("/job-class-imports")
@Tag(name = "Job classes")
public class JobClassImportsResource {

    private final JobClassImports imports;

    JobClassImportsResource(JobClassImports imports) {
        this.imports = imports;
    }

    @POST
    @Transactional
    @Idempotent
    @BodyLimit(BodyLimit.IMPORT)
    @Consumes("application/x-ndjson")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Load classes with their whole timelines",
            description =
                    "One class on each line: {\"id\"?, \"timeline\": [{\"effectiveFrom\", \"effectiveUntil\"?, fields…}], "
                            + "\"authority\"?, \"reason\"?}. All lines or none. A class that stands already as given is left as it is, so the "
                            + "same load may be sent again. The authority is OPENING where none is given.")
    @APIResponse(responseCode = "201", description = "What was recorded")
    @APIResponse(responseCode = "200", description = "With dryRun: what would be")
    @APIResponse(responseCode = "413", description = "More than 10 MB")
    @APIResponse(responseCode = "422", description = "Nothing was stored; the violations name each line and field")
    public RestResponse<Imported> take(
            @RequestBody(description = "Newline-delimited JSON") @NotBlank String ndjson,
            @QueryParam("dryRun") @Parameter(description = "Check everything and record nothing") @Nullable
                    Boolean dryRun) {
        var dry = Boolean.TRUE.equals(dryRun);
        var imported = imports.take(ndjson, dry);
        if (dry) {
            QuarkusTransaction.setRollbackOnly();
        }
        return RestResponse.ResponseBuilder.<Imported>create(dry ? RestResponse.Status.OK : RestResponse.Status.CREATED)
                .entity(imported)
                .build();
    }
}
