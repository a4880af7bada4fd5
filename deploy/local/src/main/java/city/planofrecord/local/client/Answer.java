package city.planofrecord.local.client;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param etag the ETag as it was sent; empty where there was none
 * @param body a missing node where the answer was not JSON
 * @param text the body as it was sent
 */
public record Answer(int status, String etag, JsonNode body, String text) {

    private static final int MOST_OF_A_TEXT = 500;

    /** Whether the service did what it was asked. */
    public boolean isGood() {
        return status / 100 == 2;
    }

    /** Whether the service knows the thing, but it is not in effect on the day asked for. */
    public boolean isNotInEffect() {
        return status == 404 && body.path("type").asText().endsWith("/not-in-effect");
    }

    /** What a problem says, with a line for each violation; where it is no problem, the beginning of the answer. */
    public String explanation() {
        if (!body.hasNonNull("title") && !body.hasNonNull("detail")) {
            return text.substring(0, Math.min(MOST_OF_A_TEXT, text.length())).strip();
        }
        var said = new StringBuilder(body.path("title").asText());
        part("detail").ifPresent(detail -> said.append(": ").append(detail));
        for (var violation : body.path("violations")) {
            said.append("\n  ").append(explanation(violation));
        }
        return said.toString();
    }

    private Optional<String> part(String name) {
        return body.hasNonNull(name) ? Optional.of(body.path(name).asText()) : Optional.empty();
    }

    private static String explanation(JsonNode violation) {
        var said = new StringBuilder();
        for (var place : new String[] {"pointer", "parameter"}) {
            if (!violation.path(place).asText().isEmpty()) {
                said.append(violation.path(place).asText()).append(": ");
            }
        }
        said.append(violation.path("message").asText());
        if (violation.hasNonNull("found")) {
            said.append("; found ").append(violation.path("found").asText());
        }
        if (violation.hasNonNull("expected")) {
            said.append("; expected ").append(violation.path("expected").asText());
        }
        return said.toString();
    }
}
