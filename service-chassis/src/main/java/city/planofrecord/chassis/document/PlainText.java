package city.planofrecord.chassis.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import city.planofrecord.chassis.document.UnreadableDocumentException.Reason;

/** Text and Markdown: decoded strictly, never by guess. */
final class PlainText {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private static final List<String> BINARY_SIGNS = List.of("%PDF-", "PK\u0003\u0004");

    private PlainText() {}

    static DocumentText read(byte[] bytes, String mediaType, LineCollector lines) {
        for (var sign : BINARY_SIGNS) {
            if (startsWith(bytes, sign.getBytes(StandardCharsets.US_ASCII))) {
                throw new UnreadableDocumentException(
                        Reason.NOT_TEXT,
                        "The body is a PDF or an office document that was sent as text. Send it with its own Content-Type.");
            }
        }
        var text = decode(bytes, mediaType);
        var start = 0;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, at));
                if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                    at++;
                }
                start = at + 1;
            } else if (Character.isISOControl(c) && c != '\t' && c != '\f') {
                throw new UnreadableDocumentException(
                        Reason.NOT_TEXT,
                        "The document holds the control character U+%04X, so it is no plain text. Send it with its own Content-Type, or as text."
                                .formatted((int) c));
            } else {
                lines.checkLength(at - start);
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines.text(false);
    }

    private static String decode(byte[] bytes, String mediaType) {
        var declared = CHARSET.matcher(mediaType);
        if (startsWith(bytes, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            return strictly(StandardCharsets.UTF_8, bytes, 3);
        }
        if (startsWith(bytes, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            return strictly(StandardCharsets.UTF_16LE, bytes, 2);
        }
        if (startsWith(bytes, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return strictly(StandardCharsets.UTF_16BE, bytes, 2);
        }
        if (declared.find()) {
            return strictly(named(declared.group(1)), bytes, 0);
        }
        if (looksLikeUtf16(bytes)) {
            throw new UnreadableDocumentException(
                    Reason.WRONG_ENCODING,
                    "The document seems to be UTF-16 without a byte order mark. Send it as UTF-8, or name its charset in the Content-Type.");
        }
        return strictly(StandardCharsets.UTF_8, bytes, 0);
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    Reason.WRONG_ENCODING,
                    "The charset %s is not known. Send the document as UTF-8.".formatted(name),
                    e);
        }
    }

    private static String strictly(Charset charset, byte[] bytes, int from) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableDocumentException(
                    Reason.WRONG_ENCODING,
                    "The document is not %s. Send it as UTF-8, or name its charset in the Content-Type, as in \"text/plain; charset=windows-1252\"."
                            .formatted(charset.name()),
                    e);
        }
    }

    /** Latin text in UTF-16 has a zero in nearly every second byte, always on the same side. */
    private static boolean looksLikeUtf16(byte[] bytes) {
        var looked = Math.min(bytes.length, 4096) & ~1;
        var zeros = new int[2];
        for (var i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                zeros[i & 1]++;
            }
        }
        var most = Math.max(zeros[0], zeros[1]);
        var least = Math.min(zeros[0], zeros[1]);
        return looked >= 4 && most > looked * 3 / 10 && least < looked / 20 + 1;
    }

    private static boolean startsWith(byte[] bytes, byte[] sign) {
        if (bytes.length < sign.length) {
            return false;
        }
        for (var i = 0; i < sign.length; i++) {
            if (bytes[i] != sign[i]) {
                return false;
            }
        }
        return true;
    }
}
