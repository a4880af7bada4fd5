package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpecificationJsonTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aSectionThatIsAbsentHasNoFieldAndOneThatSaysNoneIsNamed() {
        var written = written("Licensure and/or Certification:\n\nNone");

        assertThat(names(written))
                .containsExactly("template", "title", "generalStatement", "essentialDuties", "none", "sources");
        assertThat(written.at("/none/0").asText()).isEqualTo("licensure");
    }

    @Test
    void valuesHaveTheContractsNames() {
        var written = written("""
                Competencies:

                Reading - Reads.

                CLASS DETAIL

                FLSA CODE: Non-exempt

                ESTABLISHED DATE: xx/xx/2011

                ESTABLISHED BY: A. Writer

                CLASS HISTORY: 8/2009 (PW) - Changed.
                """);

        assertThat(names(written.at("/competencies/0"))).containsExactly("name", "definition");
        assertThat(written.at("/flsa/status").asText()).isEqualTo("NON_EXEMPT");
        assertThat(written.at("/established").toString())
                .isEqualTo("{\"date\":{\"asWritten\":\"xx/xx/2011\",\"year\":2011},\"by\":\"A. Writer\"}");
        assertThat(written.at("/history/0").toString())
                .isEqualTo(
                        "{\"date\":{\"asWritten\":\"8/2009\",\"year\":2009,\"month\":8},\"initials\":\"PW\",\"text\":\"Changed.\"}");
        assertThat(names(written.at("/essentialDuties/0"))).containsExactly("text");
        assertThat(written.get("sources").get("/competencies/0").toString()).isEqualTo("{\"from\":13,\"to\":13}");
    }

    @Test
    void aFindingWithoutAPointerHasNone() {
        var finding = json.<JsonNode>valueToTree(
                SpecificationParser.parse(List.of("Nothing.")).findings().getFirst());

        assertThat(names(finding)).containsExactly("severity", "code", "message", "lines");
    }

    @Property(tries = 50)
    void whatIsWrittenReadsBack(@ForAll long seed) throws JsonProcessingException {
        var specification = Specifications.of(seed);

        assertThat(json.readValue(json.writeValueAsString(specification), ClassSpecification.class))
                .isEqualTo(specification);
    }

    private JsonNode written(String section) {
        return json.valueToTree(Documents.reading(section));
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
