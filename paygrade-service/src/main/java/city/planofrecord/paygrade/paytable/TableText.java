package city.planofrecord.paygrade.paytable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/**
 * The text of a CSV: UTF-8, or where it is not that, in the charset that its Content-Type names; never guessed. That it
 * is ISO-8859-1 counts as not said, because HTTP clients add that unasked.
 */
final class TableText {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final String HOW_TO_SAVE = " Save it as \"CSV UTF-8 (comma delimited)\"";

    private TableText() {}

    /** @throws Refused (422) where the bytes are no text of the charset; says in which line, and how to save it */
    static String of(byte[] bytes, String contentType) {
        if (begins(bytes, 'P', 'K', 3, 4)) {
            throw refused("The body is a workbook that was sent as CSV. Send it with the Content-Type " + Workbook.TYPE
                    + ", or save it as CSV.");
        }
        if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused("The body is a workbook in the old .xls format. Save it as .xlsx or as CSV UTF-8.");
        }
        var declared = declared(contentType);
        var inUtf16 = declared.filter(charset -> charset.name().startsWith("UTF-16"));
        if (inUtf16.isPresent()) {
            return decoded(bytes, inUtf16.get());
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF) || everySecondByteIsZero(bytes)) {
            throw refused("The pay table is UTF-16 text (\"Unicode text\" in a spreadsheet)." + HOW_TO_SAVE
                    + ", or name the charset: Content-Type: text/csv; charset=utf-16.");
        }
        var other = declared.filter(
                charset -> !charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.ISO_8859_1));
        return decoded(bytes, other.filter(_ -> !isUtf8(bytes)).orElse(StandardCharsets.UTF_8));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String decoded(byte[] bytes, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        var result = decoder.decode(in, out, true);
        if (result.isError()) {
            var line = 1
                    + new String(bytes, 0, in.position(), StandardCharsets.ISO_8859_1)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw refused("The pay table is not " + charset.name() + " text: line " + line
                    + " holds bytes that mean nothing in it." + HOW_TO_SAVE
                    + ", or name the charset that it is in: Content-Type: text/csv; charset=windows-1252.");
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    private static Optional<Charset> declared(String contentType) {
        var found = CHARSET.matcher(contentType);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(found.group(1)));
        } catch (IllegalArgumentException e) {
            throw refused("The charset " + found.group(1) + " is not known." + HOW_TO_SAVE + ".");
        }
    }

    /** Latin text in UTF-16 without a mark; a CSV in UTF-8 has no zero byte at all. */
    private static boolean everySecondByteIsZero(byte[] bytes) {
        var looked = Math.min(bytes.length, 1024) & ~1;
        var zeros = 0;
        for (var i = 0; i < looked; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return looked > 0 && zeros > looked / 3;
    }

    private static boolean begins(byte[] bytes, int... sign) {
        if (bytes.length < sign.length) {
            return false;
        }
        for (var i = 0; i < sign.length; i++) {
            if ((bytes[i] & 0xFF) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    private static Refused refused(String detail) {
        return new Refused(ProblemKind.UNREADABLE_DOCUMENT, detail);
    }
}
