package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics as a consumer that starts from nothing: from their beginning to their end. */
final class Events {

    private static final JsonMapper JSON = new JsonMapper();

    private Events() {}

    /**
     * One event.
     *
     * @param batch id, index and size, empty where it stands alone
     */
    record Event(String id, String type, String key, String batch, int index, int size, JsonNode data) {}

    /** Everything in the topic, in order of each key. */
    static List<Event> of(String kafka, String topic) {
        return after(kafka, topic, Map.of());
    }

    /** Where the topic ends now. */
    static Map<TopicPartition, Long> end(String kafka, String topic) {
        try (var consumer = consumer(kafka)) {
            return consumer.endOffsets(partitions(consumer, topic));
        }
    }

    /** What is in the topic after that place, in order of each key. */
    static List<Event> after(String kafka, String topic, Map<TopicPartition, Long> place) {
        try (var consumer = consumer(kafka)) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            place.forEach(consumer::seek);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(event(record)));
            }
            return events;
        }
    }

    private static KafkaConsumer<String, String> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** The last event of each key, by key. */
    static Map<String, Event> lastOfEach(String kafka, String topic) {
        var last = new LinkedHashMap<String, Event>();
        of(kafka, topic).forEach(event -> last.put(event.key(), event));
        return last;
    }

    /** The events by which consumers learn of what the notice changes, each id once. */
    static List<Event> changesOf(String kafka, String notice) {
        var changes = new LinkedHashMap<String, Event>();
        for (var topic : List.of("job-classes", "pay-grades", "grade-assignments")) {
            for (var event : of(kafka, "planofrecord." + topic)) {
                if (event.data().path("authority").path("notice").asText().equals(notice)) {
                    changes.put(event.id(), event);
                }
            }
        }
        return List.copyOf(changes.values());
    }

    private static Event event(ConsumerRecord<String, String> record) {
        try {
            var batched = record.headers().lastHeader("ce_batch") != null;
            return new Event(
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    record.key(),
                    batched ? header(record, "ce_batch") : "",
                    batched ? Integer.parseInt(header(record, "ce_batchindex")) : 0,
                    batched ? Integer.parseInt(header(record, "ce_batchsize")) : 0,
                    JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
