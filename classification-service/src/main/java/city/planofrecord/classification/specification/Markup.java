package city.planofrecord.classification.specification;

import java.util.regex.Pattern;

/** Takes off what a converter put on: tags, bold, escapes, tabs, odd blanks. */
final class Markup {

    private static final Pattern TAG =
            Pattern.compile("(?<!\\\\)</?(?:u|b|i|em|strong|s|br) ?/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALL_BOLD = Pattern.compile("\\s*(?:\\*\\*|__)[^*]+(?:\\*\\*|__):?\\s*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}[.)] ");
    private static final String BULLETS = "-–—•‣▪●◦·*\uF0B7\uF0A7";

    private Markup() {}

    static String plain(String raw) {
        var text = raw.indexOf('<') < 0 ? raw : TAG.matcher(raw).replaceAll("");
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && isPunctuation(text.charAt(i + 1))) {
                plain.append(text.charAt(++i));
            } else if (c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
                i++;
            } else if (c == '*' && !isBullet(plain, text, i)) {
                plain.append(Emphasis.mark(text, i));
            } else if (isBlank(c)) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (!isInvisible(c)) {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    /** The length of the bullet or number, with its blank, that a text begins with; 0 without one. */
    static int bulletLength(String text) {
        if (text.length() >= 2 && BULLETS.indexOf(text.charAt(0)) >= 0 && text.charAt(1) == ' ') {
            return 2;
        }
        if (text.length() == 1 && BULLETS.indexOf(text.charAt(0)) >= 0) {
            return 1;
        }
        var number = NUMBER.matcher(text);
        return number.lookingAt() ? number.end() : 0;
    }

    static boolean isAllBold(String raw) {
        return raw.length() < 200 && ALL_BOLD.matcher(raw).matches();
    }

    /** The text as it must be written so that {@link #plain} gives it back, wherever on a line it stands. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '*' || c == '\\' || c == '<') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static boolean isBullet(StringBuilder before, String text, int at) {
        return before.isEmpty() && at + 1 < text.length() && isBlank(text.charAt(at + 1));
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(char c) {
        return c == '\u200B' || c == '\uFEFF' || c == '\u00AD' || Emphasis.isMark(c);
    }
}
