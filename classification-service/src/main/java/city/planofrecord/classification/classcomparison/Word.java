package city.planofrecord.classification.classcomparison;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or a mark of a text. How much white space stands before it is no difference; whether any does is one, so that
 * {@code on going} is not {@code ongoing}.
 *
 * @param gap the white space before it: none, a space or a line break
 * @param glued whether it follows another without white space
 */
record Word(String gap, boolean glued, String text) {

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var at = 0;
        while (at < text.length()) {
            var start = afterSpace(text, at);
            if (start == text.length()) {
                break;
            }
            var gap = words.isEmpty() || start == at
                    ? ""
                    : text.substring(at, start).indexOf('\n') < 0 ? " " : "\n";
            var end = end(text, start);
            words.add(new Word(gap, !words.isEmpty() && start == at, text.substring(start, end)));
            at = end;
        }
        return words;
    }

    /** The text with one space wherever white space stands, and none at its ends. */
    static String collapsed(String text) {
        var collapsed = new StringBuilder(text.length());
        var at = 0;
        while (at < text.length()) {
            var start = afterSpace(text, at);
            if (start > at && start < text.length() && !collapsed.isEmpty()) {
                collapsed.append(' ');
            }
            at = start;
            while (at < text.length() && !isSpace(text.charAt(at))) {
                collapsed.append(text.charAt(at++));
            }
        }
        return collapsed.toString();
    }

    /** What two words must have in common to be the same. */
    String key() {
        return glued ? "\0" + text : text;
    }

    boolean isMark() {
        return !isLetter(text.codePointAt(0));
    }

    private static int afterSpace(String text, int at) {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int start) {
        var at = start + Character.charCount(text.codePointAt(start));
        if (!isLetter(text.codePointAt(start))) {
            return at;
        }
        while (at < text.length()) {
            var next = text.codePointAt(at);
            if (isLetter(next)) {
                at += Character.charCount(next);
            } else if (joins(text, at)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** A hyphen or apostrophe within a word, a point or comma within a number. */
    private static boolean joins(String text, int at) {
        if (at + 1 == text.length()) {
            return false;
        }
        var before = text.charAt(at - 1);
        var after = text.codePointAt(at + 1);
        return switch (text.charAt(at)) {
            case '-', '\'', '’' -> isLetter(after);
            case '.', ',' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    private static boolean isLetter(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
