package city.planofrecord.chassis.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/**
 * What the streams of a PDF come to when they are unpacked. PDFBox unpacks a stream into memory whole, so this is found
 * out on the raw bytes beforehand.
 */
final class PdfStreams {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
    private static final int LZW_LENGTH = 16 * 1024;
    private static final int DICTIONARY_LENGTH = 4 * 1024;

    private static final Pattern LZW = Pattern.compile("/LZW");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?=[\\s/<\\[(0-9])");

    /** Filters that are hidden from this look: named elsewhere, or spelt with escapes that no writer of PDF uses. */
    private static final Pattern HIDDEN = Pattern.compile(
            "/(?:Filter|F)\\s{1,8}\\d{1,10}\\s{1,8}\\d{1,5}\\s{1,8}R|/[A-Za-z]{0,12}#(?:4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa])");

    private PdfStreams() {}

    static void check(byte[] bytes, Inflation inflation) {
        var outside = 0;
        while (true) {
            var stream = indexOf(bytes, STREAM, outside);
            var end = stream < 0 ? bytes.length : stream;
            checkDictionaries(bytes, outside, end);
            if (stream < 0) {
                return;
            }
            var start = stream + STREAM.length;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            var close = indexOf(bytes, END, start);
            var stop = close < 0 ? bytes.length : close;
            inflate(bytes, start, inflation);
            if (stop - start > LZW_LENGTH
                    && LZW.matcher(dictionary(bytes, stream)).find()) {
                throw Inflation.bomb();
            }
            outside = Math.min(bytes.length, stop + END.length);
        }
    }

    static UnreadableDocumentException encrypted() {
        return new UnreadableDocumentException(
                Reason.ENCRYPTED,
                "The document is protected by a password or by permissions. Save it without protection, and send it again.");
    }

    private static void checkDictionaries(byte[] bytes, int from, int to) {
        var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (ENCRYPTED.matcher(text).find()) {
            throw encrypted();
        }
        if (HIDDEN.matcher(text).find()) {
            throw new UnreadableDocumentException(
                    Reason.DAMAGED,
                    "The document hides how its parts are packed. Print it to a new PDF and send that, or its text.");
        }
    }

    private static String dictionary(byte[] bytes, int stream) {
        var from = Math.max(0, stream - DICTIONARY_LENGTH);
        var text = new String(bytes, from, stream - from, StandardCharsets.ISO_8859_1);
        return text.substring(text.lastIndexOf("obj") + 1);
    }

    /** Counts what the bytes from there unpack to; bytes that are not packed come to nothing. */
    private static void inflate(byte[] bytes, int start, Inflation inflation) {
        if (start + 2 > bytes.length) {
            return;
        }
        var buffer = new byte[16 * 1024];
        var inflater = new Inflater(true);
        try {
            // As PDFBox does: the header is passed over, so that a wrong one hides nothing.
            inflater.setInput(bytes, start + 2, bytes.length - start - 2);
            while (!inflater.finished()) {
                var read = inflater.inflate(buffer);
                if (read == 0) {
                    return;
                }
                inflation.add(read);
            }
        } catch (DataFormatException e) {
            return;
        } finally {
            inflater.end();
        }
    }

    private static int indexOf(byte[] bytes, byte[] part, int from) {
        for (var i = from; i <= bytes.length - part.length; i++) {
            if (bytes[i] == part[0] && matches(bytes, part, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, byte[] part, int at) {
        for (var i = 1; i < part.length; i++) {
            if (bytes[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }
}
