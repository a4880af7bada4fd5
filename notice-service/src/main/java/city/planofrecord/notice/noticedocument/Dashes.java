package city.planofrecord.notice.noticedocument;

import java.util.regex.Pattern;

/** The dashes that documents use for one another. */
final class Dashes {

    static final String CLASS = "[-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]";

    private static final Pattern ANY = Pattern.compile(CLASS);
    private static final Pattern IN_A_WORD = Pattern.compile("(?<=\\S)" + CLASS + "(?=\\S)");

    private Dashes() {}

    /** The text with every dash as a hyphen. */
    static String asHyphens(String text) {
        return ANY.matcher(text).replaceAll("-");
    }

    /** The text with the dashes inside words as hyphens; one between blanks stays as it is written. */
    static String asHyphensInWords(String text) {
        return IN_A_WORD.matcher(text).replaceAll("-");
    }
}
