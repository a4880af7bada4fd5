package city.planofrecord.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import city.planofrecord.chassis.testing.Authority;
import city.planofrecord.chassis.testing.KafkaBroker;
import city.planofrecord.chassis.testing.Topics;
import city.planofrecord.local.client.UnreachableException;

/** Published heads on a Kafka that speaks to nobody but over TLS and after a login. */
class PublishedHeadsIT {

    @TempDir
    Path folder;

    @Test
    void theyAreReadWithTheSettingsThatTheServicesHave() throws Exception {
        var authority = Authority.in(folder.resolve("authority"));
        var guard = new KafkaBroker.Guard(
                authority.issue("kafka", "ip:127.0.0.1"), authority.certificate(), "auditor", "only-in-tests");
        try (var broker = KafkaBroker.startGuarded(folder.resolve("kafka"), guard)) {
            broker.createTopics(Topics.ALL);
            try (var producer =
                    new KafkaProducer<>(broker.clientSettings(), new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("planofrecord.audit-heads", "a", "{\"number\": 1}"))
                        .get();
            }
            var environment = new HashMap<String, String>();
            guard.clientSettings()
                    .forEach((name, value) -> environment.put(
                            "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));

            assertThat(new PublishedHeads(broker.bootstrapServers(), environment).all())
                    .extracting(head -> head.data().path("number").asInt())
                    .isEqualTo(List.of(1));
            assertThatThrownBy(() -> new PublishedHeads(broker.bootstrapServers()).all())
                    .isInstanceOf(UnreachableException.class);
        }
    }
}
