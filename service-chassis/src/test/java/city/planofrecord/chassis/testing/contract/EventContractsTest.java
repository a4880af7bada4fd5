package city.planofrecord.chassis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventContractsTest {

    private final EventContracts contracts = new EventContracts();

    @Test
    void everyTypeHasASampleAndEverySampleAType() {
        assertThat(contracts.samples()).isEqualTo(contracts.types()).isNotEmpty();
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
