package city.planofrecord.chassis.audit;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hash of an entry under a key, by which it can be published without being given away or made up. */
public final class KeyedHash {

    /** Shorter keys could be guessed. */
    private static final int SHORTEST = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException where the key has fewer than 32 characters */
    public KeyedHash(String key) {
        if (key.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "The key of the audit trail must have " + SHORTEST + " characters or more");
        }
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** HMAC-SHA-256 of the chain, the number and the hash of an entry, in small hexadecimal digits. */
    public String of(Chain chain, long number, String hash) {
        var text = String.join("\n", chain.aggregate(), String.valueOf(number), hash, chain.id());
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
