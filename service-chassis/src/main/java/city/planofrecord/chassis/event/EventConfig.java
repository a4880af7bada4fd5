package city.planofrecord.chassis.event;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Events out and in. */
@ConfigMapping(prefix = "city.events")
public interface EventConfig {

    /** The CloudEvents source of this service: a URI reference. */
    @WithDefault("/${quarkus.application.name}")
    String source();

    /** What every topic's name begins with, without the dot. */
    @WithDefault("planofrecord")
    String topicPrefix();

    /** What every event type begins with, without the dot. */
    @WithDefault("city.planofrecord")
    String typePrefix();

    /** Raised by whoever restores a database to an earlier state, so that consumers see that sequences began anew. */
    @WithDefault("0")
    int epoch();

    /** How long events stay in the outbox and in {@code GET /changes} after they were sent. */
    @WithDefault("90d")
    Duration keptFor();

    /** The built-in relay from the outbox to Kafka. */
    Relay relay();

    /** The consumers of this service. */
    Consumer consumer();

    interface Relay {

        /** Off where Debezium reads the outbox instead. Positions are given either way. */
        @WithDefault("true")
        boolean enabled();

        /** How often the outbox is looked at when no commit in this process has woken the relay. */
        @WithDefault("75ms")
        Duration poll();

        /** The most events sent before their acknowledgements are awaited. */
        @WithDefault("200")
        int batchSize();
    }

    interface Consumer {

        /** The consumer group. */
        @WithDefault("${quarkus.application.name}")
        String group();

        /** How often an event is tried that fails for a reason other than its own content, before it is parked. */
        @WithDefault("5")
        int tries();

        /** How long to wait before an event that failed is tried again; doubled each time, up to 100 times as long. */
        @WithDefault("200ms")
        Duration backoff();
    }
}
