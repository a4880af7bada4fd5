package city.planofrecord.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    @TempDir
    static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start(folder, 0);
        broker.createTopics(Topics.ALL);
    }

    @AfterAll
    static void stop() {
        broker.stop();
    }

    @Test
    void aMessageOfTenMegabytesPasses() throws Exception {
        var notice = new byte[10_000_000];
        new Random(1341).nextBytes(notice);

        send("planofrecord.notices", "large", notice);

        assertThat(read("planofrecord.notices"))
                .filteredOn(record -> record.key().equals("large"))
                .singleElement()
                .extracting(ConsumerRecord::value)
                .isEqualTo(notice);
    }

    @Test
    void messagesSurviveARestartOnTheSamePort() throws Exception {
        send("planofrecord.notice-items", "kept", new byte[] {1});
        var port = broker.port();

        broker.stop();
        assertThat(broker.isRunning()).isFalse();
        broker.start();

        assertThat(broker.port()).isEqualTo(port);
        assertThat(read("planofrecord.notice-items"))
                .extracting(ConsumerRecord::key)
                .contains("kept");
    }

    @Test
    void topicsHaveTheSettingsOfTheList() throws Exception {
        broker.createTopics(Topics.ALL);

        try (var admin = admin()) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ALL.stream().map(Topic::name).toList());
            assertThat(setting(admin, "planofrecord.job-classes.state", "cleanup.policy"))
                    .isEqualTo("compact");
            assertThat(setting(admin, "planofrecord.notices", "retention.ms")).isEqualTo("-1");
            assertThat(setting(admin, "planofrecord.notices.dead-letter", "max.message.bytes"))
                    .isEqualTo("16777216");
        }
    }

    @Test
    void aTopicThatNobodyCreatedIsNotMadeByWritingToIt() {
        assertThatThrownBy(() -> send("planofrecord.misspelt", "key", new byte[0]))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("planofrecord.misspelt");
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .values()
                .get(resource)
                .get()
                .get(name)
                .value();
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void send(String topic, String key, byte[] value) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "acks", "all",
                "max.block.ms", "10000",
                "buffer.memory", "33554432",
                "max.request.size", Topics.MAX_MESSAGE_BYTES);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
