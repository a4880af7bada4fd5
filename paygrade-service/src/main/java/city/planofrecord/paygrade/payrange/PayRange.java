package city.planofrecord.paygrade.payrange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a grade pays: from a minimum to a maximum.
 *
 * @param minimum not negative, two decimals
 * @param maximum at least the minimum, two decimals
 * @param currency ISO 4217
 */
public record PayRange(BigDecimal minimum, BigDecimal maximum, String currency, Basis basis) {

    /** The currency where none is named. */
    public static final String DOLLARS = "USD";

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public PayRange {
        if (minimum.signum() < 0 || maximum.compareTo(minimum) < 0) {
            throw new IllegalArgumentException("a range goes from a minimum up to a maximum");
        }
    }

    /** The mean of minimum and maximum, rounded half up to the cent. */
    public BigDecimal midpoint() {
        return minimum.add(maximum).divide(TWO, 2, RoundingMode.HALF_UP);
    }
}
