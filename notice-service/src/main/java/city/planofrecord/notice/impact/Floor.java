package city.planofrecord.notice.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;

/**
 * What nobody may be paid less than, such as a minimum wage.
 *
 * @param hoursPerYear by which amounts a year and an hour are compared
 */
record Floor(BigDecimal amount, String basis, int hoursPerYear) {

    static final int USUAL_HOURS = 2080;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,2})?)[ ,](ANNUAL|HOURLY)");

    /** Of a text such as {@code 15.87 HOURLY} or {@code 15.87,HOURLY}; empty where it is none. */
    static Optional<Floor> parse(String written, int hoursPerYear) {
        var matcher = WRITTEN.matcher(written.strip());
        return matcher.matches()
                ? Optional.of(new Floor(new BigDecimal(matcher.group(1)), matcher.group(2), hoursPerYear))
                : Optional.empty();
    }

    boolean isAbove(HeardRange range) {
        return aYear(range.minimum(), range.basis()).compareTo(aYear(amount, basis)) < 0;
    }

    private BigDecimal aYear(BigDecimal money, String of) {
        return of.equals("HOURLY") ? money.multiply(BigDecimal.valueOf(hoursPerYear)) : money;
    }

    @Override
    public String toString() {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString() + " " + basis;
    }
}
