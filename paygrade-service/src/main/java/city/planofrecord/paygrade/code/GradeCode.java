package city.planofrecord.paygrade.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a grade: the letter of its schedule and its number. {@code 809-A} and {@code A-809} are one.
 *
 * @param schedule one to three capital letters
 * @param number one to six digits
 */
public record GradeCode(String schedule, String number) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?<number>\\d{1,6})\\s*[-\u2010-\u2013]\\s*(?<letter>[A-Z]{1,3})|(?<first>[A-Z]{1,3})\\s*[-\u2010-\u2013]\\s*(?<last>\\d{1,6}))");
    private static final Pattern LETTER = Pattern.compile("[A-Z]{1,3}");

    /** Reads either notation, with any of the dashes; empty where the text names no grade. */
    public static Optional<GradeCode> read(String text) {
        var written = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!written.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                written.group("number") == null
                        ? new GradeCode(written.group("first"), written.group("last"))
                        : new GradeCode(written.group("letter"), written.group("number")));
    }

    /** Whether the text can be the letter of a schedule. */
    public static boolean isSchedule(String text) {
        return LETTER.matcher(text).matches();
    }

    /** Number first: the form by which grades are stored and compared. */
    public String canonical() {
        return number + "-" + schedule;
    }

    /** As documents of the notation write it. */
    public String in(Notation notation) {
        return switch (notation) {
            case NUMBER_FIRST -> canonical();
            case LETTER_FIRST -> schedule + "-" + number;
        };
    }

    @Override
    public String toString() {
        return canonical();
    }
}
