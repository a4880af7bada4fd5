package city.planofrecord.paygrade.gradeassignment;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Authority;

/** One line of an import: the grades of one class, by date. */
record ImportLine(
        @NotNull String jobCode,
        @NotNull List<Step> timeline,
        @NotNull Authority authority,
        @NotNull String reason) {

    /**
     * The grade that the class carries in a period.
     *
     * @param effectiveFrom inclusive
     * @param effectiveUntil exclusive; absent where the next step, or nothing, ends it
     */
    record Step(LocalDate effectiveFrom, @Nullable LocalDate effectiveUntil, String grade) {}
}
