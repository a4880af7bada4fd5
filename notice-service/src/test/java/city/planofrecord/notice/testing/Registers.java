package city.planofrecord.notice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import city.planofrecord.chassis.testing.RealServers;

/** Plays both registers on the real broker: tells the plan, hears what is decided, and answers. */
public final class Registers implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<String, byte[]> producer;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean listening = true;

    /** An event of the notice service. */
    public record Heard(String type, String subject, String sequence, JsonNode data) {}

    public Registers() {
        var broker = RealServers.current().kafka().bootstrapServers();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
        listener = Thread.ofPlatform().daemon().start(() -> listen(broker));
    }

    private void listen(String broker) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("planofrecord.notices"));
            while (listening) {
                for (var one : consumer.poll(Duration.ofMillis(100))) {
                    var event = KafkaMessageFactory.createReader(one).toEvent();
                    heard.add(new Heard(
                            event.getType().substring("city.planofrecord.".length()),
                            event.getSubject(),
                            String.valueOf(event.getExtension("sequence")),
                            JSON.readTree(event.getData().toBytes())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was heard about a notice so far, of one type. */
    public List<Heard> heard(String number, String type) {
        return heard.stream()
                .filter(event -> event.subject().equals(number) && event.type().equals(type))
                .toList();
    }

    /** A class with one code and title from a day on. */
    public String tellClass(String jobCode, String title, String from) {
        var id = UUID.randomUUID().toString();
        tellClass(id, 1, jobCode, title, from, null);
        return id;
    }

    public void tellClass(String id, int revision, String jobCode, String title, String from, String until) {
        var image = JSON.createObjectNode().put("jobCode", jobCode).put("title", title);
        tell("job-classes.state", "job-class.state.v1", id, revision, image, from, until);
    }

    /** A class whose specification distinguishes it from another. */
    public void tellSpecified(String jobCode, String title, String distinguishedFrom, String from) {
        var image = JSON.createObjectNode().put("jobCode", jobCode).put("title", title);
        image.putObject("specification")
                .put("education", "Graduation from high school.")
                .putArray("distinguishedFrom")
                .add(distinguishedFrom);
        tell("job-classes.state", "job-class.state.v1", UUID.randomUUID().toString(), 1, image, from, null);
    }

    /** A grade of an annual range from a day on; without a range where the minimum is null. */
    public String tellGrade(String number, String schedule, String minimum, String maximum, String from) {
        var id = UUID.randomUUID().toString();
        var image = JSON.createObjectNode()
                .put(
                        "scheduleId",
                        UUID.nameUUIDFromBytes(schedule.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("schedule", schedule)
                .put("number", number)
                .put("grade", number + "-" + schedule);
        if (minimum != null) {
            image.putObject("range")
                    .put("minimum", minimum)
                    .put("maximum", maximum)
                    .put("currency", "USD")
                    .put("basis", "ANNUAL");
        }
        tell("pay-grades.state", "pay-grade.state.v1", id, 1, image, from, null);
        return id;
    }

    public void tellAssignment(String jobClass, String gradeId, String grade, String from) {
        var image = JSON.createObjectNode().put("gradeId", gradeId).put("grade", grade);
        tell("grade-assignments.state", "grade-assignment.state.v1", jobClass, 1, image, from, null);
    }

    private void tell(
            String stream, String type, String id, int revision, ObjectNode image, String from, String until) {
        var data = JSON.createObjectNode().put("id", id).put("revision", revision);
        var row = data.putArray("timeline").addObject();
        row.put("effectiveFrom", from);
        if (until != null) {
            row.put("effectiveUntil", until);
        }
        row.put("recordedAt", "2026-01-01T00:00:00Z");
        row.put("act", UUID.randomUUID().toString());
        row.putObject("authority").put("kind", "OPENING").put("citation", "first load");
        row.set("image", image);
        send(stream, type, id, id, data);
    }

    /** Answers the offer three times, each with an event id of its own. */
    public void accept(String register, JsonNode offer) {
        answerThrice("notice-batch.accepted.v1", answer(register, offer, "HELD"));
    }

    public void apply(String register, JsonNode offer) {
        answerThrice("notice-batch.applied.v1", answer(register, offer, "APPLIED"));
    }

    public void reject(String register, JsonNode offer, int item, String reason) {
        var answer = answer(register, offer, "PENDING");
        for (var one : answer.path("items")) {
            if (one.path("item").asInt() == item) {
                ((ObjectNode) one).put("state", "REJECTED").put("reason", reason);
            }
        }
        answerThrice("notice-batch.rejected.v1", answer);
    }

    private void answerThrice(String type, ObjectNode answer) {
        var number = answer.path("number").asText();
        for (var time = 0; time < 3; time++) {
            send("notice-items", type, number, number, answer);
        }
    }

    private static ObjectNode answer(String register, JsonNode offer, String state) {
        var answer = JSON.createObjectNode();
        for (var field : List.of("number", "edition", "batch", "try")) {
            answer.set(field, offer.get(field));
        }
        answer.put("register", register);
        var items = answer.putArray("items");
        for (var item : offer.path(offer.has("revisedItems") ? "revisedItems" : "items")) {
            if (acts(register, item)) {
                items.addObject().put("item", item.path("item").asInt()).put("state", state);
            }
        }
        return answer;
    }

    private static boolean acts(String register, JsonNode item) {
        if (item.has("registers")) {
            return item.path("registers")
                    .valueStream()
                    .anyMatch(one -> one.asText().equals(register));
        }
        var abolishes = item.path("kind").asText().equals("ABOLISH");
        return register.equals("classification")
                ? item.has("jobClass")
                        && (abolishes || !item.path("jobClass").path("set").isEmpty())
                : abolishes || item.has("gradeAssignment") || item.has("payGrade") || item.has("paySchedule");
    }

    private void send(String stream, String type, String key, String subject, JsonNode data) {
        try {
            var event = CloudEventBuilder.v1()
                    .withId(UUID.randomUUID().toString())
                    .withSource(URI.create("/a-register"))
                    .withType("city.planofrecord." + type)
                    .withSubject(subject)
                    .withTime(OffsetDateTime.now())
                    .withExtension("sequence", "1")
                    .withDataContentType("application/json")
                    .withData(JSON.writeValueAsBytes(data))
                    .build();
            producer.send(KafkaMessageFactory.<String>createWriter("planofrecord." + stream, key)
                            .writeBinary(event))
                    .get();
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        listening = false;
        listener.join();
        producer.close();
    }
}
