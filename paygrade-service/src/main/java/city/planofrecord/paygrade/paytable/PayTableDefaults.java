package city.planofrecord.paygrade.paytable;

import java.time.LocalDate;
import java.util.Optional;

/** What holds for rows that do not say otherwise: the date, where the request gives one. */
record PayTableDefaults(Optional<LocalDate> effectiveFrom) {}
