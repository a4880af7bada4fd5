package city.planofrecord.notice.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A grade by its schedule and number; both notations, {@code 809-A} and {@code A-809}, name the same.
 *
 * @param schedule the letter of the schedule
 */
public record GradeName(String number, String schedule) {

    private static final Pattern NUMBER_FIRST = Pattern.compile("(\\d{1,4})-([A-Z]{1,2})");
    private static final Pattern LETTER_FIRST = Pattern.compile("([A-Z]{1,2})-(\\d{1,4})");

    public static Optional<GradeName> parse(String written) {
        var text = written.strip().toUpperCase(Locale.ROOT);
        var numberFirst = NUMBER_FIRST.matcher(text);
        if (numberFirst.matches()) {
            return Optional.of(new GradeName(numberFirst.group(1), numberFirst.group(2)));
        }
        var letterFirst = LETTER_FIRST.matcher(text);
        return letterFirst.matches()
                ? Optional.of(new GradeName(letterFirst.group(2), letterFirst.group(1)))
                : Optional.empty();
    }

    /** The grade number first, such as {@code 809-A}. */
    public String canonical() {
        return number + "-" + schedule;
    }
}
