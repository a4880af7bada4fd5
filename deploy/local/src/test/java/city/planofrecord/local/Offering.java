package city.planofrecord.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** Offers batches to the registers as notice-service does, and waits for what they answer. */
final class Offering {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String ANSWERS = "planofrecord.notice-items";

    private final String kafka;
    private final Map<TopicPartition, Long> begin;

    Offering(String kafka) {
        this.kafka = kafka;
        this.begin = Events.end(kafka, ANSWERS);
    }

    /** Tells both registers of the notice. */
    void tell(String type, String number, JsonNode data) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all", "max.request.size", 16 * 1024 * 1024);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>("planofrecord.notices", number, data.toString());
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_type",
                            "city.planofrecord." + type,
                            "ce_source",
                            "/test",
                            "ce_subject",
                            number,
                            "ce_time",
                            Instant.now().toString(),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How long after the instant each register answered so to the batch; both must. */
    Map<String, Duration> answered(String type, String batch, long since) {
        var answered = new java.util.TreeMap<String, Duration>();
        while (!answered.keySet().equals(Set.of("classification", "paygrade"))) {
            if (System.nanoTime() - since > LONG.toNanos()) {
                throw new AssertionError("After " + LONG + " only these had " + type + ": " + answered);
            }
            for (var answer : Events.after(kafka, ANSWERS, begin)) {
                if (answer.data().path("batch").asText().equals(batch)) {
                    if (answer.type().endsWith("rejected.v1")) {
                        throw new AssertionError(answer.data().toString());
                    }
                    if (answer.type().endsWith(type)) {
                        answered.putIfAbsent(
                                answer.data().path("register").asText(), Duration.ofNanos(System.nanoTime() - since));
                    }
                }
            }
        }
        return answered;
    }
}
