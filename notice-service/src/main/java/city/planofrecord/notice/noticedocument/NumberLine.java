package city.planofrecord.notice.noticedocument;

import java.util.Optional;
import java.util.regex.Pattern;

/** The line that names the document a classification notice and gives its number. */
final class NumberLine {

    private static final int LONGEST = 120;
    private static final Pattern SPELLING = Pattern.compile(
            "(?:(?:updated|amended|revised) )?(?:classification )?notice (?:no\\.?|number|#):? ?"
                    + "(?<number>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,18}[A-Za-z0-9])?)"
                    + "\\.?(?: ?[-(] ?(?:updated|amended|revised)[^)]{0,60}\\)?)?",
            Pattern.CASE_INSENSITIVE);

    private NumberLine() {}

    static Optional<String> of(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        var matcher = SPELLING.matcher(Dashes.asHyphens(line));
        return matcher.matches() ? Optional.of(matcher.group("number")) : Optional.empty();
    }
}
