package city.planofrecord.classification.classcomparison;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A pay grade: {@code 809-A} and {@code A-809} are one. */
record Grade(String schedule, String number) {

    private static final Pattern NUMBER_FIRST = Pattern.compile("([0-9]{1,4})\\s*[\\p{Pd}\\s]\\s*([A-Z]{1,2})");
    private static final Pattern LETTER_FIRST = Pattern.compile("([A-Z]{1,2})\\s*[\\p{Pd}\\s]\\s*([0-9]{1,4})");

    /** Empty where it is written in neither way. */
    static Optional<Grade> of(String written) {
        var text = written.strip().toUpperCase(Locale.ROOT);
        var number = NUMBER_FIRST.matcher(text);
        if (number.matches()) {
            return Optional.of(new Grade(number.group(2), number.group(1)));
        }
        var letter = LETTER_FIRST.matcher(text);
        return letter.matches() ? Optional.of(new Grade(letter.group(1), letter.group(2))) : Optional.empty();
    }

    static boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return TextDiff.same(one, other);
        }
        var grade = of(one);
        return TextDiff.same(one, other) || (grade.isPresent() && grade.equals(of(other)));
    }
}
