package city.planofrecord.classification.jobclass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.access.Roles;
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.snapshot.Format;
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
    @RolesAllowed(Roles.ANALYST)
    @Transactional
    @Idempotent
    @BodyLimit(BodyLimit.IMPORT)
    @Consumes({"application/x-ndjson", "text/csv"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Load classes with their whole timelines",
            description =
                    "The rows that GET /snapshots/job-classes?include=timeline gives, as NDJSON or CSV; ids, authorities and "
                            + "reasons are kept, `recordedAt` and `act` are not. Rows of one id, or without ids of one job code, are one "
                            + "class; a gap between them ends it and begins it again, by `endedBy` where it is there. NDJSON may "
                            + "also have one class on each line: {\"id\"?, \"timeline\": [{\"effectiveFrom\", \"effectiveUntil\"?, "
                            + "fields…}], \"authority\"?, \"reason\"?}. All rows or none. A class that stands already as given is "
                            + "left as it is, so the same load may be sent again. The authority is OPENING where none is given. "
                            + "What is larger than 10 MB is sent in parts, whole classes in each: forerunners and heirs need not be "
                            + "in the same part.")
    @APIResponse(responseCode = "201", description = "What was recorded")
    @APIResponse(responseCode = "200", description = "With dryRun: what would be")
    @APIResponse(responseCode = "400", description = "A line is no JSON, or a field is unknown or of another kind")
    @APIResponse(responseCode = "413", description = "More than 10 MB")
    @APIResponse(responseCode = "422", description = "Nothing was stored; the violations name each line and field")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public RestResponse<Imported> take(
            @RequestBody(
                            description = "Rows as a snapshot gives them",
                            content = {
                                @Content(
                                        mediaType = "application/x-ndjson",
                                        schema = @Schema(type = SchemaType.STRING),
                                        example = """
                                        {"effectiveFrom": "1998-01-01", "effectiveUntil": "2004-01-01", "jobCode": "CX1001", "title": "Lamplighter"}
                                        {"effectiveFrom": "2004-01-01", "jobCode": "CX1001", "title": "Street Light Worker"}"""),
                                @Content(
                                        mediaType = "text/csv",
                                        schema = @Schema(type = SchemaType.STRING),
                                        example = """
                                        jobCode,title,effectiveFrom,effectiveUntil
                                        CX1002,Lamplighter,1998-01-01,2004-01-01""")
                            })
                    byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String kind,
            @QueryParam("dryRun") @Parameter(description = "Check everything and record nothing") @Nullable
                    Boolean dryRun) {
        var dry = Boolean.TRUE.equals(dryRun);
        var imported = imports.take(body, kind.startsWith(Format.CSV.mediaType()) ? Format.CSV : Format.NDJSON, dry);
        if (dry) {
            QuarkusTransaction.setRollbackOnly();
        }
        return RestResponse.ResponseBuilder.<Imported>create(dry ? RestResponse.Status.OK : RestResponse.Status.CREATED)
                .entity(imported)
                .build();
    }
}
