package city.planofrecord.chassis.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.thing.Feed;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;
import city.planofrecord.chassis.thing.Together;

@QuarkusTest
@TestProfile(ThingService.class)
class FeedIT {

    @Inject
    Things things;

    @Inject
    Outbox outbox;

    @Inject
    Jdbi jdbi;

    @Inject
    Pruning pruning;

    private long last() {
        return jdbi.withHandle(handle -> handle.createQuery("select last_position from outbox_feed")
                .mapTo(Long.class)
                .one());
    }

    private long eventsOf(UUID thing) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox where aggregateid = :id")
                .bind("id", thing.toString())
                .mapTo(Long.class)
                .one());
    }

    private static List<Long> sequences(List<JsonNode> changes) {
        return changes.stream()
                .filter(change -> change.path("type").asText().endsWith("thing.changed.v1"))
                .map(change -> change.path("sequence").asLong())
                .toList();
    }

    @Test
    void aChangeThatIsRolledBackTellsNothing() {
        var made = new UUID[1];
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    made[0] = things.establish("2030-01-01", "name", "never");
                    throw new IllegalStateException("after the event was added");
                }))
                .hasMessageContaining("after the event was added");

        assertThat(eventsOf(made[0])).isZero();
        assertThat(things.ledger().find(made[0])).isEmpty();
    }

    @Test
    void anEventWithoutATransactionIsRefused() {
        var event = new Event(
                Ids.next(),
                "things",
                "k",
                "thing.changed.v1",
                "k",
                things.now(),
                1,
                JsonNodeFactory.instance.objectNode(),
                null,
                true);
        assertThatThrownBy(() -> outbox.add(event)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyActIsToldOnce() {
        var feed = Feed.after(last());
        var id = things.establish("2030-01-01", "name", "a");
        things.amend(id, "2031-01-01", "name", "b");
        things.correct(id, "2030-02-01", "2030-03-01", "name", "c");

        await().untilAsserted(() -> assertThat(sequences(feed.of(id))).containsExactly(1L, 2L, 3L));
    }

    @Test
    void whatIsCommittedLateGetsALatePositionAndIsNotSkipped() {
        var feed = Feed.after(last());
        QuarkusTransaction.begin();
        var late = things.establish("2030-01-01", "name", "begun first, committed last");
        var early = CompletableFuture.supplyAsync(() -> things.establish("2030-01-01", "name", "in between"))
                .join();
        await().untilAsserted(() -> assertThat(feed.of(early)).hasSize(1));
        var seen = feed.cursor();
        assertThat(feed.of(late)).isEmpty();

        QuarkusTransaction.commit();

        await().untilAsserted(() -> assertThat(feed.of(late)).hasSize(1));
        assertThat(feed.of(late).getFirst().path("position").asLong()).isGreaterThan(seen);
    }

    @Test
    void eventsOfOneThingStandInTheOrderOfItsRevisionsWhoeverWrote() throws Exception {
        var feed = Feed.after(last());
        var id = things.establish("2030-01-01", "name", "a");

        Together.run(
                8,
                writer -> IntStream.range(0, 10)
                        .forEach(nth ->
                                things.amend(id, "2030-01-%02d".formatted(nth + 2), "name", writer + "." + nth)));

        var all = LongStream.rangeClosed(1, 81).boxed().toList();
        await().untilAsserted(() -> assertThat(sequences(feed.of(id))).isEqualTo(all));
    }

    @Test
    void whoWaitsIsAnsweredWhenSomethingIsCommitted() {
        var feed = Feed.after(last());
        while (feed.more(0) > 0) {
            continue;
        }
        var answered = CompletableFuture.supplyAsync(() -> feed.more(30));

        things.establish("2030-01-01", "name", "awaited");

        assertThat(answered.orTimeout(60, TimeUnit.SECONDS).join()).isPositive();
    }

    @Test
    void theCursorComesPastWhatTheFeedDoesNotShow() {
        var feed = Feed.after(last());
        var id = things.establish("2030-01-01", "name", "a");
        await().untilAsserted(() -> assertThat(feed.of(id)).hasSize(1));

        await().untilAsserted(() -> {
            feed.more(0);
            assertThat(feed.cursor()).isGreaterThanOrEqualTo(last());
        });
    }

    @Test
    void aCursorOlderThanWhatIsKeptIsGoneAndSaysWhereToGoOn() {
        var id = things.establish("2030-01-01", "name", "a");
        jdbi.useHandle(
                handle -> handle.execute("update outbox_feed set pruned_position = greatest(pruned_position, 1)"));

        given().queryParam("after", 0)
                .get("/changes")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/no-longer-kept"))
                .body("violations[0].parameter", is("after"));

        var after = given().queryParam("after", 0).get("/changes").path("keptAfter");
        var feed = Feed.after(((Number) after).longValue());
        await().untilAsserted(() -> assertThat(feed.of(id)).hasSize(1));
    }

    @Test
    void whatIsOldAndSentIsLetGoAndWhatIsYoungIsKept() {
        var before = last();
        var old = things.establish("2030-01-01", "name", "a");
        await().until(() -> sent() > before && sent() == last());
        jdbi.useHandle(handle -> handle.execute(
                "update outbox set recorded_at = now() - interval '91 days' where aggregateid = ?", old.toString()));
        var young = things.establish("2030-01-01", "name", "b");

        pruning.run(Instant.now().minus(Duration.ofDays(90)));

        assertThat(eventsOf(old)).isZero();
        assertThat(eventsOf(young)).isEqualTo(2);
        given().queryParam("after", before).get("/changes").then().statusCode(410);
    }

    private long sent() {
        return jdbi.withHandle(handle -> handle.createQuery("select sent_position from outbox_feed")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void aNegativeCursorIsMalformed() {
        given().queryParam("after", -1)
                .get("/changes")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", is("after"));
    }
}
