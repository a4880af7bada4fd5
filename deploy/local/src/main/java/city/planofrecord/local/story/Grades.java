package city.planofrecord.local.story;

import java.util.regex.Pattern;

/** Names of grades: documents put the number or the letter first and mean the same. */
final class Grades {

    private static final Pattern LETTER_FIRST = Pattern.compile("([A-Z]{1,2})-(\\d{1,4})");

    private Grades() {}

    static boolean same(String one, String other) {
        return numberFirst(one).equals(numberFirst(other));
    }

    static String numberFirst(String grade) {
        return LETTER_FIRST.matcher(grade.strip()).replaceFirst("$2-$1");
    }
}
