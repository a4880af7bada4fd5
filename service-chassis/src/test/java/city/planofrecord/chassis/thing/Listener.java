package city.planofrecord.chassis.thing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that reads a topic from its beginning. */
public final class Listener implements AutoCloseable {

    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    public Listener(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Every record of the key so far, in the order of the topic. */
    public List<ConsumerRecord<String, String>> of(Object key) {
        consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
        return heard.stream().filter(one -> key.toString().equals(one.key())).toList();
    }

    /** The header as text; empty where the record has none of the name. */
    public static String header(ConsumerRecord<String, String> heard, String name) {
        var header = heard.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
