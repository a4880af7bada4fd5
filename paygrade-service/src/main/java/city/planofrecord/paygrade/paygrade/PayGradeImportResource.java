package city.planofrecord.paygrade.paygrade;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

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
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.paygrade.timelineimport.SentForm;
import city.planofrecord.paygrade.timelineimport.TimelineImport;
import city.planofrecord.paygrade.timelineimport.TimelineImportAnswer;

/** Takes the timelines of pay grades, as the snapshot gives them. */
@Path("/pay-grade-imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class PayGradeImportResource {

    private final TimelineImport imports;
    private final TakenGrades grades;

    PayGradeImportResource(TimelineImport imports, TakenGrades grades) {
        this.imports = imports;
        this.grades = grades;
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Consumes({"application/x-ndjson", "text/csv"})
    @Transactional
    @Idempotent
    @BodyLimit(BodyLimit.IMPORT)
    @Operation(
            summary = "Record pay grades with their whole timelines",
            description =
                    "What GET /snapshots/pay-grades?include=timeline gives, as NDJSON or CSV: a row for each period, with the id "
                            + "of the grade. A row names its schedule by id, which must be there. Ids, authorities, gaps and ends are kept; recordedAt and act are not read. A "
                            + "timeline that stands already as given is left as it is. All or nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "one grade",
                                        value =
                                                "{\"id\":\"0198a000-0000-7000-8000-000000000002\",\"grade\":\"101-Q\",\"scheduleId\":\"0198a000-0000-7000-8000-000000000001\",\"range\":{\"minimum\":\"33597.00\",\"maximum\":\"49052.00\"},\"effectiveFrom\":\"2010-10-17\",\"authority\":{\"kind\":\"OPENING\",\"citation\":\"Pay plan as printed\"}}\n")),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "201", description = "What was recorded")
    @APIResponse(responseCode = "200", description = "Nothing was stored: a dry run, or all of it is recorded already")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or cannot be read")
    @APIResponse(responseCode = "409", description = "A grade has another timeline here, or a decided notice holds it")
    @APIResponse(responseCode = "413", description = "The body is larger than 10 MB")
    @APIResponse(responseCode = "415", description = "The body is neither application/x-ndjson nor text/csv")
    @APIResponse(responseCode = "422", description = "A row breaks a rule; each violation names line and field")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public RestResponse<TimelineImportAnswer> record(
            byte[] rows,
            @QueryParam("dryRun") @Parameter(description = "true: judge it, store nothing", example = "true") @Nullable
                    Boolean dryRun,
            @Context HttpHeaders headers) {
        return TimelineImportAnswer.of(imports.record(grades, rows, SentForm.of(headers)), dryRun);
    }
}
