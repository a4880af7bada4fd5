package city.planofrecord.classification.specification;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A date of which some may be open: {@code xx/xx/2011} has a year only, {@code 8/2009} no day. What is open is absent,
 * and so is a part that cannot be: of {@code 2/30/2011} only the year is left.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PartialDate(
        String asWritten,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day) {

    private static final String PART = "([0-9]{1,2}|[xX]{1,2})";
    private static final Pattern NUMBERS =
            Pattern.compile("(?:" + PART + "[/-])?" + PART + "[/-]([0-9]{4}|[0-9]{2}|[xX]{2,4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?");
    private static final Pattern WORDS = Pattern.compile("([A-Z][a-z]{2,8})\\.? (?:([0-9]{1,2}), ?)?([0-9]{4})");

    static PartialDate parse(String asWritten) {
        var numbers = NUMBERS.matcher(asWritten);
        if (numbers.matches()) {
            var first = numbers.group(1);
            return first == null
                    ? of(asWritten, year(numbers.group(3)), number(numbers.group(2)), null)
                    : of(asWritten, year(numbers.group(3)), number(first), number(numbers.group(2)));
        }
        var iso = ISO.matcher(asWritten);
        if (iso.matches()) {
            return of(asWritten, year(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
        }
        var words = WORDS.matcher(asWritten);
        if (words.matches()) {
            return month(words)
                    .map(month -> of(asWritten, year(words.group(3)), month, number(words.group(2))))
                    .orElseGet(() -> new PartialDate(asWritten, null, null, null));
        }
        return asWritten.matches("[0-9]{4}")
                ? of(asWritten, year(asWritten), null, null)
                : new PartialDate(asWritten, null, null, null);
    }

    /** The day, when nothing of it is open. */
    public Optional<LocalDate> exact() {
        return year == null || month == null || day == null
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    private static PartialDate of(
            String asWritten, @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        var possible = (month == null || (month >= 1 && month <= 12))
                && (day == null || (day >= 1 && day <= (month == null ? 31 : lengthOf(year, month))));
        return possible ? new PartialDate(asWritten, year, month, day) : new PartialDate(asWritten, year, null, null);
    }

    private static int lengthOf(@Nullable Integer year, int month) {
        return month < 1 || month > 12
                ? 0
                : year == null
                        ? Month.of(month).maxLength()
                        : YearMonth.of(year, month).lengthOfMonth();
    }

    /** A year of two digits is left open: nothing says which century. */
    private static @Nullable Integer year(@Nullable String digits) {
        return digits == null || digits.length() != 4 ? null : number(digits);
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null || !Character.isDigit(digits.charAt(0)) ? null : Integer.valueOf(digits);
    }

    private static Optional<Integer> month(Matcher words) {
        var name = words.group(1).toUpperCase(Locale.ROOT);
        for (var month : Month.values()) {
            if (month.name().equals(name) || month.name().substring(0, 3).equals(name)) {
                return Optional.of(month.getValue());
            }
        }
        return Optional.empty();
    }
}
