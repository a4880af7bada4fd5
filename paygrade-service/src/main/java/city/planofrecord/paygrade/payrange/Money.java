package city.planofrecord.paygrade.payrange;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts of money: never negative, at most two decimals, kept with exactly two. */
public final class Money {

    /** What is expected where an amount cannot be taken. */
    public static final String EXPECTED = "an amount such as 33597.00";

    /** The largest amount that can be written. */
    public static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

    private static final int SCALE = 2;
    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}(?:\\.\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3}){0,3}(?:\\.\\d{1,2})?");

    private Money() {}

    /**
     * An amount in plain digits.
     *
     * @throws IllegalArgumentException where it is none; says why
     */
    public static BigDecimal read(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(reason(text));
        }
        return new BigDecimal(text).setScale(SCALE);
    }

    /**
     * An amount as people write it: {@code $33,597} or {@code 33597.00}.
     *
     * @throws IllegalArgumentException where it is none; says why
     */
    public static BigDecimal readWritten(String text) {
        var bare = text.strip();
        if (bare.startsWith("$")) {
            bare = bare.substring(1).strip();
        }
        return read(GROUPED.matcher(bare).matches() ? bare.replace(",", "") : bare);
    }

    private static String reason(String text) {
        if (text.startsWith("-")) {
            return "is negative";
        }
        return text.matches("\\d{1,12}\\.\\d{3,}") ? "has more than two decimals" : "is no amount of money";
    }
}
