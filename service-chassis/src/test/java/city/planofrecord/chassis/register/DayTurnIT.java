package city.planofrecord.chassis.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.Feed;
import city.planofrecord.chassis.thing.OpenWriter;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

@QuarkusTest
@TestProfile(ThingService.class)
class DayTurnIT {

    @Inject
    Things things;

    @Inject
    Jdbi jdbi;

    @Inject
    DataSource database;

    private Feed feed;

    @BeforeEach
    void beginOnTheFirstOfMay() {
        today("2040-05-01T08:00:00");
        feed = Feed.after(jdbi.withHandle(handle -> handle.createQuery("select last_position from outbox_feed")
                .mapTo(Long.class)
                .one()));
    }

    @AfterEach
    void backToRealTime() {
        RealServers.current().clock().real();
        await().until(() -> things.today().getYear() < 2040);
    }

    private void today(String localDateTime) {
        RealServers.current().clock().set(localDateTime);
        await().until(() -> things.today().toString().equals(localDateTime.substring(0, 10)));
    }

    private List<JsonNode> effective(UUID id) {
        return feed.of(id).stream()
                .filter(change -> change.path("type").asText().endsWith("thing.effective.v1"))
                .toList();
    }

    private List<String> days(UUID id) {
        return effective(id).stream()
                .map(change -> change.at("/data/effectiveFrom").asText())
                .toList();
    }

    private void untilNothingIsDue() {
        await().until(() -> jdbi.withHandle(handle -> handle.createQuery(
                        "select not exists (select 1 from day_boundary where effective_from <= :today)")
                .bind("today", things.today())
                .mapTo(Boolean.class)
                .one()));
    }

    @Test
    void whatLiesInTheFutureIsToldOnItsDayOnce() {
        var id = things.establish("2040-05-10", "name", "a");
        assertThat(days(id)).isEmpty();

        today("2040-05-09T23:00:00");
        untilNothingIsDue();
        assertThat(days(id)).isEmpty();
        today("2040-05-10T00:00:01");
        await().untilAsserted(() -> assertThat(days(id)).containsExactly("2040-05-10"));
        today("2040-05-11T08:00:00");
        untilNothingIsDue();

        assertThat(days(id)).containsExactly("2040-05-10");
        assertThat(effective(id).getFirst().at("/data/image/name").asText()).isEqualTo("a");
        assertThat(effective(id).getFirst().at("/data/act/kind").asText()).isEqualTo("ESTABLISHED");
    }

    @Test
    void daysThatWereMissedAreCaughtUpInTheirOrder() {
        var id = things.establish("2040-05-10", "name", "a");
        things.amend(id, "2040-05-14", "name", "c");
        things.amend(id, "2040-05-12", "name", "b");
        things.abolish(id, "2040-05-16");

        today("2040-05-20T08:00:00");

        await().untilAsserted(() ->
                assertThat(days(id)).containsExactly("2040-05-10", "2040-05-12", "2040-05-14", "2040-05-16"));
        assertThat(effective(id))
                .extracting(change -> change.at("/data/image/name").asText())
                .containsExactly("a", "b", "c", "");
    }

    @Test
    void whatWasCancelledIsNotTold() {
        var id = things.establish("2040-05-10", "name", "a");
        var cancelled = things.amend(id, "2040-05-12", "name", "never");
        things.cancel(id, cancelled.act().act().id());

        today("2040-05-20T08:00:00");

        await().untilAsserted(() -> assertThat(days(id)).containsExactly("2040-05-10"));
        untilNothingIsDue();
        assertThat(days(id)).containsExactly("2040-05-10");
    }

    @Test
    void whatIsRecordedOnItsDayOrLaterIsToldAtOnceAndOnlyOfToday() {
        var id = things.establish("2040-04-10", "name", "a");
        things.correct(id, "2040-04-12", "2040-04-14", "name", "long ago");

        await().untilAsserted(() -> assertThat(days(id)).containsExactly("2040-04-10"));
    }

    @Test
    void whatIsChangedOnTheVeryDayBeforeTheScanCameByIsToldOnce() throws Exception {
        var id = things.establish("2040-05-01", "name", "a");
        things.amend(id, "2040-05-10", "name", "b");
        try (var scanner = database.getConnection();
                var statement = scanner.createStatement()) {
            statement.execute("select pg_advisory_lock(7310002)");
            today("2040-05-10T00:00:01");
            things.amend(id, "2040-05-10", "name", "c");
            statement.execute("select pg_advisory_unlock(7310002)");
        }
        untilNothingIsDue();

        await().untilAsserted(() -> assertThat(days(id)).containsExactly("2040-05-01", "2040-05-10"));
        assertThat(effective(id).getLast().at("/data/image/name").asText()).isEqualTo("c");
    }

    @Test
    void aThingThatIsBeingWrittenHoldsUpNoDayBeforeItsOwn() throws Exception {
        var earlier = things.establish("2040-05-10", "name", "a");
        var later = things.establish("2040-05-11", "name", "b");
        try (var _ = OpenWriter.on(database, later)) {
            today("2040-05-12T08:00:00");

            await().untilAsserted(() -> assertThat(days(earlier)).containsExactly("2040-05-10"));
            assertThat(days(later)).isEmpty();
        }
        await().untilAsserted(() -> assertThat(days(later)).containsExactly("2040-05-11"));
    }
}
