package city.planofrecord.paygrade.soundness;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The grade of a class in a period. */
public record AssignmentPeriod(LocalDate from, @Nullable LocalDate until, UUID grade, String name)
        implements PlanPeriod {}
