package city.planofrecord.paygrade.jobclass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.Bearer;
import city.planofrecord.chassis.dated.NotInEffect;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.event.Received;
import city.planofrecord.chassis.heard.HeardLedger;
import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.chassis.ledger.TextArray;

/**
 * The classes that have been heard of. What a recorded batch says of a class counts until its owner tells it: the batch
 * may be recorded here first.
 */
@Singleton
public class JobClasses {

    private static final Set<String> KEPT = Set.of("jobCode", "title", "flsaStatus", "into", "inPlaceOf");
    private static final String BY_CLASS_AND_DATE = "r.subject_id, r.effective_from";

    private final Jdbi jdbi;
    private final HeardLedger heard;

    JobClasses(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.heard = new HeardLedger(jdbi, json, "heard_job_class", KEPT);
    }

    void hear(Received event) {
        if (heard.hear(event)) {
            jdbi.useHandle(handle -> handle.createUpdate("delete from announced_job_class where id = :id")
                    .bind("id", UUID.fromString(event.data().path("id").asText()))
                    .execute());
        }
    }

    /** What a batch that is being recorded says of classes. */
    public void announce(List<AnnouncedClass> announced) {
        if (announced.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var insert = handle.prepareBatch(
                    "insert into announced_job_class (id, effective_from, job_code, title)"
                            + " values (:id, :from, :code, :title) on conflict (id) do update"
                            + " set effective_from = excluded.effective_from, job_code = excluded.job_code, title = excluded.title");
            announced.forEach(one -> insert.bind("id", one.id())
                    .bind("from", one.from())
                    .bind("code", one.name().jobCode())
                    .bind("title", one.name().title())
                    .add());
            insert.execute();
        });
    }

    /** The class that a code means on a day; it need not be in effect then. Empty where none is known to bear it. */
    public Optional<UUID> find(String jobCode, LocalDate day, @Nullable Instant knownAt) {
        var bearing = heard
                .select(
                        "r.job_code = :code and " + HeardLedger.known("r", knownAt),
                        Map.of("code", jobCode),
                        knownAt,
                        "r.effective_from")
                .stream()
                .map(Span::of)
                .toList();
        return Bearer.meant(bearing, day);
    }

    /** Every stretch of days in which a class bears one of the codes, by code; for {@link Bearer#meant}. */
    public Map<String, List<Span>> bearers(Set<String> jobCodes) {
        var bearers = new HashMap<String, List<Span>>();
        heard.select(
                        "r.job_code = any(:codes) and " + HeardLedger.known("r", null),
                        Map.of("codes", jobCodes.toArray(String[]::new)),
                        null,
                        "r.effective_from")
                .forEach(row -> bearers.computeIfAbsent(name(row).jobCode(), _ -> new ArrayList<>())
                        .add(Span.of(row)));
        return bearers;
    }

    /** As {@link #find}. @throws Refused (404) where no class is known to bear the code */
    public UUID meant(String jobCode, LocalDate day, @Nullable Instant knownAt) {
        return find(jobCode, day, knownAt).orElseThrow(() -> unknown(jobCode));
    }

    /** Says that no class bears or bore the code. */
    public static Refused unknown(String jobCode) {
        return Refused.notFound("No class is known here that has ever borne the job code '" + jobCode
                + "'. A class that was established a moment ago may not have been heard of yet.");
    }

    /**
     * The row of the day among those of one class.
     *
     * @throws Refused (404) that says when the class was or will be in effect
     */
    public static HeardRow inEffect(List<HeardRow> rows, String asked, LocalDate day) {
        return rows.stream()
                .filter(row -> row.covers(day))
                .findFirst()
                .orElseThrow(() -> NotInEffect.on(
                        day, asked, "was abolished", rows.stream().map(Span::of).toList()));
    }

    /** The classes that one of the codes may mean: those that bear it at any time. */
    public Set<UUID> bearers(Set<String> jobCodes, @Nullable Instant knownAt) {
        return heard
                .select(
                        "r.job_code in (select unnest(cast(:codes as text[]))) and " + HeardLedger.known("r", knownAt),
                        Map.of("codes", TextArray.of(jobCodes)),
                        knownAt,
                        BY_CLASS_AND_DATE)
                .stream()
                .map(HeardRow::subject)
                .collect(Collectors.toSet());
    }

    /** The rows of the classes that touch the days, by class and date. */
    public List<HeardRow> rows(Set<UUID> ids, Days days, @Nullable Instant knownAt) {
        return heard.select(
                "r.subject_id in (select unnest(cast(:ids as uuid[]))) and " + days.touchedBy("r") + " and "
                        + HeardLedger.known("r", knownAt),
                days.bound(Map.of("ids", TextArray.of(ids))),
                knownAt,
                BY_CLASS_AND_DATE);
    }

    /** What the class is called on the day, or else on the nearest day before it, or else at first. */
    public Optional<NameOfDay> named(UUID id, LocalDate day, @Nullable Instant knownAt) {
        var announced = knownAt == null ? announced(Set.of(id)).get(id) : null;
        return named(heard.rows(id, knownAt), announced, day);
    }

    /** What the classes are called now, looked up at once. */
    public Names names(Set<UUID> ids) {
        var rows = new HashMap<UUID, List<HeardRow>>();
        heard.select(
                        "r.subject_id in (select unnest(cast(:ids as uuid[]))) and " + HeardLedger.known("r", null),
                        Map.of("ids", array(ids)),
                        null,
                        "r.subject_id, r.effective_from")
                .forEach(row -> rows.computeIfAbsent(row.subject(), _ -> new ArrayList<>())
                        .add(row));
        var announced = announced(ids);
        return (id, day) -> named(rows.getOrDefault(id, List.of()), announced.get(id), day);
    }

    /** What classes are called. */
    public interface Names {

        /** As {@link JobClasses#named}. */
        Optional<NameOfDay> on(UUID id, LocalDate day);
    }

    private static Optional<NameOfDay> named(List<HeardRow> rows, @Nullable AnnouncedClass announced, LocalDate day) {
        Optional<HeardRow> begun =
                rows.stream().filter(row -> !row.effectiveFrom().isAfter(day)).reduce((_, later) -> later);
        var told = begun.or(() -> rows.stream().findFirst()).map(JobClasses::name);
        if (announced == null || (told.isPresent() && announced.from().isAfter(day))) {
            return told;
        }
        var name = announced.name();
        return Optional.of(
                name.title() == null
                        ? new NameOfDay(
                                name.jobCode(), told.map(NameOfDay::title).orElse(null))
                        : name);
    }

    private Map<UUID, AnnouncedClass> announced(Set<UUID> ids) {
        return jdbi.withHandle(handle -> {
            var announced = new HashMap<UUID, AnnouncedClass>();
            handle.createQuery("select id, effective_from, job_code, title from announced_job_class"
                            + " where id in (select unnest(cast(:ids as uuid[])))")
                    .bind("ids", array(ids))
                    .map((rs, _) -> new AnnouncedClass(
                            rs.getObject(1, UUID.class),
                            rs.getObject(2, LocalDate.class),
                            new NameOfDay(rs.getString(3), rs.getString(4))))
                    .forEach(one -> announced.put(one.id(), one));
            return announced;
        });
    }

    private static String array(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Codes that the class of the rows bore before the one of the row. */
    public static List<FormerJobCode> formerCodes(List<HeardRow> rows, HeardRow present) {
        var former = new ArrayList<FormerJobCode>();
        HeardRow last = null;
        for (var row : rows) {
            if (row.effectiveFrom().isAfter(present.effectiveFrom())) {
                break;
            }
            if (last != null && !name(last).jobCode().equals(name(row).jobCode())) {
                former.add(new FormerJobCode(name(last).jobCode(), row.effectiveFrom()));
            }
            last = row;
        }
        return former;
    }

    /** What the class is called while the row stands. */
    public static NameOfDay name(HeardRow row) {
        var title = row.image().path("title");
        return new NameOfDay(row.image().path("jobCode").asText(), title.isTextual() ? title.asText() : null);
    }

    /** Whether the class is known and in effect on the day. */
    public boolean isInEffect(UUID id, LocalDate day) {
        return heard.on(id, day, null).isPresent();
    }

    /** The classes that are known and in effect on the day. */
    public List<HeardRow> inEffect(LocalDate day, @Nullable Instant knownAt) {
        return heard.select(
                "r.effective_from <= :day and (r.effective_until is null or r.effective_until > :day) and "
                        + HeardLedger.known("r", knownAt),
                Map.of("day", day),
                knownAt,
                "r.job_code");
    }

    /** The present periods of the class, by date. */
    public List<HeardRow> rows(UUID id) {
        return heard.rows(id, null);
    }
}
