package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.heard.HeardRow;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.paygrade.gradeassignment.GradeAssignments;

/**
 * What one class is paid, by date: a period for every stretch of days in which its own row, its assignment and the row of
 * the grade that it carries all stand. Everything that tells what a class is paid follows from it.
 *
 * @param periods by date, without overlap
 */
record PayTimeline(List<PayPeriod> periods) {

    /**
     * The timeline of a class.
     *
     * @param jobClass its rows, none of which overlap
     * @param assignments its assignments, none of which overlap
     * @param grades the rows of a grade, none of which overlap
     */
    static PayTimeline of(List<HeardRow> jobClass, List<Row> assignments, Function<UUID, List<Row>> grades) {
        var periods = new ArrayList<PayPeriod>();
        for (var row : jobClass) {
            for (var assignment : assignments) {
                if (!meet(row, assignment)) {
                    continue;
                }
                for (var grade : grades.apply(GradeAssignments.gradeId(assignment))) {
                    var period = PayPeriod.of(row, assignment, grade);
                    if (period != null) {
                        periods.add(period);
                    }
                }
            }
        }
        periods.sort(Comparator.comparing(PayPeriod::from));
        return new PayTimeline(List.copyOf(periods));
    }

    private static boolean meet(HeardRow row, Row assignment) {
        return (row.effectiveUntil() == null || assignment.effectiveFrom().isBefore(row.effectiveUntil()))
                && (assignment.effectiveUntil() == null || row.effectiveFrom().isBefore(assignment.effectiveUntil()));
    }

    Optional<PayPeriod> on(LocalDate day) {
        return Optional.ofNullable(standing(day));
    }

    /** The period of the day, null where the class has no pay that day. */
    @Nullable
    PayPeriod standing(LocalDate day) {
        var low = 0;
        var high = periods.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var period = periods.get(middle);
            if (period.covers(day)) {
                return period;
            }
            if (period.from().isAfter(day)) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
    }

    /** The days on which a period begins or ends. */
    SortedSet<LocalDate> turns() {
        var turns = new TreeSet<LocalDate>();
        for (var period : periods) {
            turns.add(period.from());
            if (period.until() != null) {
                turns.add(period.until());
            }
        }
        return turns;
    }
}
