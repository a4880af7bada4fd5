package city.planofrecord.paygrade.rangeadjustment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

import city.planofrecord.paygrade.payrange.Basis;

/**
 * What no minimum may lie below, such as a minimum wage.
 *
 * @param minimum two decimals
 * @param currency ISO 4217
 * @param hoursPerYear by which an hourly floor is compared with annual ranges and the other way round; empty where they
 *     are not to be compared
 */
record Floor(BigDecimal minimum, Basis basis, String currency, OptionalInt hoursPerYear) {

    /** The floor for ranges of the basis, to the cent and never below it; empty where it cannot be converted. */
    Optional<BigDecimal> forRangesOf(Basis ranges) {
        if (ranges == basis) {
            return Optional.of(minimum);
        }
        if (hoursPerYear.isEmpty()) {
            return Optional.empty();
        }
        var hours = BigDecimal.valueOf(hoursPerYear.getAsInt());
        return Optional.of(
                switch (ranges) {
                    case ANNUAL -> minimum.multiply(hours);
                    case HOURLY -> minimum.divide(hours, 2, RoundingMode.CEILING);
                });
    }
}
