package city.planofrecord.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private final Envelope envelope = new Envelope(new Named("/thing-service"), new ObjectMapper());

    /** A microsecond in ten ends with a zero, and the ways to print an instant differ in what they do with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T23:54:07.305080Z",
                "2026-11-21T23:54:07.305Z",
                "2026-11-21T23:54:07.300Z",
                "2026-11-21T23:54:07Z",
                "2026-11-21T23:54:00Z"
            })
    void theFeedPrintsATimeAsKafkaBearsIt(Instant time) {
        var event = new StoredEvent(
                1, new UUID(1, 1), "things", "key", "thing.changed.v1", "T1", "{}", time, 1, null, null);

        var inFeed = envelope.inFeed(event).path("time").asText();

        assertThat(inFeed).isEqualTo(onKafka(event));
        assertThat(Instant.parse(inFeed)).isEqualTo(time);
    }

    private String onKafka(StoredEvent event) {
        var header = KafkaMessageFactory.createWriter("things")
                .writeBinary(envelope.cloudEvent(event))
                .headers()
                .lastHeader("ce_time");
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private record Named(String source) implements EventConfig {

        @Override
        public String topicPrefix() {
            return "planofrecord";
        }

        @Override
        public String typePrefix() {
            return "city.planofrecord";
        }

        @Override
        public int epoch() {
            return 0;
        }

        @Override
        public Duration keptFor() {
            return Duration.ofDays(90);
        }

        @Override
        public Relay relay() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Consumer consumer() {
            throw new UnsupportedOperationException();
        }
    }
}
