package city.planofrecord.notice.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number by which a writer sees what became of what they wrote. It is drawn at random (125 bits), says nothing of what
 * it belongs to, and can be read out over a telephone: {@code I} and {@code L} are read as one, {@code O} as zero.
 *
 * @param number five groups of five letters and digits
 */
public record Receipt(String number) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 25;
    private static final int GROUP = 5;
    private static final Pattern PLAIN = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Receipt drawn() {
        var drawn = new StringBuilder();
        for (var place = 0; place < LENGTH; place++) {
            drawn.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Receipt(grouped(drawn));
    }

    /** The receipt as somebody wrote it; empty where it cannot be one. */
    public static Optional<Receipt> read(String written) {
        var plain = written.toUpperCase(Locale.ROOT)
                .replaceAll("[-\\s]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return PLAIN.matcher(plain).matches() ? Optional.of(new Receipt(grouped(plain))) : Optional.empty();
    }

    private static String grouped(CharSequence plain) {
        var grouped = new StringBuilder();
        for (var place = 0; place < plain.length(); place++) {
            if (place > 0 && place % GROUP == 0) {
                grouped.append('-');
            }
            grouped.append(plain.charAt(place));
        }
        return grouped.toString();
    }

    /** What is stored of it: whoever reads the table cannot act as the writer. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says nothing of the number, so that no log ever does. */
    @Override
    public String toString() {
        return "Receipt[not shown]";
    }
}
