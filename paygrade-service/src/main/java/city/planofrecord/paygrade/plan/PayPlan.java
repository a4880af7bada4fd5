package city.planofrecord.paygrade.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.batch.Holds;
import city.planofrecord.paygrade.soundness.AssignmentPeriod;
import city.planofrecord.paygrade.soundness.Flaw;
import city.planofrecord.paygrade.soundness.GradePeriod;
import city.planofrecord.paygrade.soundness.Plan;
import city.planofrecord.paygrade.soundness.SchedulePeriod;
import city.planofrecord.paygrade.soundness.Soundness;

/** The pay plan as it is stored: written by one transaction at a time, because each change is judged against the rest. */
@Singleton
public class PayPlan {

    private static final long ONE_WRITER = 7_320_001L;

    private final Jdbi jdbi;
    private final Holds holds;

    PayPlan(Jdbi jdbi, Holds holds) {
        this.jdbi = jdbi;
        this.holds = holds;
    }

    /**
     * Begins a write to the things, before they are locked.
     *
     * @param things ids and names
     * @throws city.planofrecord.chassis.http.Refused (409) where a decided notice holds one of them
     */
    public void begin(Collection<String> things) {
        holds.requireFree(things);
        beginHeld();
    }

    /** Begins the write of a batch that holds what it writes to. */
    public void beginHeld() {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(" + ONE_WRITER + ")"));
    }

    /** What is wrong with the changed things as they stand in this transaction. */
    public List<Flaw> flaws(Set<UUID> changed) {
        return Soundness.flaws(around(changed, Set.of()), changed);
    }

    /**
     * The present periods of the things, of all that rest on them, of all that they rest on, and of those that bear one of
     * their names.
     *
     * @param ids of schedules, grades and classes
     * @param names letters and grades that are to be borne, beyond those that the things bear now
     */
    public Plan around(Set<UUID> ids, Set<String> names) {
        return jdbi.withHandle(handle -> {
            var assignments = assignments(handle, ids);
            var grounds = new HashSet<>(ids);
            assignments.values().forEach(periods -> periods.forEach(period -> grounds.add(period.grade())));
            var grades = grades(handle, ids, grounds, names);
            grades.values().forEach(periods -> periods.forEach(period -> grounds.add(period.schedule())));
            return new Plan(schedules(handle, ids, grounds, names), grades, assignments);
        });
    }

    private static Map<UUID, List<AssignmentPeriod>> assignments(Handle handle, Set<UUID> ids) {
        var found = new HashMap<UUID, List<AssignmentPeriod>>();
        handle.createQuery("select r.subject_id, r.effective_from, r.effective_until, r.grade_id, r.image ->> 'grade'"
                        + " from grade_assignment_row r where r.superseded_at is null and (r.subject_id in (select unnest(cast(:ids as uuid[])))"
                        + " or r.grade_id in (select unnest(cast(:ids as text[]))))")
                .bind("ids", array(ids))
                .map((rs, _) -> found.computeIfAbsent(uuid(rs, 1), _ -> new ArrayList<>())
                        .add(new AssignmentPeriod(
                                from(rs), rs.getObject(3, LocalDate.class), uuid(rs, 4), rs.getString(5))))
                .list();
        return found;
    }

    private static Map<UUID, List<GradePeriod>> grades(
            Handle handle, Set<UUID> ids, Set<UUID> grounds, Set<String> names) {
        var found = new HashMap<UUID, List<GradePeriod>>();
        handle.createQuery(
                        "select r.subject_id, r.effective_from, r.effective_until, r.schedule_id, r.schedule, r.grade"
                                + " from pay_grade_row r where r.superseded_at is null and (r.subject_id in (select unnest(cast(:grounds as uuid[])))"
                                + " or r.schedule_id in (select unnest(cast(:ids as text[]))) or r.grade in (select unnest(cast(:names as text[])))"
                                + " or r.grade in (select o.grade from pay_grade_row o where o.superseded_at is null"
                                + " and o.subject_id in (select unnest(cast(:ids as uuid[])))))")
                .bind("ids", array(ids))
                .bind("grounds", array(grounds))
                .bind("names", array(names))
                .map((rs, _) -> found.computeIfAbsent(uuid(rs, 1), _ -> new ArrayList<>())
                        .add(new GradePeriod(
                                from(rs),
                                rs.getObject(3, LocalDate.class),
                                uuid(rs, 4),
                                rs.getString(5),
                                rs.getString(6))))
                .list();
        return found;
    }

    private static Map<UUID, List<SchedulePeriod>> schedules(
            Handle handle, Set<UUID> ids, Set<UUID> grounds, Set<String> names) {
        var found = new HashMap<UUID, List<SchedulePeriod>>();
        handle.createQuery("select r.subject_id, r.effective_from, r.effective_until, r.schedule"
                        + " from pay_schedule_row r where r.superseded_at is null and (r.subject_id in (select unnest(cast(:grounds as uuid[])))"
                        + " or r.schedule in (select unnest(cast(:names as text[])))"
                        + " or r.schedule in (select o.schedule from pay_schedule_row o where o.superseded_at is null"
                        + " and o.subject_id in (select unnest(cast(:ids as uuid[])))))")
                .bind("ids", array(ids))
                .bind("grounds", array(grounds))
                .bind("names", array(names))
                .map((rs, _) -> found.computeIfAbsent(uuid(rs, 1), _ -> new ArrayList<>())
                        .add(new SchedulePeriod(from(rs), rs.getObject(3, LocalDate.class), rs.getString(4))))
                .list();
        return found;
    }

    private static UUID uuid(ResultSet rs, int column) throws SQLException {
        return UUID.fromString(rs.getString(column));
    }

    private static LocalDate from(ResultSet rs) throws SQLException {
        return rs.getObject(2, LocalDate.class);
    }

    private static String array(Set<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
