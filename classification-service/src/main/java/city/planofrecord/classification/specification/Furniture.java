package city.planofrecord.classification.specification;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What stands on a page and is no part of a specification: page numbers, the authority's name, banners. */
final class Furniture {

    private static final List<Pattern> PAGE_NUMBERS = List.of(
            Pattern.compile("(?:page|pg\\.?) ?([0-9]{1,4})(?: ?(?:of|/) ?[0-9]{1,4})?", Pattern.CASE_INSENSITIVE),
            Pattern.compile("[-–—] ?([0-9]{1,4}) ?[-–—]"));

    private static final List<Pattern> AUTHORITIES = List.of(
            Pattern.compile(
                    "(?:[\\w&.,' -]{1,60} )?(?:career service authority|office of human resources|human resources department"
                            + "|department of human resources|civil service commission|personnel department)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "(?:city|county|town)(?: and (?:city|county))? of [\\w.' -]{1,59}\\w", Pattern.CASE_INSENSITIVE));

    private static final List<Pattern> BANNERS = List.of(
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

    /** Whether a line names the authority or is a banner, and nothing else. */
    static boolean isRunningLine(String text) {
        return text.length() <= LENGTH
                && (BANNERS.stream().anyMatch(pattern -> pattern.matcher(text).matches())
                        || (AUTHORITIES.stream()
                                        .anyMatch(
                                                pattern -> pattern.matcher(text).matches())
                                && Headings.isTitleCase(text)));
    }
}
