package city.planofrecord.paygrade.rangeadjustment;

import java.math.BigDecimal;

import city.planofrecord.paygrade.payrange.Basis;

/** By how much minimum and maximum move. */
sealed interface Step {

    /** Whether nothing moves: then nothing is rounded either. */
    boolean isZero();

    /** @param percent such as 3.25; less than nothing lowers */
    record ByPercent(BigDecimal percent) implements Step {

        @Override
        public boolean isZero() {
            return percent.signum() == 0;
        }
    }

    /**
     * The same amount for minimum and maximum.
     *
     * @param amount less than nothing lowers
     * @param currency ISO 4217
     */
    record ByAmount(BigDecimal amount, Basis basis, String currency) implements Step {

        @Override
        public boolean isZero() {
            return amount.signum() == 0;
        }
    }
}
