package city.planofrecord.chassis.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The producer of this process: idempotent, every replica acknowledging, made anew after a failure. */
@Singleton
class Senders {

    static final int MESSAGE_LIMIT = 16 * 1024 * 1024;

    private final Map<String, Object> settings;
    private @Nullable Producer<String, byte[]> producer;

    Senders(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MESSAGE_LIMIT);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * MESSAGE_LIMIT);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    synchronized Producer<String, byte[]> current() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    synchronized void discard() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }

    static ProducerRecord<String, byte[]> record(String topic, String key, CloudEvent event) {
        return KafkaMessageFactory.createWriter(topic, key).writeBinary(event);
    }

    static ProducerRecord<String, byte[]> deadLetter(
            String topic, @Nullable String key, byte @Nullable [] value, Map<String, byte[]> headers, String reason) {
        var letter = new ProducerRecord<String, byte[]>(topic, key, value);
        headers.forEach((name, content) -> letter.headers().add(name, content));
        letter.headers().add("reason", reason.getBytes(StandardCharsets.UTF_8));
        return letter;
    }
}
