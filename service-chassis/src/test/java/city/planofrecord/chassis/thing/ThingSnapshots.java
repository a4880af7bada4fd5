package city.planofrecord.chassis.thing;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.snapshot.Column;
import city.planofrecord.chassis.snapshot.Format;
import city.planofrecord.chassis.snapshot.LedgerRows;
import city.planofrecord.chassis.snapshot.LoadReader;
import city.planofrecord.chassis.snapshot.LoadedTimeline;
import city.planofrecord.chassis.snapshot.Manifest;
import city.planofrecord.chassis.snapshot.Snapshot;
import city.planofrecord.chassis.snapshot.SnapshotOf;
import city.planofrecord.chassis.snapshot.SnapshotQuestion;
import city.planofrecord.chassis.snapshot.Snapshots;

/** Snapshots of all things, and the load that takes them. */
@PermitAll
@Path("/snapshots/things")
@Singleton
public class ThingSnapshots {

    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("name"),
            Column.text("other"),
            Column.text("into"),
            Column.value("effectiveFrom"),
            Column.value("effectiveUntil"),
            Column.value("recordedAt"),
            Column.text("act"),
            Column.json("authority"),
            Column.text("reason"),
            Column.json("endedBy"));

    private final Snapshots snapshots;
    private final Things things;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    ThingSnapshots(Snapshots snapshots, Things things, Jdbi jdbi, ObjectMapper json) {
        this.snapshots = snapshots;
        this.things = things;
        this.jdbi = jdbi;
        this.json = json;
    }

    @GET
    public RestResponse<InputStream> rows(
            @BeanParam SnapshotQuestion question, @Context HttpHeaders headers, @Context UriInfo uri) {
        return snapshots.answer("things", question, this::snapshot, headers, uri);
    }

    @GET
    @Path("manifest")
    @Produces(MediaType.APPLICATION_JSON)
    public Manifest manifest(@BeanParam SnapshotQuestion question) {
        return snapshots.manifest(question, this::snapshot);
    }

    private Snapshot snapshot(SnapshotOf of) {
        return new Snapshot(COLUMNS, new LedgerRows(jdbi, json, things.ledger(), of));
    }

    /** Records things that are not there yet. */
    @Transactional
    public void load(byte[] body, Format format) {
        var violations = new java.util.ArrayList<city.planofrecord.chassis.http.Violation>();
        var rows = new LoadReader(json).read(body, format, COLUMNS);
        var timelines = LoadedTimeline.of(rows, row -> String.valueOf(row.id()), violations);
        LoadReader.requireNone(violations);
        for (var timeline : timelines) {
            var entry = things.ledger()
                    .open(UUID.fromString(String.valueOf(timeline.first().id())));
            for (var act : timeline.acts(
                    things.today(), "tester", new Authority(Authority.Kind.OPENING, "Opening"), "Loaded")) {
                entry = things.register().record(entry, act).after();
            }
        }
        Ledger.settle(jdbi);
    }
}
