package city.planofrecord.chassis.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the topics of all handlers in order and commits an offset only after the work is done. */
@Singleton
class Consumers {

    private static final Logger LOG = Logger.getLogger(Consumers.class);

    /** Records that are taken in one transaction, at most. */
    private static final int TOGETHER = 100;

    private final EventConfig config;
    private final Inbox inbox;
    private final List<EventHandler> handlers;
    private final Map<String, Object> settings;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    Consumers(
            EventConfig config,
            Inbox inbox,
            @All List<EventHandler> handlers,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.inbox = inbox;
        this.handlers = handlers;
        settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.consumer().group());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Senders.MESSAGE_LIMIT);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 600_000);
        // A consumer that was killed holds its partitions until its session ends.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    void start(@Observes StartupEvent event) {
        if (!handlers.isEmpty()) {
            running = true;
            thread = Thread.ofPlatform().name("consumer").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        var topics = new TreeSet<String>();
        handlers.forEach(handler -> topics.add(inbox.topic(handler)));
        while (running) {
            try (var opened = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = opened;
                opened.subscribe(topics);
                while (running) {
                    takeAll(opened.poll(Duration.ofMillis(500)));
                    opened.commitSync();
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("The consumer stops.");
            } catch (KafkaException e) {
                LOG.warnf("The consumer begins again: %s", e.getMessage());
                pause(Duration.ofSeconds(1));
            } finally {
                consumer = null;
            }
        }
    }

    private void takeAll(ConsumerRecords<String, byte[]> records) {
        var together = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var record : records) {
            if (inbox.takesOver(record.topic())) {
                together.add(record);
            } else {
                takeTogether(together);
                take(record);
            }
            if (together.size() == TOGETHER) {
                takeTogether(together);
            }
        }
        takeTogether(together);
    }

    /** Takes the records, in one transaction if that can be, and leaves the list empty. */
    private void takeTogether(List<ConsumerRecord<String, byte[]>> records) {
        if (!takenAtOnce(records)) {
            records.forEach(this::take);
        }
        records.clear();
    }

    private boolean takenAtOnce(List<ConsumerRecord<String, byte[]>> records) {
        if (records.size() < 2) {
            return false;
        }
        try {
            inbox.take(records);
            return true;
        } catch (RuntimeException e) {
            LOG.debugf("%d records are taken one by one: %s", records.size(), e.getMessage());
            return false;
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var wait = config.consumer().backoff();
        for (var tried = 1; ; tried++) {
            try {
                inbox.take(record);
                return;
            } catch (UnprocessableEventException e) {
                park(record, String.valueOf(e.getMessage()));
                return;
            } catch (RuntimeException e) {
                if (!running) {
                    throw new WakeupException();
                }
                if (tried >= config.consumer().tries() && !Unreachable.isReasonOf(e)) {
                    LOG.error("An event is parked after " + tried + " tries", e);
                    park(
                            record,
                            "failed " + tried + " times, the last with "
                                    + e.getClass().getSimpleName());
                    return;
                }
                LOG.warnf("%s-%d@%d is tried again: %s", record.topic(), record.partition(), record.offset(), e);
                pause(wait);
                wait = Duration.ofMillis(Math.min(
                        wait.toMillis() * 2, config.consumer().backoff().toMillis() * 100));
            }
        }
    }

    private void park(ConsumerRecord<String, byte[]> record, String reason) {
        while (running) {
            try {
                QuarkusTransaction.requiringNew().run(() -> inbox.park(record, reason));
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Parking is tried again: %s", e.getMessage());
                pause(config.consumer().backoff());
            }
        }
        throw new WakeupException();
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
