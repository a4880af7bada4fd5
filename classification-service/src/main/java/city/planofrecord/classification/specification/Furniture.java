package city.planofrecord.classification.specification;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What stands on a page and is no part of a specification: page numbers, the authority's name, banners. */
final class Furniture {

    private static final List<Pattern> PAGE_NUMBERS = List.of(
            Pattern.compile("(?:page|pg\\.?) ?([0-9]{1,4})(?: ?(?:of|/) ?[0-9]{1,4})?", Pattern.CASE_INSENSITIVE),
            Pattern.compile("[-–—] ?([0-9]{1,4}) ?[-–—]"));

    private static final List<Pattern> RUNNING_LINES = List.of(
            Pattern.compile(
                    "(?:[\\w&.,' -]{1,60} )?(?:career service authority|office of human resources|human resources department"
                            + "|department of human resources|civil service commission|personnel department)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "(?:city|county|town)(?: and (?:city|county))? of [\\w.' -]{1,60}", Pattern.CASE_INSENSITIVE),
            Pattern.compile("class(?:ification)? specifications?", Pattern.CASE_INSENSITIVE),
            Pattern.compile("this is a public document\\.?", Pattern.CASE_INSENSITIVE));

    private static final int LENGTH = 120;

    private Furniture() {}

    static OptionalInt pageNumber(String text) {
        if (text.length() <= LENGTH) {
            for (var pattern : PAGE_NUMBERS) {
                var page = pattern.matcher(text);
                if (page.matches()) {
                    return OptionalInt.of(Integer.parseInt(page.group(1)));
                }
            }
        }
        return OptionalInt.empty();
    }

    static boolean isRunningLine(String text) {
        return text.length() <= LENGTH
                && RUNNING_LINES.stream()
                        .anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
