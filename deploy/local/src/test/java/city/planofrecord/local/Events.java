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

    /** One event. */
    record Event(String id, String type, String key, JsonNode data) {}

    /** Everything in the topic, in order of each key. */
    static List<Event> of(String kafka, String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka, "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(event(record)));
            }
            return events;
        }
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
            return new Event(
                    header(record, "ce_id"), header(record, "ce_type"), record.key(), JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
