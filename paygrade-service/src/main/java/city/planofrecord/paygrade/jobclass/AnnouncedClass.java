package city.planofrecord.paygrade.jobclass;

import java.time.LocalDate;
import java.util.UUID;

/** What a class is called from the day on, as far as a batch says. */
public record AnnouncedClass(UUID id, LocalDate from, NameOfDay name) {}
