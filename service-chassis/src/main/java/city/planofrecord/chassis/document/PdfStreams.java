package city.planofrecord.chassis.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

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
    private static final int DEPTH = 1_000;
    private static final int OBJECTS = 100_000;

    /** More than one filter, or none that is written there. */
    private static final Pattern CHAIN = Pattern.compile("/(?:Filter|F)\\s{0,8}\\[([^\\]]{0,300})\\]?");

    private static final Pattern SINGLE = Pattern.compile("(?:/[A-Za-z0-9]{1,20})?");
    private static final Pattern COATED =
            Pattern.compile("/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85)\\s{0,8}/[A-Za-z0-9]{1,20}");

    private static final Pattern LZW = Pattern.compile("/LZW");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?=[\\s/<\\[(0-9])");

    /** Filters that are hidden from this look: named elsewhere, or spelt with escapes that no writer of PDF uses. */
    private static final Pattern HIDDEN = Pattern.compile(
            "/(?:Filter|F)\\s{1,8}\\d{1,10}\\s{1,8}\\d{1,5}\\s{1,8}R|/[A-Za-z]{0,12}#(?:4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa])");

    private PdfStreams() {}

    static void check(byte[] bytes, Inflation inflation) {
        var coated = checkFilters(bytes);
        checkOutside(bytes);
        // Wherever a stream could begin: the word may stand in a text or a remark, before the stream that it hides.
        for (var at = indexOf(bytes, STREAM, 0); at >= 0; at = indexOf(bytes, STREAM, at + STREAM.length)) {
            if (at < END.length - STREAM.length || !matches(bytes, END, at - (END.length - STREAM.length))) {
                inflation.look();
                var start = begin(bytes, at + STREAM.length);
                inflate(bytes, start, inflation);
                if (coated) {
                    inflate(new PdfCoat(bytes, start, true), inflation);
                    inflate(new PdfCoat(bytes, start, false), inflation);
                }
            }
        }
    }

    private static int begin(byte[] bytes, int after) {
        var start = after;
        while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        return start;
    }

    private static void checkOutside(byte[] bytes) {
        var outside = 0;
        var objects = 0;
        while (true) {
            var stream = indexOf(bytes, STREAM, outside);
            var end = stream < 0 ? bytes.length : stream;
            objects += checkDictionaries(bytes, outside, end);
            if (objects > OBJECTS) {
                throw new UnreadableDocumentException(
                        Reason.TOO_LARGE,
                        "The document has more than %d parts. Print it to a new PDF and send that, or its text."
                                .formatted(OBJECTS));
            }
            if (stream < 0) {
                return;
            }
            var start = begin(bytes, stream + STREAM.length);
            var close = indexOf(bytes, END, start);
            var stop = close < 0 ? bytes.length : close;
            if (stop - start > LZW_LENGTH
                    && LZW.matcher(dictionary(bytes, stream)).find()) {
                throw Inflation.bomb();
            }
            outside = Math.min(bytes.length, stop + END.length);
        }
    }

    /**
     * Whether streams are packed and then dressed in letters. One that is packed twice unpacks to a thousand times a
     * thousand of what it is, and nothing that writes PDF does so.
     */
    private static boolean checkFilters(byte[] bytes) {
        var coated = false;
        var chains = CHAIN.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (chains.find()) {
            var filters = chains.group(1).strip();
            if (!COATED.matcher(filters).matches() && !SINGLE.matcher(filters).matches()) {
                throw hidden();
            }
            coated |= COATED.matcher(filters).matches();
        }
        return coated;
    }

    private static UnreadableDocumentException hidden() {
        return new UnreadableDocumentException(
                Reason.DAMAGED,
                "The document hides how its parts are packed. Print it to a new PDF and send that, or its text.");
    }

    static UnreadableDocumentException encrypted() {
        return new UnreadableDocumentException(
                Reason.ENCRYPTED,
                "The document is protected by a password or by permissions. Save it without protection, and send it again.");
    }

    /** How many objects begin there. */
    private static int checkDictionaries(byte[] bytes, int from, int to) {
        var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (ENCRYPTED.matcher(text).find()) {
            throw encrypted();
        }
        checkDepth(text);
        if (HIDDEN.matcher(text).find()) {
            throw hidden();
        }
        var objects = 0;
        for (var at = text.indexOf(" obj"); at >= 0; at = text.indexOf(" obj", at + 4)) {
            objects++;
        }
        return objects;
    }

    /** Readers of PDF go down into arrays and dictionaries with the stack of their thread. */
    private static void checkDepth(String text) {
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<', '[' -> depth++;
                case '>', ']' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            if (depth > DEPTH) {
                throw new UnreadableDocumentException(
                        Reason.TOO_DEEP,
                        "The document nests its parts deeper than any writer of PDF does. Print it to a new PDF and send that, or its text.");
            }
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

    private static void inflate(PdfCoat stream, Inflation inflation) {
        var buffer = new byte[16 * 1024];
        try (var inflating = new InflaterInputStream(stream)) {
            for (var read = inflating.read(buffer); read >= 0; read = inflating.read(buffer)) {
                inflation.add(read);
            }
        } catch (IOException e) {
            return;
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
