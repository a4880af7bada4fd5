package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.ledger.Row;

/**
 * A stretch of days in which class, assignment and grade all stand as they are: the intersection of their rows.
 *
 * @param from inclusive
 * @param until exclusive; null where there is no end
 */
record PayPeriod(LocalDate from, @Nullable LocalDate until, HeardRow jobClass, Row assignment, Row grade) {

    private static final Set<String> OF_CLASS = Set.of("jobCode", "title");
    private static final Set<String> OF_GRADE = Set.of("grade", "range");

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether the class is called, graded and paid alike in both. How documents write the grade is no matter. */
    boolean isPaidAs(PayPeriod other) {
        return assignment
                        .image()
                        .path("gradeId")
                        .equals(other.assignment.image().path("gradeId"))
                && OF_CLASS.stream()
                        .allMatch(field -> jobClass.image()
                                .path(field)
                                .equals(other.jobClass.image().path(field)))
                && OF_GRADE.stream()
                        .allMatch(field -> grade.image()
                                .path(field)
                                .equals(other.grade.image().path(field)));
    }

    /** As {@link #isPaidAs}, where either may not be at all. */
    static boolean samePay(@Nullable PayPeriod one, @Nullable PayPeriod other) {
        return one == null ? other == null : other != null && one.isPaidAs(other);
    }

    /** The intersection, null where there is none. */
    static @Nullable PayPeriod of(HeardRow jobClass, Row assignment, Row grade) {
        var from = later(later(jobClass.effectiveFrom(), assignment.effectiveFrom()), grade.effectiveFrom());
        var until = earlier(earlier(jobClass.effectiveUntil(), assignment.effectiveUntil()), grade.effectiveUntil());
        return until == null || from.isBefore(until) ? new PayPeriod(from, until, jobClass, assignment, grade) : null;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
