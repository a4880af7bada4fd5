package city.planofrecord.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.Feed;
import city.planofrecord.chassis.thing.Listener;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

@QuarkusTest
@TestProfile(ThingService.class)
class RelayIT {

    @Inject
    Things things;

    @Inject
    Jdbi jdbi;

    @Inject
    Senders senders;

    private Feed feed() {
        return Feed.after(jdbi.withHandle(handle -> handle.createQuery("select last_position from outbox_feed")
                .mapTo(Long.class)
                .one()));
    }

    private static Listener listener(String topic) {
        return new Listener(RealServers.current().kafka().bootstrapServers(), topic);
    }

    private static List<Long> sequences(List<ConsumerRecord<String, String>> heard) {
        return heard.stream()
                .filter(one -> Listener.header(one, "ce_type").endsWith("thing.changed.v1"))
                .map(one -> Long.parseLong(Listener.header(one, "ce_sequence")))
                .toList();
    }

    @Test
    void whatIsSentBearsTheAttributesOfItsEventAndTheIdOfTheFeed() {
        var feed = feed();
        var id = things.establish("2030-01-01", "name", "a");
        await().untilAsserted(() -> assertThat(feed.of(id)).hasSize(1));

        try (var listener = listener("planofrecord.things")) {
            await().untilAsserted(() -> assertThat(listener.of(id)).hasSize(1));
            var heard = listener.of(id).getFirst();
            var change = feed.of(id).getFirst();

            assertThat(heard.key()).isEqualTo(id.toString());
            assertThat(Listener.header(heard, "ce_specversion")).isEqualTo("1.0");
            assertThat(Listener.header(heard, "ce_id"))
                    .isEqualTo(change.path("id").asText());
            assertThat(Listener.header(heard, "ce_type")).isEqualTo("city.planofrecord.thing.changed.v1");
            assertThat(Listener.header(heard, "ce_source")).isEqualTo("/thing-service");
            assertThat(Listener.header(heard, "ce_subject")).isEqualTo(id.toString());
            assertThat(Listener.header(heard, "ce_sequence")).isEqualTo("0000000000000000001");
            assertThat(Listener.header(heard, "ce_partitionkey")).isEqualTo(id.toString());
            assertThat(Listener.header(heard, "ce_epoch")).isEqualTo("0");
            assertThat(Listener.header(heard, "ce_time"))
                    .isEqualTo(change.path("time").asText());
            assertThat(Listener.header(heard, "ce_dataschema"))
                    .isEqualTo(change.path("dataschema").asText());
            assertThat(Listener.header(heard, "content-type")).isEqualTo("application/json");
        }
    }

    @Test
    void theStateIsToldWithItsWholeTimeline() {
        var id = things.establish("2030-01-01", "name", "a");
        things.amend(id, "2031-01-01", "name", "b");

        try (var listener = listener("planofrecord.things.state")) {
            await().untilAsserted(() -> assertThat(listener.of(id)).hasSize(2));
            assertThat(listener.of(id).getLast().value())
                    .contains("\"effectiveFrom\":\"2030-01-01\"".replace(":", ": "))
                    .contains("2031-01-01");
        }
    }

    @Test
    void aStoppedBrokerStopsNoWriteAndNoReaderOfTheFeed() {
        var feed = feed();
        var id = things.establish("2030-01-01", "name", "a");
        try (var listener = listener("planofrecord.things")) {
            await().untilAsserted(() -> assertThat(listener.of(id)).hasSize(1));
        }
        var kafka = RealServers.current().kafka();
        var all = LongStream.rangeClosed(1, 21).boxed().toList();

        kafka.stop();
        try {
            IntStream.range(0, 20)
                    .forEach(nth -> things.amend(id, "2030-02-%02d".formatted(nth + 1), "name", "n" + nth));
            await().untilAsserted(() -> assertThat(feed.of(id)).hasSize(21));
        } finally {
            kafka.start();
        }

        try (var listener = listener("planofrecord.things")) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(sequences(listener.of(id)).stream()
                                    .distinct()
                                    .toList())
                            .isEqualTo(all));
            assertThat(sequences(listener.of(id))).isSorted();
        }
    }

    @Test
    void aProducerThatNeverSawTheBrokerHoldsUpNoReaderAndInvertsNothing() {
        var feed = feed();
        var id = things.establish("2030-01-01", "name", "a");
        await().untilAsserted(() -> assertThat(feed.of(id)).hasSize(1));
        var kafka = RealServers.current().kafka();

        kafka.stop();
        try {
            senders.discard();
            IntStream.range(0, 20)
                    .forEach(nth -> things.amend(id, "2030-02-%02d".formatted(nth + 1), "name", "n" + nth));
            await().untilAsserted(() -> assertThat(feed.of(id)).hasSize(21));
        } finally {
            kafka.start();
        }

        try (var listener = listener("planofrecord.things")) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(sequences(listener.of(id)).stream()
                                    .distinct()
                                    .toList())
                            .isEqualTo(LongStream.rangeClosed(1, 21).boxed().toList()));
        }
    }
}
