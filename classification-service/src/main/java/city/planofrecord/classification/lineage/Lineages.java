package city.planofrecord.classification.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.Bearer;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.classification.jobclass.KnownHeirs;
import city.planofrecord.classification.lineage.Statements.Recorded;
import city.planofrecord.classification.lineage.Statements.Statement;

/** The lineages of classes, as believed at an instant. */
@Singleton
class Lineages implements KnownHeirs {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    Lineages(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** @param unresolved what is said of codes that no class bears on the day */
    record Known(Lineage lineage, List<Statement> unresolved) {}

    @Override
    public List<Heir> of(UUID id, LocalDate day, @Nullable Instant knownAt) {
        var lineage = known(id, knownAt).lineage();
        return lineage.standingFor(id, day).stream()
                .filter(heir -> !heir.equals(id))
                .map(heir -> heir(lineage, heir, day))
                .sorted(Comparator.comparing(Heir::jobCode))
                .toList();
    }

    static Heir heir(Lineage lineage, UUID id, LocalDate day) {
        var called = lineage.life(id).called(day);
        return new Heir(id, called.jobCode(), called.title(), "/job-classes/" + called.jobCode() + "?asOf=" + day);
    }

    /** Every class that an act names or that has such an act, and the class itself. */
    Known known(UUID id, @Nullable Instant knownAt) {
        return jdbi.withHandle(handle -> {
            var statements = statements(handle, knownAt);
            var codes = statements.stream().map(Statement::jobCode).distinct().collect(Collectors.joining(" "));
            var bearers = bearers(handle, codes, knownAt);
            var links = new ArrayList<Link>();
            var unresolved = new ArrayList<Statement>();
            for (var statement : statements) {
                other(statement, bearers.getOrDefault(statement.jobCode(), List.of()))
                        .ifPresentOrElse(other -> links.add(link(statement, other)), () -> unresolved.add(statement));
            }
            var ids = Stream.concat(Stream.of(id), links.stream().flatMap(link -> Stream.of(link.elder(), link.heir())))
                    .distinct()
                    .map(UUID::toString)
                    .collect(Collectors.joining(" "));
            return new Known(new Lineage(lives(handle, ids, knownAt), links), unresolved);
        });
    }

    private static Link link(Statement statement, UUID other) {
        return statement.otherIsHeir()
                ? new Link(statement.id(), other, statement.on(), statement.act(), statement.authority())
                : new Link(other, statement.id(), statement.on(), statement.act(), statement.authority());
    }

    /** An heir bears its code on the day or takes it later; a forerunner bore it on the day before or earlier. */
    private static Optional<UUID> other(Statement statement, List<Span> bearers) {
        var on = statement.on();
        var others = bearers.stream().filter(span -> !span.id().equals(statement.id()));
        if (statement.otherIsHeir()) {
            return others.filter(span -> span.covers(on) || span.from().isAfter(on))
                    .min(Comparator.comparing(Span::from))
                    .map(Span::id);
        }
        return Bearer.meant(others.filter(span -> span.from().isBefore(on)).toList(), on.minusDays(1));
    }

    private List<Statement> statements(Handle handle, @Nullable Instant knownAt) {
        var query = handle.createQuery("select a.id, a.subject_id, a.revision, a.kind, a.effective_from,"
                        + " a.effective_until, a.existence, a.cancels, a.authority, a.fields -> 'into' as heirs,"
                        + " a.fields -> 'inPlaceOf' as forerunners from job_class_act a where a.subject_id in"
                        + " (select n.subject_id from job_class_act n"
                        + " where jsonb_exists(n.fields, 'into') or jsonb_exists(n.fields, 'inPlaceOf'))"
                        + " and (cast(:knownAt as timestamptz) is null or a.recorded_at <= :knownAt)"
                        + " order by a.subject_id, a.revision")
                .bind("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
        var acts = new LinkedHashMap<UUID, List<Recorded>>();
        query.map((rs, _) -> Map.entry(rs.getObject("subject_id", UUID.class), recorded(rs)))
                .forEach(act -> acts.computeIfAbsent(act.getKey(), _ -> new ArrayList<>())
                        .add(act.getValue()));
        return acts.entrySet().stream()
                .flatMap(of -> Statements.of(of.getKey(), of.getValue()).stream())
                .toList();
    }

    private Recorded recorded(ResultSet rs) throws SQLException {
        var set = new HashMap<String, JsonNode>();
        put(set, "into", rs.getString("heirs"));
        put(set, "inPlaceOf", rs.getString("forerunners"));
        return new Recorded(
                new Act<>(
                        rs.getObject("id", UUID.class),
                        rs.getLong("revision"),
                        ActKind.valueOf(rs.getString("kind")),
                        rs.getObject("effective_from", LocalDate.class),
                        rs.getObject("effective_until", LocalDate.class),
                        set,
                        (Boolean) rs.getObject("existence"),
                        rs.getObject("cancels", UUID.class)),
                read(rs.getString("authority"), Authority.class));
    }

    private void put(Map<String, JsonNode> set, String field, @Nullable String value) {
        if (value != null) {
            set.put(field, read(value, JsonNode.class));
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored act that cannot be read", e);
        }
    }

    private static Map<String, List<Span>> bearers(Handle handle, String codes, @Nullable Instant knownAt) {
        var bearers = new HashMap<String, List<Span>>();
        rows(handle, "r.job_code = any(string_to_array(:named, ' '))", codes, knownAt)
                .forEach(row -> bearers.computeIfAbsent(row.stretch().jobCode(), _ -> new ArrayList<>())
                        .add(new Span(
                                row.id(), row.stretch().from(), row.stretch().until())));
        return bearers;
    }

    private static List<Life> lives(Handle handle, String ids, @Nullable Instant knownAt) {
        var stretches = new LinkedHashMap<UUID, List<Life.Stretch>>();
        rows(handle, "r.subject_id in (select unnest(cast(string_to_array(:named, ' ') as uuid[])))", ids, knownAt)
                .forEach(row -> stretches
                        .computeIfAbsent(row.id(), _ -> new ArrayList<>())
                        .add(row.stretch()));
        return stretches.entrySet().stream()
                .map(of -> new Life(of.getKey(), of.getValue()))
                .toList();
    }

    private record Called(UUID id, Life.Stretch stretch) {}

    private static List<Called> rows(Handle handle, String where, String named, @Nullable Instant knownAt) {
        var query = handle.createQuery("select r.subject_id, r.job_code, r.title, r.effective_from, r.effective_until"
                        + " from job_class_row r where " + where + " and " + Ledger.known("r", knownAt)
                        + " order by r.effective_from")
                .bind("named", named);
        if (knownAt != null) {
            query.bind("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
        }
        return query.map((rs, _) -> new Called(
                        rs.getObject("subject_id", UUID.class),
                        new Life.Stretch(
                                rs.getString("job_code"),
                                rs.getString("title"),
                                rs.getObject("effective_from", LocalDate.class),
                                rs.getObject("effective_until", LocalDate.class))))
                .list();
    }
}
