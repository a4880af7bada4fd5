package city.planofrecord.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final String CLASS = "{\"jobCode\": \"CA2434\", \"title\": \"311 Operations Assistant\"}";
    private static final String PAY = """
            {"jobCode": "CA2434", "title": "311 Operations Assistant", "grade": "613-A",
             "range": {"minimum": "35912.00", "maximum": "52419.50"}}""";

    @Test
    void whatTheNoticePrintsIsWhatTheRegistersSay() throws IOException {
        var printed = json("""
                {"jobCode": "CA2434", "title": "311 Operations Assistant", "grade": "A-613",
                 "range": {"minimum": "35912", "maximum": "52419.50"}}""");

        assertThat(standing(CLASS, PAY).differencesFrom(printed)).isEmpty();
    }

    @Test
    void eachDifferenceIsTold() throws IOException {
        var printed = json("{\"title\": \"311 Assistant\", \"grade\": \"614-A\"}");

        assertThat(standing(CLASS, PAY).differencesFrom(printed))
                .containsExactly(
                        "title should be '311 Assistant' and is '311 Operations Assistant'",
                        "title in the pay plan should be '311 Assistant' and is '311 Operations Assistant'",
                        "grade should be '614-A' and is '613-A'");
    }

    @Test
    void anAmountIsToldWithoutCentsWhereThereAreNone() throws IOException {
        assertThat(standing(CLASS, PAY).range()).isEqualTo("35,912 to 52,419.50");
    }

    @Test
    void aGradeWithoutARangeHasNone() throws IOException {
        assertThat(standing(CLASS, "{\"grade\": \"807-S\"}").range()).isEmpty();
    }

    @Test
    void registersThatDisagreeOnWhetherAClassIsInEffectAreNotAlike() throws IOException {
        var withoutPay =
                new Standing("CA2434", LocalDate.parse("2011-04-10"), json(CLASS), MissingNode.getInstance(), "");

        assertThat(withoutPay.isInBothAlike()).isFalse();
        assertThat(standing(CLASS, PAY).isInBothAlike()).isTrue();
    }

    private static Standing standing(String jobClass, String pay) throws IOException {
        return new Standing("CA2434", LocalDate.parse("2011-04-10"), json(jobClass), json(pay), "");
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }
}
