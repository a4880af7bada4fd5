package city.planofrecord.chassis.dated;

import java.time.LocalDate;

/** The date of the next row, and where to read it. */
public record NextChange(LocalDate date, String href) {}
