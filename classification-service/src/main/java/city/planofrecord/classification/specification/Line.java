package city.planofrecord.classification.specification;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a document, free of its markup.
 *
 * @param number counted from 1
 * @param text without blanks at its ends; emphasis is marked as {@link Emphasis} says
 * @param width the length of the line as it was
 * @param bulleted whether it begins with a bullet or a number of a list, which is not part of the text
 * @param marked whether the markup says that it is a heading: {@code ###}, or all of it bold
 */
record Line(int number, String text, int width, boolean bulleted, boolean marked) {

    private static final Pattern ALTERNATIVE = Pattern.compile("[-–—*( ]{0,3}(OR|or|Or|AND)[-–—*) ]{0,3}");

    private static final int BETWEEN_PAGES = -1;

    /** What stands between two pages and is no text: a form feed, a page's number. */
    static Line betweenPages(int number) {
        return new Line(number, "", BETWEEN_PAGES, false, false);
    }

    static Line read(int number, String raw) {
        var text = Markup.plain(raw);
        if (text.isEmpty() && raw.indexOf('\f') >= 0) {
            return betweenPages(number);
        }
        var level = 0;
        while (level < text.length() && level < 6 && text.charAt(level) == '#') {
            level++;
        }
        if (level > 0 && level < text.length() && text.charAt(level) == ' ') {
            return new Line(number, text.substring(level).strip(), raw.length(), false, true);
        }
        if (ALTERNATIVE.matcher(text).matches()) {
            return new Line(number, text, raw.length(), false, false);
        }
        var bullet = Markup.bulletLength(text);
        return new Line(
                number, text.substring(bullet).strip(), raw.length(), bullet > 0, bullet == 0 && Markup.isAllBold(raw));
    }

    boolean isBlank() {
        return text.isEmpty() && !bulleted;
    }

    boolean isBetweenPages() {
        return width == BETWEEN_PAGES;
    }

    Lines lines() {
        return Lines.at(number);
    }

    /** The word that joins alternatives, when the line is nothing else, as {@code -OR-}. */
    Optional<String> alternative() {
        if (text.length() > 10) {
            return Optional.empty();
        }
        var matcher = ALTERNATIVE.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
