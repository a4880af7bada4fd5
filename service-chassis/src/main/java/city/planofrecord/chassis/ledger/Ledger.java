package city.planofrecord.chassis.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;

/**
 * The acts on things of one kind and the rows that they make, in the tables {@code <name>}, {@code <name>_act} and
 * {@code <name>_row}. What is queried of an image stands there as a generated column of the row's {@code image}.
 *
 * <p>All writing happens in the caller's transaction, and after the thing was locked or opened in it.
 */
public final class Ledger {

    private static final String ACT = "id, subject_id, revision, kind, effective_from, effective_until, fields,"
            + " existence, cancels, authority, reason, actor, late, recorded_at";

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final String table;

    public Ledger(Jdbi jdbi, ObjectMapper json, String table) {
        if (!table.matches("[a-z_]+")) {
            throw new IllegalArgumentException("a table is named in small letters: " + table);
        }
        this.jdbi = jdbi;
        this.json = json;
        this.table = table;
    }

    /** The name of its table. */
    public String name() {
        return table;
    }

    /** The database's clock. */
    public static Instant now(Jdbi jdbi) {
        return laterThan(jdbi, List.of());
    }

    /** Begins a thing that has no acts yet. */
    public Entry open(UUID id) {
        return Objects.requireNonNull(openAll(Set.of(id)).get(id));
    }

