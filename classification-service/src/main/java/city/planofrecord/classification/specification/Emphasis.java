package city.planofrecord.classification.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Italics, kept while a passage is put together as two characters that no document uses. */
final class Emphasis {

    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';

    private Emphasis() {}

    /** What stands for the asterisk at that place: the beginning or end of italics, or an asterisk. */
    static char mark(String text, int at) {
        var before = at == 0 ? ' ' : text.charAt(at - 1);
        var after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        if (!Character.isLetterOrDigit(before) && !Character.isWhitespace(after) && after != '*') {
            return BEGIN;
        }
        return Character.isWhitespace(before) || Character.isLetterOrDigit(after) ? '*' : END;
    }

    static boolean isMark(char c) {
        return c == BEGIN || c == END;
    }

    /** The text without italics; a mark that has no counterpart was an asterisk. */
    static String without(String text) {
        if (text.indexOf(BEGIN) < 0 && text.indexOf(END) < 0) {
            return text;
        }
        var paired = paired(text);
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (!isMark(text.charAt(i))) {
                plain.append(text.charAt(i));
            } else if (!paired.get(i)) {
                plain.append('*');
            }
        }
        return plain.toString();
    }

    private static BitSet paired(String text) {
        var paired = new BitSet();
        var open = -1;
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == BEGIN) {
                open = i;
            } else if (text.charAt(i) == END && open >= 0) {
                paired.set(open);
                paired.set(i);
                open = -1;
            }
        }
        return paired;
    }

    /** What stands in italics, in order. */
    static List<String> in(String text) {
        var emphasised = new ArrayList<String>();
        var paired = paired(text);
        for (var begin = paired.nextSetBit(0); begin >= 0; ) {
            var end = paired.nextSetBit(begin + 1);
            emphasised.add(text.substring(begin + 1, end).strip());
            begin = paired.nextSetBit(end + 1);
        }
        return emphasised;
    }
}
