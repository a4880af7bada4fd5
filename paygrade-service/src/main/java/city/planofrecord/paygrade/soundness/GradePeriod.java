package city.planofrecord.paygrade.soundness;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A grade in a period. */
public record GradePeriod(LocalDate from, @Nullable LocalDate until, UUID schedule, String letter, String grade)
        implements PlanPeriod {}
