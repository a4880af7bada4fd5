package city.planofrecord.classification.jobclass;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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

/** The whole class register as a download. */
@Path("/snapshots/job-classes")
@Tag(name = "Job classes")
public class JobClassSnapshotsResource {

    private final Snapshots snapshots;
    private final JobClasses classes;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    JobClassSnapshotsResource(Snapshots snapshots, JobClasses classes, Jdbi jdbi, ObjectMapper json) {
        this.snapshots = snapshots;
        this.classes = classes;
        this.jdbi = jdbi;
        this.json = json;
    }

    @GET
    @RunOnVirtualThread
    @Together(Together.Kind.DOWNLOAD)
    @PermitAll
    @Operation(
            summary = "All classes of a day, or their whole timelines",
            description =
                    "As NDJSON, a row on each line, or as CSV with the same rows, by Accept. A row is the class in a "
                            + "period: its id, its fields, the dates of the period, the act that the row dates from with its authority "
                            + "and reason, and on the last row before a gap or an end `endedBy`. Sorted by id, then by date. The Link "
                            + "headers name the same snapshot as it can be had for ever, and its manifest. "
                            + "POST /job-class-imports takes what include=timeline gives.")
    @APIResponse(
            responseCode = "200",
            description = "The rows; asked for without knownAt, as of the latest settled instant",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING), example = """
                        {"id":"0199f3a0-1b2c-7d3e-8f40-a1b2c3d4e5f6","effectiveFrom":"2005-12-01","jobCode":"CS2155","title":"3-1-1 Lead Customer Service Agent","recordedAt":"2011-03-01T15:00:00Z","act":"0199f3a0-5b2c-7d3e-8f40-a1b2c3d4e5f6","authority":{"kind":"OPENING","citation":"Opening of the register"},"reason":"First load"}"""),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "A parameter cannot be read, or knownAt is not settled")
    @APIResponse(responseCode = "406", description = "Neither application/x-ndjson nor text/csv is accepted")
    @APIResponse(
            responseCode = "503",
            description = "As many downloads as the service gives at once are under way; see Retry-After")
    public RestResponse<InputStream> rows(
            @BeanParam SnapshotQuestion question, @Context HttpHeaders headers, @Context UriInfo uri) {
        return snapshots.answer("job-classes", question, this::snapshot, headers, uri);
    }

    @GET
    @Path("manifest")
    @Together(Together.Kind.DOWNLOAD)
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "By what a snapshot of the classes is checked",
            description =
                    "The number of rows, the instant that they are true for, and the SHA-256 of either form. Ask for the "
                            + "snapshot with the manifest's asOf (or include) and knownAt.")
    @APIResponse(responseCode = "200", description = "The manifest")
    @APIResponse(responseCode = "400", description = "A parameter cannot be read, or knownAt is not settled")
    @APIResponse(
            responseCode = "503",
            description = "As many downloads as the service gives at once are under way; see Retry-After")
    public Manifest manifest(@BeanParam SnapshotQuestion question) {
        return snapshots.manifest(question, this::snapshot);
    }

    private Snapshot snapshot(SnapshotOf of) {
        return new Snapshot(
                JobClassRows.COLUMNS,
                new LedgerRows(jdbi, json, classes.register().ledger(), of));
    }
}
