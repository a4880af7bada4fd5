package city.planofrecord.classification.specification;

import java.time.LocalDate;
import java.util.Optional;

/** What can only be said of a specification by those who know the register. */
public final class SpecificationChecks {

    private SpecificationChecks() {}

    /**
     * The contradiction between the date that a specification calls the class established on and the date on record.
     * Empty when it says no date, or what it says of one agrees, be it only the year.
     *
     * @param knownEstablished the day on which the class was established, as the register has it
     * @return a finding without a pointer to which of several specifications it speaks of
     */
    public static Optional<Finding> against(LocalDate knownEstablished, ClassSpecification specification) {
        var established = specification.established();
        var date = established == null ? null : established.date();
        if (date == null || agrees(date, knownEstablished)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Severity.WARNING,
                FindingCode.ESTABLISHED_CONTRADICTED,
                "The specification calls the class established on %s; by the register it was established on %s. Nothing was changed."
                        .formatted(date.asWritten(), knownEstablished),
                specification.sources().getOrDefault("/established/date", Lines.at(1)),
                "/established/date"));
    }

    private static boolean agrees(PartialDate date, LocalDate known) {
        return (date.year() == null || date.year() == known.getYear())
                && (date.month() == null || date.month() == known.getMonthValue())
                && (date.day() == null || date.day() == known.getDayOfMonth());
    }
}
