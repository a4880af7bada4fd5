package city.planofrecord.local.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a payroll system that listens to the plan's changes receives of one notice: it begins at the beginning of the topics
 * and keeps what the notice is the authority of.
 */
final class PayrollConsumer implements AutoCloseable {

    static final List<String> TOPICS =
            List.of("planofrecord.job-classes", "planofrecord.pay-grades", "planofrecord.grade-assignments");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(100);

    private final String notice;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Received> received = new ArrayList<>();

    /**
     * One event.
     *
     * @param type without what every type of ours begins with
     * @param batch the batch that the event is one of; empty where it stands alone
     */
    record Received(String topic, String type, String subject, String source, Optional<Batch> batch, JsonNode data) {

        boolean isChange() {
            return type.endsWith(".changed.v1");
        }

        int item() {
            return data.path("authority").path("item").asInt();
        }
    }

    /** Which of how many. */
    record Batch(String id, int index, int size) {}

    /** Listens from now on to what notices of the number change. */
    PayrollConsumer(String kafka, String notice) {
        this.notice = notice;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false", "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Everything about the notice, once every batch that it has seen a part of is whole and the end of the topics is reached.
     *
     * @throws StoryFailure where that is not so in time
     */
    List<Received> awaitAll(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!(isAtTheEnd() && !received.isEmpty() && isWhole())) {
            if (System.nanoTime() > deadline) {
                throw new StoryFailure("After " + patience.toSeconds() + " s the payroll consumer has received "
                        + received.size() + " events of the notice, and more were announced");
            }
            consumer.poll(POLL).forEach(this::keep);
        }
        return List.copyOf(received);
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        try {
            var data = JSON.readTree(record.value());
            if (!data.path("authority").path("notice").asText().equals(notice)) {
                return;
            }
            var type = header(record, "ce_type");
            received.add(new Received(
                    record.topic(),
                    type.replaceFirst("^city\\.planofrecord\\.", ""),
                    header(record, "ce_subject"),
                    header(record, "ce_source"),
                    batch(record),
                    data));
        } catch (IOException e) {
            throw new UncheckedIOException("An event of " + record.topic() + " is no JSON", e);
        }
    }

    private static Optional<Batch> batch(ConsumerRecord<?, ?> record) {
        var id = header(record, "ce_batch");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(
                        id,
                        Integer.parseInt(header(record, "ce_batchindex")),
                        Integer.parseInt(header(record, "ce_batchsize"))));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private boolean isAtTheEnd() {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private boolean isWhole() {
        var missing = new HashSet<String>();
        var seen = new HashSet<String>();
        for (var event : received) {
            event.batch().ifPresent(batch -> {
                var name = event.source() + " " + batch.id() + " ";
                seen.add(name + batch.index());
                for (var index = 0; index < batch.size(); index++) {
                    missing.add(name + index);
                }
            });
        }
        missing.removeAll(seen);
        return missing.isEmpty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
