package city.planofrecord.paygrade.paystructure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import city.planofrecord.paygrade.payrange.PayRange;

/** The figures of a pay structure, in percent and not yet rounded; {@link #rounded} rounds half up to two decimals. */
final class Figures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL64;

    private Figures() {}

    /** (maximum − minimum) / minimum; empty where the minimum is nothing. */
    static Optional<BigDecimal> spread(PayRange range) {
        return range.minimum().signum() == 0
                ? Optional.empty()
                : Optional.of(percent(range.maximum().subtract(range.minimum()), range.minimum()));
    }

    /**
     * By how much the midpoint grows for each grade number: (to / from) to the power of 1 / {@code numbers}, less 1. Empty
     * where a midpoint is nothing.
     *
     * @param numbers from the lower grade's number to the higher one's, at least 1
     */
    static Optional<BigDecimal> progression(BigDecimal from, BigDecimal to, int numbers) {
        if (from.signum() == 0 || to.signum() == 0) {
            return Optional.empty();
        }
        var ratio = to.divide(from, EXACT_ENOUGH);
        return Optional.of(
                numbers == 1
                        ? percent(to.subtract(from), from)
                        : BigDecimal.valueOf(Math.pow(ratio.doubleValue(), 1.0 / numbers) - 1)
                                .multiply(HUNDRED));
    }

    /**
     * How much of the range lies within the other one too, as a share of its own width; of a range that is a single amount,
     * all or nothing.
     */
    static BigDecimal overlap(PayRange range, PayRange other) {
        var from = range.minimum().max(other.minimum());
        var to = range.maximum().min(other.maximum());
        if (to.compareTo(from) < 0) {
            return BigDecimal.ZERO;
        }
        var width = range.maximum().subtract(range.minimum());
        return width.signum() == 0 ? HUNDRED : percent(to.subtract(from), width);
    }

    /** The middle one; of an even number the mean of the two in the middle. Empty where there are none. */
    static Optional<BigDecimal> median(List<BigDecimal> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        var sorted = figures.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2), EXACT_ENOUGH));
    }

    /** As answers show it. */
    static String rounded(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, EXACT_ENOUGH);
    }
}
