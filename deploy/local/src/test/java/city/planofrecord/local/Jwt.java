package city.planofrecord.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;

/** A token, read without asking whether it is good. */
record Jwt(String text) {

    JsonNode header() {
        return part(0);
    }

    JsonNode claims() {
        return part(1);
    }

    String keyId() {
        return header().path("kid").asText();
    }

    /** The same token, said to be signed with a key that nobody has. */
    String ofAnUnknownKey() {
        var header = header().toString().replace(keyId(), "of-nobody");
        var parts = text.split("\\.", -1);
        parts[0] = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    private JsonNode part(int index) {
        var bytes = Base64.getUrlDecoder().decode(text.split("\\.", -1)[index]);
        return CodeFlow.json(new String(bytes, StandardCharsets.UTF_8));
    }
}
