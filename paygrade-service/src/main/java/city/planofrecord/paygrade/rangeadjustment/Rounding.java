package city.planofrecord.paygrade.rangeadjustment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** To what an amount is rounded that a rule works out. */
public enum Rounding {
    /** To the cent, half up. */
    CENT(2, RoundingMode.HALF_UP, "to the cent, half up"),
    /** Up to the next whole dollar, or whatever the currency's unit is. */
    DOLLAR(0, RoundingMode.CEILING, "up to the whole dollar");

    private final int decimals;
    private final RoundingMode mode;
    private final String words;

    Rounding(int decimals, RoundingMode mode, String words) {
        this.decimals = decimals;
        this.mode = mode;
        this.words = words;
    }

    /** How it rounds, in words. */
    public String words() {
        return words;
    }

    /** The amount, with two decimals. */
    BigDecimal round(BigDecimal amount) {
        return amount.setScale(decimals, mode).setScale(2);
    }

    /** The amount times {@code by} over {@code over}, rounded once, with two decimals. */
    BigDecimal scaled(BigDecimal amount, BigDecimal by, BigDecimal over) {
        return amount.multiply(by).divide(over, decimals, mode).setScale(2);
    }
}
