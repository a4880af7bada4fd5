package city.planofrecord.paygrade.soundness;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A schedule in a period. */
public record SchedulePeriod(LocalDate from, @Nullable LocalDate until, String letter) implements PlanPeriod {}
