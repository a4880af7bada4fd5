package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class BrokerStoppedIT {

    private final WholeSystem system = WholeSystem.shared();
    private final CityHall cityHall = new CityHall(system.city());

    @Test
    void aDecisionThatFallsIntoABreakOfTheBrokerReachesBothRegistersOnceItIsBack() {
        cityHall.has("BS0001", "BS0002");
        cityHall.posts(
                "BS-1",
                CityHall.regraded("BS0001", "Regraded class"),
                CityHall.established("BS0003", "New class"),
                CityHall.abolished("BS0002"));

        system.kafka().stop();
        try {
            cityHall.approves("BS-1");
            assertThat(cityHall.states("BS-1")).containsOnly("PENDING");
        } finally {
            system.kafka().start();
        }
        cityHall.awaitApplied("BS-1");

        await().atMost(WholeSystem.PATIENCE).untilAsserted(this::thePlanIsWhatWasApproved);
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(Events.changesOf(system.city().kafka(), "BS-1"))
                        .filteredOn(event -> event.type().endsWith(".changed.v1"))
                        .hasSize(6));
    }

    private void thePlanIsWhatWasApproved() {
        assertThat(cityHall.classPay("BS0001", CityHall.BEFORE)
                        .body()
                        .path("grade")
                        .asText())
                .isEqualTo("614-S");
        var regraded = cityHall.classPay("BS0001", CityHall.EFFECTIVE).body();
        assertThat(regraded.path("grade").asText()).isEqualTo("615-S");
        assertThat(regraded.path("title").asText()).isEqualTo("Regraded class");
        assertThat(cityHall.classPay("BS0003", CityHall.EFFECTIVE)
                        .body()
                        .path("title")
                        .asText())
                .isEqualTo("New class");
        assertThat(cityHall.classPay("BS0002", CityHall.EFFECTIVE).isNotInEffect())
                .isTrue();
        assertThat(cityHall.jobClass("BS0002", CityHall.EFFECTIVE).isNotInEffect())
                .isTrue();
    }
}
