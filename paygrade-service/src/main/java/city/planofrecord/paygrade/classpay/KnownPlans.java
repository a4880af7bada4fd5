package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.ledger.TextArray;
import city.planofrecord.paygrade.gradeassignment.GradeAssignments;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payschedule.PaySchedules;

/** Reads what is needed to tell the pay of some classes: a query for each kind of row, however many classes there are. */
@Singleton
class KnownPlans {

    private static final int LONGEST_CODE = 40;

    private final JobClasses classes;
    private final Ledger assignments;
    private final Ledger grades;
    private final Ledger schedules;
    private final Jdbi jdbi;

    KnownPlans(JobClasses classes, GradeAssignments assignments, PayGrades grades, PaySchedules schedules, Jdbi jdbi) {
        this.classes = classes;
        this.assignments = assignments.register().ledger();
        this.grades = grades.register().ledger();
        this.schedules = schedules.register().ledger();
        this.jdbi = jdbi;
    }

    /** Reads in one transaction that sees one state, so that what is recorded meanwhile is seen whole or not at all. */
    <T> T atOnce(Supplier<T> reads) {
        return QuarkusTransaction.requiringNew().call(() -> {
            jdbi.useHandle(handle -> handle.execute("set transaction isolation level repeatable read, read only"));
            return reads.get();
        });
    }

    /** Everything about the classes that the codes may mean. */
    KnownPlan bearing(Collection<String> jobCodes, @Nullable Instant knownAt) {
        var possible = jobCodes.stream().filter(KnownPlans::canBeBorne).collect(Collectors.toSet());
        return atOnce(() -> of(classes.bearers(possible, knownAt), Days.ALL, knownAt));
    }

    /** What touches the days, of the classes. Within {@link #atOnce} with whatever else is read for the same answer. */
    KnownPlan of(Set<UUID> classIds, Days days, @Nullable Instant knownAt) {
        var classRows = classes.rows(classIds, days, knownAt);
        var assignmentRows = rows(assignments, classIds, days, knownAt);
        var gradeIds = assignmentRows.stream().map(GradeAssignments::gradeId).collect(Collectors.toSet());
        var gradeRows = rows(grades, gradeIds, days, knownAt);
        var scheduleIds = gradeRows.stream().map(PayGrades::scheduleId).collect(Collectors.toCollection(HashSet::new));
        return new KnownPlan(classRows, assignmentRows, gradeRows, rows(schedules, scheduleIds, days, knownAt));
    }

    private static List<Row> rows(Ledger ledger, Set<UUID> ids, Days days, @Nullable Instant knownAt) {
        return ledger.select(
                "r.subject_id in (select unnest(cast(:ids as uuid[]))) and " + days.touchedBy("r") + " and "
                        + Ledger.known("r", knownAt),
                days.bound(Map.of("ids", TextArray.of(ids))),
                knownAt,
                "r.subject_id, r.effective_from");
    }

    private static boolean canBeBorne(String jobCode) {
        return jobCode.length() <= LONGEST_CODE && jobCode.chars().noneMatch(Character::isISOControl);
    }
}
