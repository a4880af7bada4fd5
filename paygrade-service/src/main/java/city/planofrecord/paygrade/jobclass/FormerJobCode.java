package city.planofrecord.paygrade.jobclass;

import java.time.LocalDate;

/** A code that a class bore, and the first day on which it did not. */
public record FormerJobCode(String jobCode, LocalDate until) {}
