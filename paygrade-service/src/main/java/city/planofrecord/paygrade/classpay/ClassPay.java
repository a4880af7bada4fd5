package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.dated.NextChange;
import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.paygrade.classpay.ClassPayView.Because;
import city.planofrecord.paygrade.classpay.ClassPayView.Fact;
import city.planofrecord.paygrade.gradeassignment.GradeAssignments;
import city.planofrecord.paygrade.jobclass.JobClasses;
import city.planofrecord.paygrade.paygrade.PayGrades;

/** Joins class, assignment and range of a day. */
@Singleton
class ClassPay {

    private final JobClasses classes;
    private final GradeAssignments assignments;
    private final PayGrades grades;

    ClassPay(JobClasses classes, GradeAssignments assignments, PayGrades grades) {
        this.classes = classes;
        this.assignments = assignments;
        this.grades = grades;
    }

    /**
     * @throws city.planofrecord.chassis.http.Refused (404) where the class is unknown, or it or its assignment is not in
     *     effect on the day; says when it is
     */
    ClassPayView of(String jobCode, LocalDate day, @Nullable Instant knownAt) {
        var jobClass = classes.on(classes.meant(jobCode, day, knownAt), jobCode, day, knownAt);
        var code = jobClass.image().path("jobCode").asText();
        var assignment = assignments.row(jobClass.subject(), code, day, knownAt);
        var grade = assignments.grade(assignment, day, knownAt);
        var because = new Because(fact(jobClass), fact(assignment), fact(grade));
        var until = until(because);
        return new ClassPayView(
                jobClass.subject(),
                code,
                classes.formerCodes(jobClass, knownAt),
                jobClass.image().hasNonNull("title")
                        ? jobClass.image().path("title").asText()
                        : null,
                grades.name(grade, day, knownAt),
                PayGrades.range(grade).orElse(null),
                from(because),
                until,
                until == null ? null : new NextChange(until, "/class-pay/" + code + "?asOf=" + until),
                because);
    }

    private static LocalDate from(Because because) {
        return facts(because)
                .map(Fact::effectiveFrom)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static @Nullable LocalDate until(Because because) {
        return facts(because)
                .map(Fact::effectiveUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Stream<Fact> facts(Because because) {
        return Stream.of(because.jobClass(), because.assignment(), because.range());
    }

    private static Fact fact(HeardRow row) {
        return new Fact(row.effectiveFrom(), row.effectiveUntil(), row.recordedAt(), row.authority());
    }

    private static Fact fact(Row row) {
        return new Fact(row.effectiveFrom(), row.effectiveUntil(), row.recordedAt(), row.authority());
    }
}
