package city.planofrecord.notice.personaldata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of this system for personal data. Each text is sealed (AES-256-GCM) by a key of its own, drawn at random, which is
 * wrapped by the first key of the ring; all keys of the ring open what they wrapped.
 */
public final class KeyRing {

    /** A key whose id begins so stands in files that everybody can read. */
    private static final String ONLY_LOCAL = "only-local";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Key> keys;
    private final Key first;

    /** One secret, from which keys for wrapping, for pseudonyms and for signing follow (HKDF). */
    private record Key(String id, SecretKey wrapping, SecretKey pseudonyms, SecretKey signing) {}

    private KeyRing(Map<String, Key> keys) {
        this.keys = Map.copyOf(keys);
        first = keys.values().iterator().next();
    }

    /**
     * @param written {@code id:key}, separated by commas, a key being 32 bytes in Base64
     * @throws IllegalArgumentException where they cannot be read; it says which one, never what it holds
     */
    public static KeyRing of(String written) {
        var keys = new LinkedHashMap<String, Key>();
        var place = 0;
        for (var one : written.strip().split(",", -1)) {
            place++;
            var colon = one.indexOf(':');
            var id = colon < 0 ? "" : one.substring(0, colon).strip();
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "Key " + place
                                + " of the keys for personal data has no id of letters, digits, '.', '_' and '-'. Write it as id:key.");
            }
            if (keys.put(id, key(id, one.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException(
                        "The id " + id + " stands twice among the keys for personal data. Give each key its own.");
            }
        }
        return new KeyRing(keys);
    }

    private static Key key(String id, String written) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            secret = new byte[0];
        }
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key " + id + " for personal data is not " + KEY_BYTES
                    + " bytes in Base64. 'openssl rand -base64 32' makes one.");
        }
        try {
            return new Key(
                    id,
                    derived(secret, "wrapping", "AES"),
                    derived(secret, "pseudonyms", "HmacSHA256"),
                    derived(secret, "signing", "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKey derived(byte[] secret, String what, String algorithm) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        algorithm,
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret)
                                .thenExpand(("personal data, " + what).getBytes(StandardCharsets.US_ASCII), KEY_BYTES));
    }

    /** The id of the key that seals. */
    public String sealsWith() {
        return first.id();
    }

    public Set<String> ids() {
        return keys.keySet();
    }

    /** Whether one of the keys stands in files that everybody can read. */
    public boolean isOnlyLocal() {
        return keys.keySet().stream().anyMatch(id -> id.startsWith(ONLY_LOCAL));
    }

    /** @param entry to which the text belongs: it opens as that one's and no other's */
    public Sealed seal(UUID entry, byte[] text) {
        var own = new byte[KEY_BYTES];
        RANDOM.nextBytes(own);
        var sealed = encrypted(new SecretKeySpec(own, "AES"), text, bound(entry, ""));
        return new Sealed(sealed, first.id(), encrypted(first.wrapping(), own, bound(entry, first.id())));
    }

    /** @throws IllegalStateException where its key is not on the ring, or it is not what was sealed for the entry */
    public byte[] open(UUID entry, Sealed sealed) {
        return decrypted(
                new SecretKeySpec(ownKey(entry, sealed), "AES"), sealed.text(), bound(entry, ""), sealed.keyId());
    }

    /** The same text under the same key of its own, which the first key of the ring wraps. */
    public Sealed wrappedAnew(UUID entry, Sealed sealed) {
        return new Sealed(
                sealed.text(),
                first.id(),
                encrypted(first.wrapping(), ownKey(entry, sealed), bound(entry, first.id())));
    }

    private byte[] ownKey(UUID entry, Sealed sealed) {
        var key = keys.get(sealed.keyId());
        if (key == null) {
            throw new IllegalStateException("The key " + sealed.keyId() + " for personal data is not on the ring");
        }
        return decrypted(key.wrapping(), sealed.wrappedKey(), bound(entry, key.id()), key.id());
    }

    /**
     * The same bytes for the same text within the same scope, which tell nobody without the key what the text is.
     *
     * @param scope outside of which the same text has another pseudonym
     */
    public byte[] pseudonym(String scope, String text) {
        return keyed(first.pseudonyms(), scope, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Signs what is handed out and comes back.
     *
     * @param purpose for which alone the signature is good
     */
    public byte[] signature(String purpose, byte[] signed) {
        return keyed(first.signing(), purpose, signed);
    }

    /** Whether a key of the ring has signed it for the purpose. */
    public boolean isSignature(String purpose, byte[] signed, byte[] signature) {
        return keys.values().stream()
                .anyMatch(key -> MessageDigest.isEqual(keyed(key.signing(), purpose, signed), signature));
    }

    private static byte[] keyed(SecretKey key, String scope, byte[] text) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bound(UUID entry, String keyId) {
        var id = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 * Long.BYTES + id.length)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .put(id)
                .array();
    }

    private static byte[] encrypted(SecretKey key, byte[] plain, byte[] bound) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            var sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decrypted(SecretKey key, byte[] sealed, byte[] bound, String keyId) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(bound);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("An entry of personal data does not open with the key " + keyId, e);
        }
    }
}
