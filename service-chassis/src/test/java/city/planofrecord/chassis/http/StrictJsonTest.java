package city.planofrecord.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

    private final ObjectMapper json = new ObjectMapper();

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    private String refused(String text) {
        return MalformedJson.refusal(
                        catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(text, JsonNode.class)))
                .detail();
    }

    @Test
    void sixtyFourLevelsAreReadAndNoMore() {
        assertThatCode(() -> json.readTree("[".repeat(64) + "]".repeat(64))).doesNotThrowAnyException();

        assertThat(refused("[".repeat(65) + "]".repeat(65))).contains("it is nested more than 64 levels deep");
        assertThat(refused("{\"a\":".repeat(100_000))).contains("it is nested more than 64 levels deep");
    }

    @Test
    void aNumberIsNoLongerThanAHundredDigits() {
        assertThat(refused("[" + "9".repeat(101) + "]")).contains("a number is too long");
    }
}
