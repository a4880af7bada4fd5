package city.planofrecord.chassis.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.Feed;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;
import city.planofrecord.chassis.time.CityConfig;

/** The day turns once for every thing: on nights that are longer or shorter, with replicas, and when nobody was there. */
@QuarkusTest
@TestProfile(ThingService.class)
class DaysTurnIT {

    private static final Duration PROMISED = Duration.ofSeconds(60);

    @Inject
    Things things;

    @Inject
    DayTurn dayTurn;

    @Inject
    @All
    List<KeepsRegister> repositories;

    @Inject
    DayBoundaries boundaries;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Inject
    CityConfig city;

    @Inject
    Jdbi jdbi;

    private Feed feed;

    @BeforeEach
    void listen() {
        feed = Feed.after(jdbi.withHandle(handle -> handle.createQuery("select last_position from outbox_feed")
                .mapTo(Long.class)
                .one()));
    }

    @AfterEach
    void backToRealTime() {
        RealServers.current().clock().real();
        await().until(() -> things.today().getYear() < 2040);
    }

    private void now(String localDateTime) {
        RealServers.current().clock().set(localDateTime);
        await().until(() -> things.today().toString().equals(localDateTime.substring(0, 10)));
    }

    private List<String> days(UUID id) {
        return feed.of(id).stream()
                .filter(DaysTurnIT::isEffective)
                .map(DaysTurnIT::day)
                .toList();
    }

    private static boolean isEffective(JsonNode change) {
        return change.path("type").asText().endsWith("thing.effective.v1");
    }

    private static String day(JsonNode change) {
        return change.at("/data/effectiveFrom").asText();
    }

    private DayTurn replica() {
        return new DayTurn(repositories, boundaries, outbox, clock, jdbi, city);
    }

    /** In Denver clocks go forward on 11 March and back on 4 November 2040; the day after begins 23 or 25 hours later. */
    @ParameterizedTest
    @ValueSource(strings = {"2040-03-11", "2040-03-12", "2040-11-04", "2040-11-05"})
    void theDayTurnsAtTheCitysMidnightWhereClocksAreChanged(String day) {
        var dayBefore = LocalDate.parse(day).minusDays(1);
        now(dayBefore + "T08:00:00");
        var id = things.establish(day, "name", "a");
        assertThat(days(id)).isEmpty();
        // It is not looked for this time, which lasts three seconds only.
        RealServers.current().clock().set(dayBefore + "T23:59:57");

        await().atMost(PROMISED).untilAsserted(() -> assertThat(days(id)).containsExactly(day));

        assertThat(things.today()).hasToString(day);
    }

    @Test
    void withTwoReplicasEveryThingIsToldOnce() throws Exception {
        now("2040-05-01T08:00:00");
        var all = IntStream.range(0, 300)
                .mapToObj(nth -> things.establish("2040-05-10", "name", "n" + nth))
                .toList();
        var second = replica();
        var third = replica();
        second.start(new StartupEvent());
        third.start(new StartupEvent());
        try {
            now("2040-05-10T00:00:01");

            await().atMost(PROMISED).until(() -> all.stream().noneMatch(id -> days(id).isEmpty()));
        } finally {
            second.stop(new ShutdownEvent());
            third.stop(new ShutdownEvent());
        }
        assertThat(all).allSatisfy(id -> assertThat(days(id)).containsExactly("2040-05-10"));
    }

    @Test
    void whatTookEffectWhileNobodyWasThereIsToldOnTheNextStart() throws Exception {
        now("2040-05-01T08:00:00");
        var id = things.establish("2040-05-10", "name", "a");
        things.amend(id, "2040-05-12", "name", "b");
        var never = things.establish("2040-05-20", "name", "later");
        dayTurn.stop(new ShutdownEvent());
        try {
            now("2040-05-13T09:00:00");
            things.amend(never, "2040-05-21", "name", "a write goes on meanwhile");
            assertThat(days(id)).isEmpty();
        } finally {
            dayTurn.start(new StartupEvent());
        }

        await().atMost(PROMISED).untilAsserted(() -> assertThat(days(id)).containsExactly("2040-05-10", "2040-05-12"));
        assertThat(days(never)).isEmpty();
    }
}
