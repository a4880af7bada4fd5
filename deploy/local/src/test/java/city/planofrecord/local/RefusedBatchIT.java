package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class RefusedBatchIT {

    private final WholeSystem system = WholeSystem.shared();
    private final CityHall cityHall = new CityHall(system.city());

    @Test
    void aBatchThatOneRegisterRefusesChangesNeitherAndSucceedsOnceItIsMended() {
        cityHall.has("RB0001");
        cityHall.posts(
                "RB-1", CityHall.regraded("RB0001", "Regraded class"), CityHall.established("RB0002", "New class"));
        decidedWhileAnotherClassTakesTheCode();

        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(cityHall.states("RB-1")).contains("REJECTED"));
        var refused = cityHall.items("RB-1").get(1).path("application").path("byRegister");
        assertThat(refused.path("classification").path("state").asText()).isEqualTo("REJECTED");
        assertThat(refused.path("classification").path("reason").asText()).contains("RB0002");
        assertThat(refused.path("paygrade").path("state").asText()).isNotEqualTo("REJECTED");
        nothingHasChanged();

        mend();
        CityHall.assertGood(
                system.city().notices().clerk().post("/notices/RB-1/retry", JsonNodeFactory.instance.objectNode()));
        cityHall.awaitApplied("RB-1");
        assertThat(cityHall.jobClass("RB0002", CityHall.EFFECTIVE)
                        .body()
                        .path("title")
                        .asText())
                .isEqualTo("New class");
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(cityHall.classPay("RB0001", CityHall.EFFECTIVE)
                                .body()
                                .path("title")
                                .asText())
                        .isEqualTo("Regraded class"));
    }

    /** The gate judges by what notice-service has heard; while the broker stands still it hears of no other class. */
    private void decidedWhileAnotherClassTakesTheCode() {
        system.kafka().stop();
        try {
            var other = JsonNodeFactory.instance
                    .objectNode()
                    .put("jobCode", "RB0002")
                    .put("title", "Another class")
                    .put("effectiveFrom", "2011-03-30")
                    .put("reason", "A test");
            CityHall.assertGood(system.city().classification().post("/job-classes", decidedOn(other, "2011-03-30")));
            cityHall.approves("RB-1");
        } finally {
            system.kafka().start();
        }
    }

    private void nothingHasChanged() {
        for (var register : new String[] {
            "/job-classes/RB0001/timeline", "/grade-assignments/RB0001/timeline", "/job-classes/RB0002/timeline"
        }) {
            var service = register.startsWith("/job-classes")
                    ? system.city().classification()
                    : system.city().paygrade();
            var timeline = CityHall.assertGood(service.get(register)).body();
            assertThat(timeline.path("timeline")).hasSize(1);
            assertThat(timeline.path("acts")).hasSize(1);
        }
        assertThat(system.city()
                        .paygrade()
                        .get("/grade-assignments/RB0002/timeline")
                        .status())
                .isEqualTo(404);
        assertThat(Events.changesOf(system.city().kafka(), "RB-1")).isEmpty();
    }

    private void mend() {
        var present = CityHall.assertGood(cityHall.jobClass("RB0002", "2011-04-01"));
        var end = JsonNodeFactory.instance
                .objectNode()
                .put("effectiveFrom", "2011-04-02")
                .put("reason", "The code is promised to another class");
        CityHall.assertGood(system.city()
                .classification()
                .post("/job-classes/RB0002/abolishment", decidedOn(end, "2011-04-01"), present.etag()));
    }

    private static ObjectNode decidedOn(ObjectNode act, String day) {
        act.putObject("authority")
                .put("kind", "DIRECTOR")
                .put("citation", "A test")
                .put("decidedOn", day);
        return act;
    }
}
