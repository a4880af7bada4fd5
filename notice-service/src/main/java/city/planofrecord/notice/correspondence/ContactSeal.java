package city.planofrecord.notice.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import city.planofrecord.notice.personaldata.KeyRing;
import city.planofrecord.notice.personaldata.Sealed;

/** Seals who sent something, each by a key of its own, so that each can be erased by its key. */
final class ContactSeal {

    // Sealed texts of few lengths, so that the length tells nothing of who it is.
    private static final int PADDED_TO = 256;

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final KeyRing keys;

    ContactSeal(KeyRing keys) {
        this.keys = keys;
    }

    Sealed seal(UUID submission, Contact contact) {
        try {
            var text = JSON.writeValueAsString(contact);
            var length = text.getBytes(StandardCharsets.UTF_8).length;
            var padding = " ".repeat(Math.floorMod(-length, PADDED_TO));
            return keys.seal(submission, (text + padding).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("who sent something cannot be written", e);
        }
    }

    Contact open(UUID submission, Sealed sealed) {
        try {
            return JSON.readValue(keys.open(submission, sealed), Contact.class);
        } catch (IOException e) {
            throw new UncheckedIOException("who sent " + submission + " cannot be read", e);
        }
    }

    /**
     * By what one person is told from another within a notice without opening who they are: alike for the same name, telephone
     * number and address, their letters of either case.
     */
    byte[] pseudonym(String number, Contact contact) {
        return keys.pseudonym(
                number,
                String.join(
                        "\n\n",
                        folded(contact.name()),
                        folded(Objects.requireNonNullElse(contact.phone(), "")),
                        folded(Objects.requireNonNullElse(contact.address(), ""))));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
