package city.planofrecord.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1, \"a\": 2}                          | /a      | 'a'",
                "{\"a\": 1, \"b\": [{\"c\": 1, \"\\u0063\": 1}]} | /b/0/c  | 'c'",
                "{\"d/e\": {}, \"f\": 1, \"d/e\": {}}          | /d~1e   | 'd/e'",
                "{\"\": 1, \"\": 1}                            | /       | ''"
            })
    void aFieldThatStandsTwiceInOneObjectIsRefusedAndNamed(String text, String pointer, String name) {
        var refused = MalformedJson.refusal(
                catchThrowableOfType(JsonProcessingException.class, () -> json.readTree(text)), "/lines/7");

        assertThat(refused.kind()).isEqualTo(ProblemKind.MALFORMED);
        assertThat(refused.detail()).contains("the field '" + name + "' stands twice in one object");
        assertThat(refused.violations().getFirst().pointer()).isEqualTo("/lines/7" + pointer);
    }

    private record Part(List<Map<String, Integer>> fields) {}

    private record Whole(Part part) {}

    @Test
    void aFieldThatStandsTwiceInAPartIsNamedByItsPlaceInTheWhole() {
        var refused = MalformedJson.refusal(catchThrowableOfType(
                JsonProcessingException.class,
                () -> json.readValue("{\"part\": {\"fields\": [{\"x\": 1}, {\"x\": 1, \"x\": 1}]}}", Whole.class)));

        assertThat(refused.detail()).contains("the field 'x' stands twice", "line 1");
        assertThat(refused.violations()).extracting(Violation::pointer).containsExactly("/part/fields/1/x");
    }

    @Test
    void theSameFieldInSeveralObjectsIsRead() {
        assertThatCode(() -> json.readTree("[{\"a\": {\"a\": [{\"a\": 1}, {\"a\": 2}]}}, {\"a\": 3}]"))
                .doesNotThrowAnyException();
    }

    private record Bounded(
            @Size(max = 2) List<Integer> numbers,
            @Size(min = 1, max = 1) List<String> words,
            List<Integer> any,
            @Nullable @Size(max = 1) List<Bounded> parts) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"numbers\": [1, 2, 3, and so on          | /numbers         | 2",
                "{\"words\": [\"a\", null, and so on         | /words           | 1",
                "{\"parts\": [{\"numbers\": [1, 2, null, x   | /parts/0/numbers | 2",
                "{\"parts\": [{}, {}, x                     | /parts           | 1"
            })
    void aListIsReadAsFarAsItsBoundAndNoFurther(String text, String pointer, String most) {
        var refused = MalformedJson.refusal(
                catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(text, Bounded.class)));

        assertThat(refused.kind()).isEqualTo(ProblemKind.MALFORMED);
        assertThat(refused.detail()).isEqualTo(pointer + " size must be at most " + most + ".");
        assertThat(refused.violations()).extracting(Violation::pointer).containsExactly(pointer);
    }

    @Test
    void aListWithinItsBoundIsReadAsItIs() throws JsonProcessingException {
        var read = json.readValue(
                "{\"numbers\": [1, 2], \"words\": [\"a\"], \"any\": [1, 2, 3, 4], \"parts\": [{\"numbers\": []}]}",
                Bounded.class);

        assertThat(read.numbers()).containsExactly(1, 2);
        assertThat(read.words()).containsExactly("a");
        assertThat(read.any()).hasSize(4);
        assertThat(read.parts()).containsExactly(new Bounded(List.of(), null, null, null));
    }

    @Test
    void whatIsNoListIsSaidToBeNone() {
        var refused = MalformedJson.refusal(catchThrowableOfType(
                JsonProcessingException.class, () -> json.readValue("{\"numbers\": {}}", Bounded.class)));

        assertThat(refused.detail()).contains("is not a list");
    }

    @Test
    void whatBreaksOffInAPartIsSaidToBeNoJson() {
        var refused = MalformedJson.refusal(catchThrowableOfType(
                JsonProcessingException.class, () -> json.readValue("{\"part\": {\"fields\": [,]}}", Whole.class)));

        assertThat(refused.detail()).startsWith("The body is not JSON: it breaks off at line 1");
    }
}
