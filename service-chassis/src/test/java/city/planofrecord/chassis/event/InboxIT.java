package city.planofrecord.chassis.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.EveryWriteEntered;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.Listener;
import city.planofrecord.chassis.thing.Pings;
import city.planofrecord.chassis.thing.ThingService;

@QuarkusTest
@TestProfile(ThingService.class)
class InboxIT {

    private static final String PINGS = "planofrecord.pings";

    @Inject
    Pings pings;

    @Inject
    Inbox inbox;

    @Inject
    Jdbi jdbi;

    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealServers.current().kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    private void send(String key, String id, String text) throws Exception {
        var event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/elsewhere"))
                .withType("city.planofrecord.ping.v1")
                .withTime(OffsetDateTime.now())
                .withData(
                        "application/json", "{\"text\": \"%s\"}".formatted(text).getBytes(StandardCharsets.UTF_8))
                .build();
        producer.send(Senders.record(PINGS, key, event)).get();
    }

    private void ping(String key, String text) throws Exception {
        send(key, UUID.randomUUID().toString(), text);
    }

    private void garbage(String key) throws Exception {
        producer.send(new ProducerRecord<>(PINGS, key, "{no json".getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    private static List<Number> parkedOf(String key) {
        return given().get("/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.key == '%s' }.id".formatted(key));
    }

    @Test
    void whatIsDeliveredThreeTimesIsHandledOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var id = UUID.randomUUID().toString();

        send(key, id, "once");
        send(key, id, "once");
        send(key, id, "once");
        ping(key, "after");

        await().untilAsserted(() -> assertThat(pings.heard(key)).containsExactly("once", "after"));
    }

    @Test
    void aMalformedRecordIsParkedWithItsReasonAndOtherKeysGoOn() throws Exception {
        var bad = UUID.randomUUID().toString();
        var good = UUID.randomUUID().toString();

        garbage(bad);
        ping(bad, "behind");
        ping(good, "on its way");

        await().untilAsserted(() -> assertThat(pings.heard(good)).containsExactly("on its way"));
        await().untilAsserted(() -> assertThat(parkedOf(bad)).hasSize(2));
        assertThat(pings.heard(bad)).isEmpty();
        try (var letters = new Listener(RealServers.current().kafka().bootstrapServers(), PINGS + ".dead-letter")) {
            await().untilAsserted(() -> assertThat(letters.of(bad)).hasSize(2));
            var letter = letters.of(bad).getFirst();
            assertThat(letter.value()).isEqualTo("{no json");
            assertThat(Listener.header(letter, "reason")).contains("is no CloudEvent of ours");
            assertThat(Listener.header(letters.of(bad).getLast(), "reason")).contains("behind a parked event");
        }
    }

    @Test
    void whatIsParkedIsHandledInOrderOnceItsCauseIsMended() throws Exception {
        var key = UUID.randomUUID().toString();
        var strange = "strange " + key;
        pings.refuse(strange);
        ping(key, strange);
        ping(key, "second");
        ping(key, "third");
        await().untilAsserted(() -> assertThat(parkedOf(key)).hasSize(3));
        var first = parkedOf(key).getFirst();

        given().post("/dead-letters/" + first + "/replay").then().statusCode(409);
        assertThat(pings.heard(key)).isEmpty();

        pings.understand(strange);
        given().post("/dead-letters/" + first + "/replay")
                .then()
                .statusCode(200)
                .body("replayed", is(3));

        assertThat(pings.heard(key)).containsExactly(strange, "second", "third");
        assertThat(parkedOf(key)).isEmpty();
        ping(key, "fourth");
        await().untilAsserted(() -> assertThat(pings.heard(key)).containsExactly(strange, "second", "third", "fourth"));
    }

    @Test
    void whatIsParkedIsEnteredAndSoIsWhoHadItProcessedAfterAll() throws Exception {
        var key = UUID.randomUUID().toString();
        var strange = "strange " + key;
        pings.refuse(strange);
        ping(key, strange);
        await().untilAsserted(() -> assertThat(parkedOf(key)).hasSize(1));
        pings.understand(strange);
        var id = parkedOf(key).getFirst();
        given().header("X-Request-Id", "0af7651916cd43dd8448eb211c80319c")
                .post("/dead-letters/" + id + "/replay")
                .then()
                .statusCode(200);
        RealServers.current().untilSettled();

        given().get("/audit?aggregate=dead-letter&id=" + id)
                .then()
                .statusCode(200)
                .body("items.actor", is(List.of("system", "operator")))
                .body("items[0].changes[0].after.state", is("PARKED"))
                .body("items[0].changes[0].after.key", is(key))
                .body("items[0].changes[0].after.reason", containsString("means nothing here"))
                .body("items[1].changes[0].pointer", is("/state"))
                .body("items[1].changes[0].after", is("PROCESSED"))
                .body("items[1].operation", is("POST /dead-letters/" + id + "/replay"))
                .body("items[1].subject", notNullValue())
                .body("items[1].address", notNullValue())
                .body("items[1].request", is("0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void whatArrivesWhileTheKeyIsReplayedIsHandledAfterIt() throws Exception {
        var key = UUID.randomUUID().toString();
        var strange = "strange " + key;
        pings.refuse(strange);
        ping(key, strange);
        await().untilAsserted(() -> assertThat(parkedOf(key)).hasSize(1));
        pings.understand(strange);

        QuarkusTransaction.begin();
        inbox.waitForOthersOn(PINGS, key);
        ping(key, "meanwhile");
        await().until(this::somebodyWaitsForAnAdvisoryLock);
        jdbi.useHandle(handle -> handle.execute(EveryWriteEntered.NOT_WATCHED));
        jdbi.useHandle(handle -> handle.execute("update parked_event set replayed_at = now() where key = ?", key));
        QuarkusTransaction.commit();

        await().untilAsserted(() -> assertThat(pings.heard(key)).containsExactly("meanwhile"));
        assertThat(parkedOf(key)).isEmpty();
    }

    private boolean somebodyWaitsForAnAdvisoryLock() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .mapTo(Boolean.class)
                .one());
    }

    @Test
    void aReplayOfWhatIsNotParkedIsNotFound() {
        given().post("/dead-letters/999999999/replay").then().statusCode(404);
    }
}
