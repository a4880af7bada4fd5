package city.planofrecord.chassis.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells events as other services would, and reads what this one tells. */
public final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /** Tells an event of a fresh id. */
    public static void tell(String stream, String key, String type, JsonNode data) {
        tell(UUID.randomUUID().toString(), stream, key, type, data);
    }

    /** Tells an event; told again with the same id it is a repeated delivery. */
    public static void tell(String id, String stream, String key, String type, JsonNode data) {
        tell(id, stream, key, type, data, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    /** Tells an event that belongs to a trace. */
    public static void tell(String id, String stream, String key, String type, JsonNode data, String traceparent) {
        var record = new ProducerRecord<>("planofrecord." + stream, key, data.toString());
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        "/test",
                        "ce_type",
                        "city.planofrecord." + type,
                        "ce_subject",
                        key,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_traceparent",
                        traceparent,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event as it stands on a topic. */
    public record Told(String key, String id, String type, String traceparent, JsonNode data) {}

    /** The last value of each key of a state topic. */
    public static Map<String, JsonNode> state(String stream) {
        var state = new HashMap<String, JsonNode>();
        all(stream).forEach(told -> state.put(told.key(), told.data()));
        return state;
    }

    /** Everything on a topic, in the order of each key. */
    public static List<Told> all(String stream) {
        var all = new ArrayList<Told>();
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            var topic = "planofrecord." + stream;
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> all.add(new Told(
                                record.key(),
                                header(record, "ce_id"),
                                header(record, "ce_type"),
                                header(record, "ce_traceparent"),
                                json(record.value()))));
            }
        }
        return all;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Object> settings() {
        var settings = RealServers.current().kafka().clientSettings();
        settings.put("max.request.size", 16_000_000);
        return settings;
    }
}
