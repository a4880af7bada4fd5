package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.Bearer;
import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.dated.Span;
import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.paygrade.classpay.ClassPayView.Because;
import city.planofrecord.paygrade.gradeassignment.GradeAssignments;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payschedule.PaySchedules;

/** Rows of classes, assignments, grades and schedules as they were known at one instant, and what follows from them. */
final class KnownPlan {

    private final Map<UUID, List<HeardRow>> classes;
    private final Map<UUID, List<Row>> assignments;
    private final Map<UUID, List<Row>> grades;
    private final Map<UUID, List<Row>> schedules;
    private final Map<String, List<Span>> bearing;
    private final Map<UUID, PayTimeline> timelines = new HashMap<>();

    /** The rows, each kind by thing and date. */
    KnownPlan(
            Collection<HeardRow> classes,
            Collection<Row> assignments,
            Collection<Row> grades,
            Collection<Row> schedules) {
        this.classes = classes.stream().collect(Collectors.groupingBy(HeardRow::subject));
        this.assignments = byThing(assignments);
        this.grades = byThing(grades);
        this.schedules = byThing(schedules);
        this.bearing = classes.stream()
                .collect(Collectors.groupingBy(
                        row -> JobClasses.name(row).jobCode(), Collectors.mapping(Span::of, Collectors.toList())));
    }

    private static Map<UUID, List<Row>> byThing(Collection<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Row::subject));
    }

    Set<UUID> classes() {
        return classes.keySet();
    }

    PayTimeline timeline(UUID classId) {
        return timelines.computeIfAbsent(
                classId,
                id -> PayTimeline.of(
                        classes.getOrDefault(id, List.of()),
                        assignments.getOrDefault(id, List.of()),
                        grade -> grades.getOrDefault(grade, List.of())));
    }

    /**
     * What the class that the code means is paid on the day.
     *
     * @throws Refused (404) where the class is unknown, or it or its assignment is not in effect on the day; says when it is
     */
    ClassPayView on(String jobCode, LocalDate day) {
        var id = Bearer.meant(bearing.getOrDefault(jobCode, List.of()), day)
                .orElseThrow(() -> JobClasses.unknown(jobCode));
        return timeline(id).on(day).map(period -> view(period, day)).orElseThrow(() -> refusal(id, jobCode, day));
    }

    private Refused refusal(UUID id, String asked, LocalDate day) {
        try {
            var jobClass = JobClasses.inEffect(classes.getOrDefault(id, List.of()), asked, day);
            var code = JobClasses.name(jobClass).jobCode();
            var assignment = GradeAssignments.inEffect(assignments.getOrDefault(id, List.of()), code, day);
            PayGrades.inEffect(
                    grades.getOrDefault(GradeAssignments.gradeId(assignment), List.of()),
                    assignment.image().path("grade").asText(),
                    day);
        } catch (Refused refused) {
            return refused;
        }
        throw new IllegalStateException("what stands on " + day + " has no period: " + id);
    }

    ClassPayView view(PayPeriod period, LocalDate day) {
        var name = JobClasses.name(period.jobClass());
        var id = period.jobClass().subject();
        var until = period.until();
        return new ClassPayView(
                id,
                name.jobCode(),
                JobClasses.formerCodes(classes.getOrDefault(id, List.of()), period.jobClass()),
                name.title(),
                grade(period, day),
                PayGrades.range(period.grade()).orElse(null),
                period.from(),
                until,
                until == null ? null : new NextChange(until, "/class-pay/" + name.jobCode() + "?asOf=" + until),
                new Because(Fact.of(period.jobClass()), Fact.of(period.assignment()), Fact.of(period.grade())));
    }

    /** What the class is called, graded and paid in the period, as documents of the day write it. */
    PayView pay(PayPeriod period, LocalDate day) {
        var name = JobClasses.name(period.jobClass());
        return new PayView(
                name.jobCode(),
                name.title(),
                period.grade().subject(),
                grade(period, day),
                PayGrades.range(period.grade()).orElse(null));
    }

    @Nullable
    PayView payIfAny(@Nullable PayPeriod period, LocalDate day) {
        return period == null ? null : pay(period, day);
    }

    /** The grade as documents of the day write it. */
    String grade(PayPeriod period, LocalDate day) {
        var schedule = schedules.getOrDefault(PayGrades.scheduleId(period.grade()), List.of());
        return PayGrades.code(period.grade()).in(PaySchedules.notation(schedule, day));
    }
}
