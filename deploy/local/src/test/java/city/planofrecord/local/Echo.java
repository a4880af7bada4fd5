package city.planofrecord.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends every record of the topics twice more as soon as it is there, for as long as it is open. */
final class Echo implements AutoCloseable {

    private static final String MARK = "echo";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicInteger echoed = new AtomicInteger();
    private final Thread thread = new Thread(this::echo, "echo");
    private volatile boolean closing;

    Echo(String kafka, List<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    /** How many records have been sent again so far, each of them twice. */
    int echoed() {
        return echoed.get();
    }

    private void echo() {
        while (!closing) {
            for (var record : consumer.poll(Duration.ofMillis(20))) {
                if (record.headers().lastHeader(MARK) == null) {
                    producer.send(again(record));
                    producer.send(again(record));
                    echoed.incrementAndGet();
                }
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record) {
        var again = new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value());
        record.headers().forEach(header -> again.headers().add(header));
        again.headers().add(MARK, "yes".getBytes(StandardCharsets.UTF_8));
        return again;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        consumer.close();
    }
}
