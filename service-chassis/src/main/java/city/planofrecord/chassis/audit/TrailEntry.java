package city.planofrecord.chassis.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One entry of a chain, as it is stored.
 *
 * @param number its place in the chain, from 1
 * @param content JSON, of which the hash is taken as it stands, in UTF-8
 * @param hash SHA-256 of the content, in small hexadecimal digits
 */
public record TrailEntry(Chain chain, long number, Instant at, String content, String hash) {

    /** What the first entry of a chain bears as the hash of the one before. */
    public static final String NONE_BEFORE = "0".repeat(64);

    /** SHA-256 of the text in UTF-8, in small hexadecimal digits. */
    public static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
