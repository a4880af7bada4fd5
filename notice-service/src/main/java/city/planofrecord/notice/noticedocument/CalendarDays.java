package city.planofrecord.notice.noticedocument;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how many calendar days a provision asks for, in figures or in words. */
final class CalendarDays {

    private static final Pattern SPELLING = Pattern.compile(
            "\\b(?:(?<figure>\\d{1,3})|(?<word>[a-z]{3,9}(?:-[a-z]{3,5})?))(?: \\((?<again>\\d{1,3})\\))? calendar days\\b");
    private static final List<String> ONES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private CalendarDays() {}

    static Optional<Integer> in(String text) {
        var matcher = SPELLING.matcher(Dashes.asHyphens(text).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            var figure = matcher.group("figure");
            var read = figure == null ? inWords(matcher.group("word")) : Optional.of(Integer.parseInt(figure));
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> inWords(String word) {
        int below = ONES.indexOf(word);
        if (below >= 0) {
            return Optional.of(below);
        }
        int hyphen = word.indexOf('-');
        int tens = TENS.indexOf(hyphen < 0 ? word : word.substring(0, hyphen));
        int ones = hyphen < 0 ? 0 : ONES.indexOf(word.substring(hyphen + 1));
        return tens < 2 || ones < 0 || ones > 9 ? Optional.empty() : Optional.of(tens * 10 + ones);
    }
}
