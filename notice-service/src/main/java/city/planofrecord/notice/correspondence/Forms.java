package city.planofrecord.notice.correspondence;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import city.planofrecord.notice.personaldata.KeyRing;

/**
 * The forms in which people write. Each bears the instant at which it was fetched, signed, so that nothing of it need be
 * kept. Instants are those of this machine: the city's clock can be set, the pace of a person cannot.
 */
@Singleton
class Forms {

    private static final int NONCE_BYTES = 8;
    private static final int SIGNED_BYTES = Long.BYTES + NONCE_BYTES;
    private static final int MAC_BYTES = 32;
    private static final int TEXT_LENGTH = (SIGNED_BYTES + MAC_BYTES) * 4 / 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRing keys;
    private final InstantSource machine;

    @Inject
    Forms(KeyRing keys) {
        this(keys, InstantSource.system());
    }

    Forms(KeyRing keys, InstantSource machine) {
        this.keys = keys;
        this.machine = machine;
    }

    /**
     * A form that was fetched.
     *
     * @param ago how long before; negative where another machine's clock is ahead
     * @param nonce by which it is told from every other
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Fetched(Duration ago, byte[] nonce) {}

    /** A form for one submission of the kind about the notice, as an opaque text. */
    String fetch(String kind, String number) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var signed = ByteBuffer.allocate(SIGNED_BYTES)
                .putLong(machine.instant().toEpochMilli())
                .put(nonce)
                .array();
        var mac = keys.signature(purpose(kind, number), signed);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES)
                        .put(signed)
                        .put(mac)
                        .array());
    }

    /** Empty where the text is no form that was given for the kind and the notice. */
    Optional<Fetched> read(String kind, String number, String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var signed = Arrays.copyOf(bytes, SIGNED_BYTES);
        var mac = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        if (!keys.isSignature(purpose(kind, number), signed, mac)) {
            return Optional.empty();
        }
        var fetched = Instant.ofEpochMilli(ByteBuffer.wrap(signed).getLong());
        return Optional.of(new Fetched(
                Duration.between(fetched, machine.instant()), Arrays.copyOfRange(signed, Long.BYTES, SIGNED_BYTES)));
    }

    private static String purpose(String kind, String number) {
        return kind + " " + number;
    }
}