    /** Begins things that have no acts yet. */
    public Map<UUID, Entry> openAll(Collection<UUID> ids) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into " + table + " (id) select unnest(cast(:ids as uuid[]))")
                        .bind("ids", array(ids))
                        .execute());
        var opened = new HashMap<UUID, Entry>();
        ids.forEach(id -> opened.put(id, new Entry(id, 0, Instant.EPOCH, List.of())));
        return opened;
    }

    /** The thing with all its acts, locked until the transaction ends; empty where there is none of that id. */
    public Optional<Entry> lock(UUID id) {
        return Optional.ofNullable(lockAll(Set.of(id)).get(id));
    }

    /** Those of the things that there are, with all their acts, locked in the order of their ids until the transaction ends. */
    public Map<UUID, Entry> lockAll(Collection<UUID> ids) {
        return locked(ids, "for update");
    }

    /** As {@link #lockAll}, without those that another transaction has locked. */
    public Map<UUID, Entry> lockFree(Collection<UUID> ids) {
        return locked(ids, "for update skip locked");
    }

    private Map<UUID, Entry> locked(Collection<UUID> ids, String lock) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> {
            var locked = handle.createQuery("select id from " + table
                            + " where id in (select unnest(cast(:ids as uuid[]))) order by id " + lock)
                    .bind("ids", array(ids))
                    .mapTo(UUID.class)
                    .list();
            // Acts are read in a statement of their own, which sees what was committed while the lock was waited for.
            return entries(handle, locked);
        });
    }

    /** The thing with all its acts, not locked. */
    public Optional<Entry> find(UUID id) {
        return Optional.ofNullable(findAll(Set.of(id)).get(id));
    }

    /** Those of the things that there are, with all their acts, not locked. */
    public Map<UUID, Entry> findAll(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> entries(handle, ids));
    }

    private Map<UUID, Entry> entries(Handle handle, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var acts = new HashMap<UUID, List<RecordedAct>>();
        handle.createQuery(
                        "select " + ACT + " from " + table
                                + "_act where subject_id in (select unnest(cast(:ids as uuid[]))) order by subject_id, revision")
                .bind("ids", array(ids))
                .map((rs, _) -> acts.computeIfAbsent(rs.getObject("subject_id", UUID.class), _ -> new ArrayList<>())
                        .add(recordedAct(rs)))
                .list();
        var entries = new HashMap<UUID, Entry>();
        handle.createQuery("select id, revision, last_recorded_at from " + table
                        + " where id in (select unnest(cast(:ids as uuid[])))")
                .bind("ids", array(ids))
                .map((rs, _) -> {
                    var id = rs.getObject(1, UUID.class);
                    return new Entry(id, rs.getLong(2), instant(rs, 3), List.copyOf(acts.getOrDefault(id, List.of())));
                })
                .forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    /** An array for {@code cast(:name as uuid[])}. */
    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** An instant of the database's clock that is later than anything recorded on the things, for acts of one batch. */
    public static Instant laterThan(Jdbi jdbi, List<Entry> entries) {
        var last = entries.stream()
                .map(Entry::lastRecordedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return jdbi.withHandle(
                handle -> handle.createQuery("select greatest(clock_timestamp(), :last + interval '1 microsecond')")
                        .bind("last", OffsetDateTime.ofInstant(last, ZoneOffset.UTC))
                        .map((rs, _) -> instant(rs, 1))
                        .one());
    }

    public Recorded record(Entry entry, NewAct act) {
        return record(entry, act, laterThan(jdbi, List.of(entry)));
    }

    /** Records the act at the given instant, supersedes the rows that it changes and adds the new ones. */
    public Recorded record(Entry entry, NewAct act, Instant recordedAt) {
        var writing = writing(recordedAt);
        var recorded = writing.add(entry, act);
        writing.write();
        return recorded;
    }

    /** Begins to record many acts at one instant. */
    public Writing writing(Instant recordedAt) {
        return new Writing(jdbi, this::text, table, recordedAt);
    }

    /** The image of the day as believed at the instant, or as believed now where that is null. */
    public Optional<Row> on(UUID id, LocalDate day, @Nullable Instant knownAt) {
        return rows(id, knownAt).stream().filter(row -> row.covers(day)).findFirst();
    }

    /** The rows of the thing as believed at the instant (now where that is null), by effective date. */
    public List<Row> rows(UUID id, @Nullable Instant knownAt) {
        return select("r.subject_id = :id and " + known("r", knownAt), Map.of("id", id), knownAt, "r.effective_from");
    }

    /** The rows of the things as believed now, of each by effective date. */
    public Map<UUID, List<Row>> rowsOf(Collection<UUID> ids) {
        var rows = new HashMap<UUID, List<Row>>();
        select(
                        "r.subject_id in (select unnest(cast(:ids as uuid[]))) and " + known("r", null),
                        Map.of("ids", array(ids)),
                        null,
                        "r.subject_id, r.effective_from")
                .forEach(row -> rows.computeIfAbsent(row.subject(), _ -> new ArrayList<>())
                        .add(row));
        return rows;
    }

    /**
     * Every row that was ever believed, by effective date, then by recording. As of an instant: those that had been
     * recorded by then, as superseded as they were then.
     */
    public List<Row> everyRow(UUID id, @Nullable Instant knownAt) {
        var all = select("r.subject_id = :id", Map.of("id", id), null, "r.effective_from, r.recorded_at");
        return knownAt == null
                ? all
                : all.stream()
                        .filter(row -> !row.recordedAt().isAfter(knownAt))
                        .map(row -> row.asKnownAt(knownAt))
                        .toList();
    }

    /**
     * Rows that meet a condition in SQL over the row {@code r}.
     *
     * @param where must hold no text of a caller; values are bound by name
     */
    public List<Row> select(String where, Map<String, ?> values, @Nullable Instant knownAt, String orderBy) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select r.subject_id, r.effective_from, r.effective_until, r.recorded_at,"
                    + " r.superseded_at, r.act_id, r.image, a.authority from " + table + "_row r join " + table
                    + "_act a on a.id = r.act_id where " + where + " order by " + orderBy);
            values.forEach(query::bind);
            if (knownAt != null) {
                query.bind("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
            }
            return query.map((rs, _) -> row(rs)).list();
        });
    }

    /** The condition that the row of the alias was believed at the instant bound as {@code knownAt}, or is now. */
    public static String known(String alias, @Nullable Instant knownAt) {
        return knownAt == null
                ? alias + ".superseded_at is null"
                : "(" + alias + ".recorded_at <= :knownAt and (" + alias + ".superseded_at is null or " + alias
                        + ".superseded_at > :knownAt))";
    }

    /** The number of acts on the thing that had been recorded at the instant, or so far where that is null. */
    public long revision(UUID id, @Nullable Instant knownAt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(max(revision), 0) from " + table
                                + "_act where subject_id = :id and (cast(:knownAt as timestamptz) is null or recorded_at <= :knownAt)")
                .bind("id", id)
                .bind("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
    }

    /** Checks the constraints that wait for the end of the transaction, so that a conflict shows while it can be told. */
    public static void settle(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("set constraints all immediate"));
    }

    /** All acts on the thing, by recording. */
    public List<RecordedAct> acts(UUID id) {
        return jdbi.withHandle(handle -> acts(handle, id));
    }

    private List<RecordedAct> acts(Handle handle, UUID id) {
        return handle.createQuery("select " + ACT + " from " + table + "_act where subject_id = :id order by revision")
                .bind("id", id)
                .map((rs, _) -> recordedAct(rs))
                .list();
    }

    private RecordedAct recordedAct(ResultSet rs) throws SQLException {
        var set = new HashMap<String, JsonNode>();
        object(rs.getString("fields")).properties().forEach(field -> set.put(field.getKey(), field.getValue()));
        var act = new Act<>(
                rs.getObject("id", UUID.class),
                rs.getLong("revision"),
                ActKind.valueOf(rs.getString("kind")),
                rs.getObject("effective_from", LocalDate.class),
                rs.getObject("effective_until", LocalDate.class),
                set,
                (Boolean) rs.getObject("existence"),
                rs.getObject("cancels", UUID.class));
        return new RecordedAct(
                act,
                authority(rs.getString("authority")),
                rs.getString("reason"),
                rs.getString("actor"),
                rs.getBoolean("late"),
                instant(rs, "recorded_at"));
    }

    private Row row(ResultSet rs) throws SQLException {
        var superseded = rs.getObject("superseded_at", OffsetDateTime.class);
        return new Row(
                rs.getObject("subject_id", UUID.class),
                rs.getObject("effective_from", LocalDate.class),
                rs.getObject("effective_until", LocalDate.class),
                instant(rs, "recorded_at"),
                superseded == null ? null : superseded.toInstant(),
                rs.getObject("act_id", UUID.class),
                authority(rs.getString("authority")),
                object(rs.getString("image")));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant instant(ResultSet rs, int column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an image that cannot be written", e);
        }
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) Objects.requireNonNull(json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored image that cannot be read", e);
        }
    }

    private Authority authority(String text) {
        try {
            return json.readValue(text, Authority.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored authority that cannot be read", e);
        }
    }
}
