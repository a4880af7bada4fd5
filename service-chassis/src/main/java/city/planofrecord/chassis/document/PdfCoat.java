package city.planofrecord.chassis.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a stream of a PDF is when the letters are taken off in which its bytes are dressed: two hexadecimal digits for a
 * byte, or five letters for four (ISO 32000-1, 7.4.2 and 7.4.3). What is in neither ends at once.
 */
final class PdfCoat extends InputStream {

    private static final int[] NONE = {};

    private final byte[] bytes;
    private final boolean hexadecimal;
    private int at;
    private int[] ready = NONE;
    private int given;

    /** @param at where the stream begins */
    PdfCoat(byte[] bytes, int at, boolean hexadecimal) {
        this.bytes = bytes;
        this.at = at;
        this.hexadecimal = hexadecimal;
    }

    @Override
    public int read() throws IOException {
        if (given == ready.length) {
            ready = hexadecimal ? pair() : group();
            given = 0;
        }
        return ready.length == 0 ? -1 : ready[given++];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = 0;
        while (count < length) {
            var next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            buffer[offset + count++] = (byte) next;
        }
        return count;
    }

    private int[] pair() {
        var high = Character.digit(letter(), 16);
        if (high < 0) {
            return NONE;
        }
        return new int[] {high * 16 + Math.max(0, Character.digit(letter(), 16))};
    }

    private int[] group() {
        var value = 0L;
        for (var count = 0; count < 5; count++) {
            var letter = letter();
            if (letter == 'z' && count == 0) {
                return new int[4];
            }
            if (letter < '!' || letter > 'u') {
                if (count < 2) {
                    return NONE;
                }
                letter = 'u';
            }
            value = value * 85 + letter - '!';
        }
        return new int[] {
            (int) (value >> 24) & 0xFF, (int) (value >> 16) & 0xFF, (int) (value >> 8) & 0xFF, (int) value & 0xFF
        };
    }

    /** The next that is no blank; NUL where there is none. */
    private char letter() {
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at < bytes.length ? (char) (bytes[at++] & 0xFF) : 0;
    }
}
