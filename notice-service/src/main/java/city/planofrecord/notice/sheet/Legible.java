package city.planofrecord.notice.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/** Text as it can be shown: what would hide, reorder or break lines by itself is taken out, and control characters are seen. */
final class Legible {

    /** Stands for what cannot be shown. */
    static final int REPLACEMENT = 0xFFFD;

    private Legible() {}

    /** The lines of a text, as they were written. */
    static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R", -1)).map(Legible::line).toList();
    }

    /** The text on one line. */
    static String line(String text) {
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(c == 0xA0 || c == 0x202F ? '\u00a0' : ' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                plain.appendCodePoint(REPLACEMENT);
            } else if (!hides(c)) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    /** Whether it has no shape of its own; joiners, which some scripts need, are kept. */
    private static boolean hides(int c) {
        return Character.getType(c) == Character.FORMAT && c != 0x200C && c != 0x200D;
    }
}
