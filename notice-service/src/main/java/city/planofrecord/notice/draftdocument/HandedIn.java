package city.planofrecord.notice.draftdocument;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A document as it was handed in.
 *
 * @param kind the media type that it was sent as, without parameters
 * @param size how many bytes it had
 * @param sha256 of its bytes, in hexadecimal
 * @param lines its text, in which line numbers count from 1
 */
public record HandedIn(String kind, long size, String sha256, List<String> lines) {

    public HandedIn {
        lines = List.copyOf(lines);
    }

    /** @param mediaType as it was sent; its parameters are left away */
    public static HandedIn of(byte[] bytes, String mediaType, List<String> lines) {
        var kind = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new HandedIn(kind, bytes.length, sha256(bytes), lines);
    }

    /** Its text, each line with its end. A character that no database keeps is left out. */
    public String text() {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.replace("\0", "")).append('\n'));
        return text.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
