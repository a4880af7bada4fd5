package city.planofrecord.notice.personaldata;

/**
 * A text that is sealed by a key of its own, and that key, wrapped by one of the key ring. Whoever destroys the wrapped key
 * destroys the text.
 */
public final class Sealed {

    private final byte[] text;
    private final String keyId;
    private final byte[] wrappedKey;

    /** @param keyId of the key by which the text's own was wrapped */
    public Sealed(byte[] text, String keyId, byte[] wrappedKey) {
        this.text = text.clone();
        this.keyId = keyId;
        this.wrappedKey = wrappedKey.clone();
    }

    public byte[] text() {
        return text.clone();
    }

    public String keyId() {
        return keyId;
    }

    public byte[] wrappedKey() {
        return wrappedKey.clone();
    }
}
