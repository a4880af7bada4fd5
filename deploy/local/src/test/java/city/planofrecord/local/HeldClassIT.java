package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class HeldClassIT {

    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private final WholeSystem system = WholeSystem.shared();
    private final CityHall cityHall = new CityHall(system.city());

    @Test
    void whileOneRegisterIsLateTheOtherHoldsWhatTheNoticeTouchesAndBothEndAlike() {
        cityHall.has("HC0001");
        cityHall.posts("HC-1", CityHall.regraded("HC0001", "Regraded class"));
        var etag = CityHall.assertGood(cityHall.jobClass("HC0001", CityHall.BEFORE))
                .etag();

        system.pause("paygrade-service");
        try {
            cityHall.approves("HC-1");
            await().atMost(WholeSystem.PATIENCE)
                    .untilAsserted(() -> assertThat(stateInTheClassRegister()).isEqualTo("HELD"));

            var refused = retitle(etag);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().path("type").asText()).endsWith("/problems/held");
            assertThat(refused.body().path("detail").asText()).contains("HC-1");
            assertThat(cityHall.jobClass("HC0001", CityHall.EFFECTIVE)
                            .body()
                            .path("title")
                            .asText())
                    .isEqualTo("Class HC0001");
            await().during(A_MINUTE)
                    .atMost(A_MINUTE.plusSeconds(20))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> stateInTheClassRegister().equals("HELD"));
        } finally {
            system.resume("paygrade-service");
        }

        cityHall.awaitApplied("HC-1");
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() -> assertThat(cityHall.classPay("HC0001", CityHall.EFFECTIVE)
                                .body()
                                .path("title")
                                .asText())
                        .isEqualTo("Regraded class"));
        assertThat(cityHall.classPay("HC0001", CityHall.EFFECTIVE)
                        .body()
                        .path("grade")
                        .asText())
                .isEqualTo("615-S");
    }

    private String stateInTheClassRegister() {
        return cityHall.items("HC-1")
                .path(0)
                .path("application")
                .path("byRegister")
                .path("classification")
                .path("state")
                .asText();
    }

    private city.planofrecord.local.client.Answer retitle(String etag) {
        var amendment = JsonNodeFactory.instance
                .objectNode()
                .put("effectiveFrom", "2011-05-01")
                .put("reason", "A test");
        amendment.putObject("set").put("title", "Title from elsewhere");
        amendment
                .putObject("authority")
                .put("kind", "DIRECTOR")
                .put("citation", "A test")
                .put("decidedOn", "2011-04-30");
        return system.city().classification().post("/job-classes/HC0001/amendments", amendment, etag);
    }
}
