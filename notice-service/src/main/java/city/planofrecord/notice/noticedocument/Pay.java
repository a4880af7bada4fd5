package city.planofrecord.notice.noticedocument;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a cell of a pay column says: a grade, a range, or both.
 *
 * @param basisAssumed the amounts are too small for a year, and no word says that they are hourly
 */
record Pay(@Nullable String grade, @Nullable PayRange range, boolean basisAssumed) {

    private static final int LONGEST = 120;
    private static final BigDecimal LEAST_OF_A_YEAR = BigDecimal.valueOf(1000);
    private static final String CURRENCY = "USD";

    private static final String GRADE = "\\d{1,4} ?- ?[A-Z]{1,2}|[A-Z]{1,2} ?- ?\\d{1,4}";
    private static final String AMOUNT = "(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})(?:\\.\\d{1,2})?";
    private static final String BASIS = "(?:(?:/|per |an? ) ?)?(?:hourly|hour|hr|annually|annual|annum|year|yr)\\.?";

    private static final Pattern STARTS_WITH_GRADE = Pattern.compile("(?:" + GRADE + ")(?![\\w-]).*");
    private static final Pattern CELL = Pattern.compile("(?<grade>" + GRADE + ")?(?:,|;|:)? ?"
            + "(?:\\(? ?\\$? ?(?<min>" + AMOUNT + ") ?(?:to|through|-) ?\\$? ?(?<max>" + AMOUNT + ") ?(?<basis>"
            + BASIS + ")? ?\\)? ?(?<after>" + BASIS + ")?)?");

    static Optional<Pay> read(String cell, @Nullable PayBasis ofColumn) {
        if (cell.length() > LONGEST) {
            return Optional.empty();
        }
        var matcher = CELL.matcher(Dashes.asHyphens(cell));
        if (!matcher.matches() || (matcher.group("grade") == null && matcher.group("min") == null)) {
            return Optional.empty();
        }
        var grade =
                matcher.group("grade") == null ? null : matcher.group("grade").replace(" ", "");
        if (matcher.group("min") == null) {
            return Optional.of(new Pay(grade, null, false));
        }
        var minimum = amount(matcher.group("min"));
        var maximum = amount(matcher.group("max"));
        var word = matcher.group("basis") == null ? matcher.group("after") : matcher.group("basis");
        var said = word == null ? ofColumn : basis(word);
        var basis = said != null ? said : maximum.compareTo(LEAST_OF_A_YEAR) < 0 ? PayBasis.HOURLY : PayBasis.ANNUAL;
        return Optional.of(new Pay(
                grade, new PayRange(minimum, maximum, CURRENCY, basis), said == null && basis == PayBasis.HOURLY));
    }

    /** Whether a line standing alone can be an entry of a pay column, well written or not. */
    static boolean resembles(String line) {
        return line.length() <= LONGEST
                && (line.indexOf('$') >= 0
                        || STARTS_WITH_GRADE.matcher(Dashes.asHyphens(line)).matches());
    }

    private static PayBasis basis(String word) {
        return word.toLowerCase(Locale.ROOT).contains("h") ? PayBasis.HOURLY : PayBasis.ANNUAL;
    }

    private static BigDecimal amount(String written) {
        return new BigDecimal(written.replace(",", ""));
    }
}
