package city.planofrecord.local.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

import city.planofrecord.local.client.UnreachableException;

/** What was published of the audit trails, read from the topic that is kept for ever. */
public final class PublishedHeads {

    private static final String TOPIC = "planofrecord.audit-heads";
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern PROTECTION = Pattern.compile("KAFKA_((?:SECURITY|SASL|SSL)_[A-Z_]+)");
    private static final String EPOCH = "ce_epoch";

    private final String bootstrapServers;
    private final Map<String, Object> settings;

    /** @param bootstrapServers of Kafka, host and port, that takes everybody in clear text */
    public PublishedHeads(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    /**
     * @param bootstrapServers of Kafka, host and port
     * @param environment where TLS and login to Kafka stand under the names that the services have for them
     */
    public PublishedHeads(String bootstrapServers, Map<String, String> environment) {
        this.bootstrapServers = bootstrapServers;
        settings = new HashMap<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) LONGEST.toMillis()));
        environment.forEach((name, value) -> {
            var protection = PROTECTION.matcher(name);
            if (protection.matches()) {
                settings.put(protection.group(1).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
    }

    /**
     * One event.
     *
     * @param epoch of the service; a restore raises it
     */
    public record Publication(int epoch, JsonNode data) {}

    /**
     * Every event on the topic.
     *
     * @throws UnreachableException where Kafka does not answer
     */
    public List<Publication> all() {
        var all = new ArrayList<Publication>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var one : consumer.poll(Duration.ofMillis(200))) {
                    all.add(new Publication(epoch(one.headers().lastHeader(EPOCH)), JSON.readTree(one.value())));
                }
            }
        } catch (KafkaException e) {
            throw new UnreachableException(
                    "Kafka does not answer at " + bootstrapServers + ", so what was published cannot be read: "
                            + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("On " + TOPIC + " there is something else than heads", e);
        }
        return all;
    }

    private static int epoch(@Nullable Header header) {
        try {
            return header == null ? 0 : Integer.parseInt(new String(header.value(), StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
