package city.planofrecord.paygrade.gradeassignment;

import java.nio.charset.StandardCharsets;

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
import city.planofrecord.chassis.http.BodyLimit;
import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.snapshot.Format;
import city.planofrecord.paygrade.timelineimport.SentForm;
import city.planofrecord.paygrade.timelineimport.TimelineImport;

/** Takes the grades of many classes. */
@Path("/grade-assignment-imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class GradeAssignmentImportResource {

    private final GradeAssignmentImport imports;
    private final TimelineImport rows;
    private final TakenAssignments taken;

    GradeAssignmentImportResource(GradeAssignmentImport imports, TimelineImport rows, TakenAssignments taken) {
        this.imports = imports;
        this.rows = rows;
        this.taken = taken;
    }

    /**
     * What an import did.
     *
     * @param lines or rows
     * @param established classes that carried no grade yet; the others were recorded as given already
     */
    @Schema(name = "GradeAssignmentImport")
    public record Answer(int lines, int established, int acts, boolean dryRun, String message) {

        static Answer of(GradeAssignmentImport.Done done, boolean dryRun) {
            return new Answer(done.lines(), done.established(), done.acts(), dryRun, message(done, dryRun));
        }

        private static String message(GradeAssignmentImport.Done done, boolean dryRun) {
            if (done.acts() == 0) {
                return "All of this is recorded already; nothing was changed.";
            }
            return dryRun ? "Nothing was stored; this is what would be." : "The assignments were recorded.";
        }
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    @Consumes({"application/x-ndjson", "text/csv"})
    @Transactional
    @Idempotent
    @BodyLimit(BodyLimit.IMPORT)
    @Operation(
            summary = "Record the grades of many classes",
            description =
                    "What GET /snapshots/grade-assignments?include=timeline gives, as NDJSON or CSV: a row for each period, with "
                            + "the id of the class, and the grade by its id; authorities, gaps and ends are kept. Or, written by hand, "
                            + "one JSON object a line: the job code of a class and the grades it carries, by date. Classes must be known "
                            + "here and carry no grade yet; what is recorded already is left as it is. All or nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "one class",
                                        value =
                                                "{\"jobCode\":\"CS2154\",\"timeline\":[{\"effectiveFrom\":\"2005-12-01\",\"grade\":\"612-S\"}],\"authority\":{\"kind\":\"OPENING\",\"citation\":\"Pay plan as printed\"},\"reason\":\"First load\"}\n")),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "201", description = "What was recorded")
    @APIResponse(responseCode = "200", description = "Nothing was stored: a dry run, or all of it is recorded already")
    @APIResponse(responseCode = "400", description = "A line is not JSON of the kind; the violation names it")
    @APIResponse(
            responseCode = "409",
            description = "A class is not known here yet (repeat the import), carries other grades, or is held")
    @APIResponse(responseCode = "413", description = "The body is larger than 10 MB")
    @APIResponse(responseCode = "415", description = "The body is neither application/x-ndjson nor text/csv")
    @APIResponse(responseCode = "422", description = "A line breaks a rule; each violation names line and field")
    @APIResponse(
            responseCode = "503",
            description = "Two imports are being worked on already; Retry-After says when to come again")
    public RestResponse<Answer> record(
            byte[] lines,
            @QueryParam("dryRun") @Parameter(description = "true: judge it, store nothing", example = "true") @Nullable
                    Boolean dryRun,
            @Context HttpHeaders headers) {
        var done = record(lines, SentForm.of(headers));
        var dry = Boolean.TRUE.equals(dryRun);
        if (dry) {
            QuarkusTransaction.setRollbackOnly();
        }
        return RestResponse.ResponseBuilder.<Answer>create(!dry && done.acts() > 0 ? 201 : 200)
                .entity(Answer.of(done, dry))
                .build();
    }

    private GradeAssignmentImport.Done record(byte[] lines, Format format) {
        var text = new String(lines, StandardCharsets.UTF_8);
        if (format == Format.NDJSON && (text.isBlank() || ImportLines.areTimelines(text))) {
            return imports.record(text);
        }
        var done = rows.record(taken, lines, format);
        return new GradeAssignmentImport.Done(done.rows(), done.recorded(), done.acts());
    }
}
