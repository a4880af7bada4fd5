package city.planofrecord.notice.sheet;

import java.util.ArrayList;
import java.util.List;

/** Breaks a line between words, and a word only where it is wider than a line. */
final class Wrapped {

    /** How wide a code point is. */
    interface Width {

        float of(int codePoint);
    }

    private Wrapped() {}

    /** At least one line, none wider than the width unless a single character is. */
    static List<String> lines(String text, float width, Width widths) {
        var lines = new ArrayList<String>();
        var begin = 0;
        var lastBreak = -1;
        var used = 0f;
        var afterBreak = 0f;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            var wide = widths.of(c);
            if (c == ' ') {
                lastBreak = i;
                afterBreak = 0;
                used += wide;
                i++;
                continue;
            }
            if (used + wide > width && i > begin) {
                if (lastBreak >= begin) {
                    lines.add(text.substring(begin, lastBreak).stripTrailing());
                    begin = lastBreak + 1;
                    used = afterBreak;
                } else {
                    lines.add(text.substring(begin, i));
                    begin = i;
                    used = 0;
                }
                lastBreak = -1;
            }
            used += wide;
            afterBreak += wide;
            i += Character.charCount(c);
        }
        lines.add(text.substring(Math.min(begin, text.length())).stripTrailing());
        return lines;
    }
}
