package city.planofrecord.chassis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;

class EventContractsTest {

    private final EventContracts contracts = new EventContracts();

    @Test
    void everyTypeHasASampleAndEverySampleAType() {
        assertThat(contracts.samples()).isEqualTo(contracts.types()).isNotEmpty();
    }

    @Test
    void everyTypeIsAMessageOfTheAsyncApiDocument() throws IOException {
        var document = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of(System.getProperty("contracts"), "asyncapi.yaml")
                        .toFile());

        assertThat(document.at("/components/messages").findValuesAsText("$ref").stream()
                        .filter(ref -> ref.startsWith("schemas/"))
                        .map(ref -> ref.substring("schemas/".length(), ref.length() - ".json".length())))
                .containsExactlyInAnyOrderElementsOf(contracts.types());
        assertThat(document.path("channels").findValuesAsText("$ref"))
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
    }

    @Test
    void everySampleKeepsToItsSchema() {
        assertThat(contracts.types())
                .allSatisfy(type -> assertThat(contracts.faults(type, contracts.sample(type)))
                        .isEmpty());
    }

    @Test
    void aConsumerThatKeepsToTheSchemaIgnoresWhatItDoesNotKnow() {
        assertThat(contracts.types())
                .allSatisfy(type -> assertThat(contracts.faults(
                                type, contracts.sample(type).replaceFirst("\\{", "{\"addedLater\": true,")))
                        .isEmpty());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(contracts.faults("notice.confirmed.v1", "{\"number\": \"1341\", \"edition\": 1, \"try\": 1}"))
                .singleElement()
                .asString()
                .contains("batch");
    }

    @Test
    void anEventWithoutASchemaIsAFault() {
        assertThat(contracts.faults("thing.changed.v1", "{}")).hasSize(1);
    }
}
