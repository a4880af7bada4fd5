package city.planofrecord.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

class ClassItemTest {

    @Test
    void aRecodedClassIsAskedForByBothCodes() throws IOException {
        var item = item("""
                {"item": 4, "kind": "REVISE", "present": {"jobCode": "CC2158"}, "proposed": {"jobCode": "CA2434"}}""");

        assertThat(item.oldCode()).isEqualTo("CC2158");
        assertThat(item.newCode()).isEqualTo("CA2434");
    }

    @Test
    void whatWasApprovedAsAmendedIsComparedAsAmended() throws IOException {
        var item = item("""
                {"item": 1, "kind": "REVISE", "present": {"jobCode": "AB1234"},
                 "proposed": {"jobCode": "AB1234", "title": "Proposed"},
                 "decision": {"outcome": "APPROVED_AS_AMENDED", "amended": {"title": "Amended"}}}""");

        assertThat(item.proposed().path("title").asText()).isEqualTo("Amended");
        assertThat(item.approved()).isTrue();
    }

    @Test
    void anItemAboutAGradeIsNotAboutAClass() throws IOException {
        assertThat(ClassItem.of(new JsonMapper().readTree("""
                {"items": [{"item": 1, "kind": "ADJUST_RANGE", "present": {"grade": "614-S"}}]}"""))).isEmpty();
    }

    @Test
    void aNewClassThatIsNotThereIsADifference() throws IOException {
        var item = item("{\"item\": 6, \"kind\": \"ESTABLISH\", \"proposed\": {\"jobCode\": \"CS2435\"}}");

        assertThat(item.differences(absent("2011-04-09"), absent("2011-04-10")))
                .containsExactly("Item 6, CS2435: it is not in effect: It never was.");
    }

    private static Standing absent(String day) {
        var missing = MissingNode.getInstance();
        return new Standing("CS2435", LocalDate.parse(day), missing, missing, "It never was.");
    }

    private static ClassItem item(String json) throws IOException {
        return ClassItem.of(new JsonMapper().readTree("{\"items\": [" + json + "]}"))
                .getFirst();
    }
}
