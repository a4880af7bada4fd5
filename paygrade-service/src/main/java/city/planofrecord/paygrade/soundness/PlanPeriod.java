package city.planofrecord.paygrade.soundness;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A stretch of days in which a thing of the plan looks the same: from inclusive, until exclusive or without end. */
sealed interface PlanPeriod permits SchedulePeriod, GradePeriod, AssignmentPeriod {

    LocalDate from();

    @Nullable
    LocalDate until();

    default boolean covers(LocalDate day) {
        var until = until();
        return !day.isBefore(from()) && (until == null || day.isBefore(until));
    }

    default boolean overlaps(PlanPeriod other) {
        var end = until();
        var otherEnd = other.until();
        return (end == null || other.from().isBefore(end)) && (otherEnd == null || from().isBefore(otherEnd));
    }
}
