package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.local.client.ServiceClient;

class DeliveredThriceIT {

    private static final List<String> EXCHANGE = List.of("planofrecord.notices", "planofrecord.notice-items");

    private final WholeSystem system = WholeSystem.shared();
    private final CityHall cityHall = new CityHall(system.city());

    @Test
    void everyEventOfTheExchangeDeliveredThriceRecordsEveryActOnce() {
        cityHall.has("DT0001");

        try (var echo = new Echo(system.city().kafka(), EXCHANGE)) {
            cityHall.posts(
                    "DT-1", CityHall.regraded("DT0001", "Regraded class"), CityHall.established("DT0002", "New class"));
            cityHall.approves("DT-1");
            cityHall.awaitApplied("DT-1");
            // Posted, decided and confirmed, and from each register accepted and applied.
            await().atMost(WholeSystem.PATIENCE).until(() -> echo.echoed() >= 7);
        }
        // What comes after them has been read only when they have been read.
        cityHall.has("DT0003");
        cityHall.posts("DT-2", CityHall.regraded("DT0003", "Regraded class, too"));
        cityHall.approves("DT-2");
        cityHall.awaitApplied("DT-2");

        assertThat(cityHall.states("DT-1")).containsOnly("APPLIED");
        assertActs(system.city().classification(), "/job-classes/DT0001/timeline", 2);
        assertActs(system.city().classification(), "/job-classes/DT0002/timeline", 1);
        assertActs(system.city().paygrade(), "/grade-assignments/DT0001/timeline", 2);
        assertActs(system.city().paygrade(), "/grade-assignments/DT0002/timeline", 1);
        for (var service : List.of(
                system.city().classification(),
                system.city().paygrade(),
                system.city().notices().analyst())) {
            assertThat(CityHall.assertGood(
                                    service.bearing(system.token(Role.OPERATOR)).get("/dead-letters"))
                            .body()
                            .path("total")
                            .asInt())
                    .as(service.name())
                    .isZero();
        }
    }

    private static void assertActs(ServiceClient service, String timeline, int acts) {
        assertThat(CityHall.assertGood(service.get(timeline)).body().path("acts"))
                .as(timeline)
                .hasSize(acts);
    }
}
