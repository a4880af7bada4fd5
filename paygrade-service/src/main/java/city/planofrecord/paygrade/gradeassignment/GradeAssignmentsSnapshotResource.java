package city.planofrecord.paygrade.gradeassignment;

import java.io.InputStream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.limit.Together;
import city.planofrecord.chassis.snapshot.LedgerRows;
import city.planofrecord.chassis.snapshot.Manifest;
import city.planofrecord.chassis.snapshot.Snapshot;
import city.planofrecord.chassis.snapshot.SnapshotOf;
import city.planofrecord.chassis.snapshot.SnapshotQuestion;
import city.planofrecord.chassis.snapshot.Snapshots;

/** All assignments at once. */
@Path("/snapshots/grade-assignments")
@Tag(name = "Snapshots", description = "A whole register, or what follows from it, in one download that can be checked")
public class GradeAssignmentsSnapshotResource {

    private final Snapshots snapshots;
    private final GradeAssignments assignments;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    GradeAssignmentsSnapshotResource(Snapshots snapshots, GradeAssignments assignments, Jdbi jdbi, ObjectMapper json) {
        this.snapshots = snapshots;
        this.assignments = assignments;
        this.jdbi = jdbi;
        this.json = json;
    }

    @GET
    @RunOnVirtualThread
    @Together(Together.Kind.DOWNLOAD)
    @PermitAll
    @Operation(
            summary = "Which grade each class carries on a day, or the timelines",
            description =
                    "The id is that of the class. POST /grade-assignment-imports takes what this gives with include=timeline. "
                            + "As CSV or NDJSON, by Accept; the rows are the same. With include=timeline every row, past, present and "
                            + "future. The Link headers name the address that gives the same for ever, and its manifest.")
    @APIResponse(
            responseCode = "200",
            description = "The rows, streamed",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "400",
            description =
                    "A parameter is unknown or cannot be read, asOf goes with no timeline, or knownAt is not settled")
    @APIResponse(responseCode = "406", description = "Neither form is accepted")
    @APIResponse(
            responseCode = "503",
            description = "As many downloads as the service gives at once are under way; see Retry-After")
    public RestResponse<InputStream> rows(
            @BeanParam SnapshotQuestion question, @Context HttpHeaders headers, @Context UriInfo uri) {
        return snapshots.answer("grade-assignments", question, this::snapshot, headers, uri);
    }

    @GET
    @Path("manifest")
    @Together(Together.Kind.DOWNLOAD)
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "By what a snapshot of the grade assignments is checked",
            description =
                    "How many rows, the SHA-256 of each form, and the instant that they are true for. Ask for the rows with its "
                            + "knownAt and asOf, and they are the bytes that were hashed.")
    @APIResponse(responseCode = "200", description = "The manifest")
    @APIResponse(responseCode = "304", description = "The answer is the one named by If-None-Match")
    @APIResponse(
            responseCode = "400",
            description =
                    "A parameter is unknown or cannot be read, asOf goes with no timeline, or knownAt is not settled")
    @APIResponse(
            responseCode = "503",
            description = "As many downloads as the service gives at once are under way; see Retry-After")
    public Manifest manifest(@BeanParam SnapshotQuestion question) {
        return snapshots.manifest(question, this::snapshot);
    }

    private Snapshot snapshot(SnapshotOf of) {
        return new Snapshot(
                GradeAssignmentRows.COLUMNS,
                new LedgerRows(jdbi, json, assignments.register().ledger(), of));
    }
}
