package city.planofrecord.chassis.heard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.event.UnprocessableEventException;
import city.planofrecord.chassis.ledger.Authority;

/**
 * This service's copy of the timelines that another service's state events tell, in the tables {@code <name>} and
 * {@code <name>_row}. It answers by when it was received, and shows when its owner recorded it.
 */
public final class HeardLedger {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final String table;
    private final Set<String> fields;

    /** @param fields the fields of the image that are kept */
    public HeardLedger(Jdbi jdbi, ObjectMapper json, String table, Set<String> fields) {
        if (!table.matches("[a-z_]+")) {
            throw new IllegalArgumentException("a table is named in small letters: " + table);
        }
        this.jdbi = jdbi;
        this.json = json;
        this.table = table;
        this.fields = Set.copyOf(fields);
    }

    private record Told(
            LocalDate from,
            @Nullable LocalDate until,
            Instant recordedAt,
            UUID act,
            Authority authority,
            ObjectNode image) {}

    /** Takes over the state that the event tells, unless a later one was taken already. Whether it was taken. */
    public boolean hear(Received event) {
        var id = UUID.fromString(event.data().path("id").asText());
        var revision = event.data().path("revision").asLong();
        var told = told(event.data());
        return jdbi.withHandle(handle -> {
            // One statement locks the thing and knows whether this is news.
            var at = handle.createQuery("insert into " + table + " as t (id, revision, received_at)"
                            + " values (:id, :revision, clock_timestamp()) on conflict (id) do update"
                            + " set revision = excluded.revision,"
                            + " received_at = greatest(clock_timestamp(), t.received_at + interval '1 microsecond')"
                            + " where t.revision < excluded.revision returning received_at")
                    .bind("id", id)
                    .bind("revision", revision)
                    .mapTo(OffsetDateTime.class)
                    .findOne();
            at.ifPresent(instant -> replace(handle, id, told, instant));
            return at.isPresent();
        });
    }

    private void replace(Handle handle, UUID id, List<Told> told, OffsetDateTime at) {
        var left = new ArrayList<>(told);
        var supersede = handle.prepareBatch("update " + table + "_row set superseded_at = :at where subject_id = :id"
                + " and effective_from = :from and superseded_at is null");
        for (var row : rows(handle, id)) {
            var same = left.removeIf(one -> one.from().equals(row.effectiveFrom())
                    && java.util.Objects.equals(one.until(), row.effectiveUntil())
                    && one.act().equals(row.act())
                    && one.image().equals(row.image()));
            if (!same) {
                supersede
                        .bind("at", at)
                        .bind("id", id)
                        .bind("from", row.effectiveFrom())
                        .add();
            }
        }
        if (supersede.size() > 0) {
            supersede.execute();
        }
        var insert = handle.prepareBatch("insert into " + table
                + "_row (subject_id, effective_from, effective_until, recorded_at,"
                + " received_at, act_id, authority, image) values (:id, :from, :until, :recorded, :at, :act,"
                + " cast(:authority as jsonb), cast(:image as jsonb))");
        for (var one : left) {
            insert.bind("id", id)
                    .bind("from", one.from())
                    .bind("until", one.until())
                    .bind("recorded", OffsetDateTime.ofInstant(one.recordedAt(), ZoneOffset.UTC))
                    .bind("at", at)
                    .bind("act", one.act())
                    .bind("authority", json.valueToTree(one.authority()).toString())
                    .bind("image", one.image().toString())
                    .add();
        }
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    private List<Told> told(JsonNode data) {
        var told = new ArrayList<Told>();
        try {
            for (var row : data.path("timeline")) {
                var image = (ObjectNode) row.path("image").deepCopy();
                image.retain(fields);
                told.add(new Told(
                        LocalDate.parse(row.path("effectiveFrom").asText()),
                        row.hasNonNull("effectiveUntil")
                                ? LocalDate.parse(row.get("effectiveUntil").asText())
                                : null,
                        Instant.parse(row.path("recordedAt").asText()),
                        UUID.fromString(row.path("act").asText()),
                        json.treeToValue(row.path("authority"), Authority.class),
                        image));
            }
        } catch (JsonProcessingException
                | java.time.DateTimeException
                | ClassCastException
                | IllegalArgumentException e) {
            throw new UnprocessableEventException("tells a timeline that cannot be read: " + e.getMessage(), e);
        }
        return told;
    }

    /** The rows of the thing as known at the instant, or now where that is null, by effective date. */
    public List<HeardRow> rows(UUID id, @Nullable Instant knownAt) {
        return select("r.subject_id = :id and " + known("r", knownAt), Map.of("id", id), knownAt, "r.effective_from");
    }

    public Optional<HeardRow> on(UUID id, LocalDate day, @Nullable Instant knownAt) {
        return rows(id, knownAt).stream().filter(row -> row.covers(day)).findFirst();
    }

    /**
     * Rows that meet a condition in SQL over the row {@code r}.
     *
     * @param where must hold no text of a caller; values are bound by name
     */
    public List<HeardRow> select(String where, Map<String, ?> values, @Nullable Instant knownAt, String orderBy) {
        return jdbi.withHandle(handle -> {
            var query =
                    handle.createQuery("select r.* from " + table + "_row r where " + where + " order by " + orderBy);
            values.forEach(query::bind);
            if (knownAt != null) {
                query.bind("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
            }
            return query.map((rs, _) -> row(rs)).list();
        });
    }

    /** The condition that the row of the alias was known at the instant bound as {@code knownAt}, or is now. */
    public static String known(String alias, @Nullable Instant knownAt) {
        return knownAt == null
                ? alias + ".superseded_at is null"
                : "(" + alias + ".received_at <= :knownAt and (" + alias + ".superseded_at is null or " + alias
                        + ".superseded_at > :knownAt))";
    }

    /** The latest instant at which anything was received, empty where nothing was. */
    public Optional<Instant> latest() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select max(received_at) from " + table + " where revision > 0")
                        .map((rs, _) -> rs.getObject(1, OffsetDateTime.class))
                        .findOne()
                        .map(OffsetDateTime::toInstant));
    }

    private List<HeardRow> rows(Handle handle, UUID id) {
        return handle.createQuery(
                        "select r.* from " + table + "_row r where r.subject_id = :id and r.superseded_at is null")
                .bind("id", id)
                .map((rs, _) -> row(rs))
                .list();
    }

    private HeardRow row(ResultSet rs) throws SQLException {
        try {
            return new HeardRow(
                    rs.getObject("subject_id", UUID.class),
                    rs.getObject("effective_from", LocalDate.class),
                    rs.getObject("effective_until", LocalDate.class),
                    rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                    rs.getObject("act_id", UUID.class),
                    json.readValue(rs.getString("authority"), Authority.class),
                    (ObjectNode) json.readTree(rs.getString("image")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored image that cannot be read", e);
        }
    }
}
