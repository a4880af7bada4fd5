package city.planofrecord.chassis.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Sends to Kafka what has a position, in the order of positions, and stops at the first failure. */
@Singleton
class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final EventConfig config;
    private final Envelope envelope;
    private final Senders senders;

    Sending(Jdbi jdbi, EventConfig config, Envelope envelope, Senders senders) {
        this.jdbi = jdbi;
        this.config = config;
        this.envelope = envelope;
        this.senders = senders;
    }

    /** Sends the next events and what was parked. Whether there may be more to send at once. */
    boolean next() throws InterruptedException {
        var events = unsent();
        if (!events.isEmpty()) {
            var acknowledged = acknowledged(send(events));
            if (acknowledged > 0) {
                mark(events.get(acknowledged - 1).position());
            }
            if (acknowledged < events.size()) {
                senders.discard();
                Thread.sleep(AFTER_FAILURE);
                return false;
            }
        }
        sendParked(unsentParked());
        return events.size() == config.relay().batchSize();
    }

    private List<StoredEvent> unsent() {
        return jdbi.withHandle(handle -> handle.createQuery("select " + StoredEvent.COLUMNS + " from outbox"
                        + " where position > (select sent_position from outbox_feed) order by position limit :limit")
                .bind("limit", config.relay().batchSize())
                .map((rs, _) -> StoredEvent.of(rs))
                .list());
    }

    private List<Future<RecordMetadata>> send(List<StoredEvent> events) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        var producer = senders.current();
        try {
            for (var event : events) {
                var record = Senders.record(envelope.topic(event), event.key(), envelope.cloudEvent(event));
                var future = producer.send(record, (_, failure) -> {
                    if (failure != null) {
                        // What is still on its way must not overtake what failed; closed, the producer sends no more.
                        producer.close(Duration.ZERO);
                    }
                });
                sent.add(future);
                if (future.isDone() && future.state() == Future.State.FAILED) {
                    return sent;
                }
            }
            producer.flush();
        } catch (KafkaException | IllegalStateException e) {
            LOG.warnf("Kafka took %d of %d events: %s", sent.size(), events.size(), e.getMessage());
        }
        return sent;
    }

    private static int acknowledged(List<Future<RecordMetadata>> sent) throws InterruptedException {
        var acknowledged = 0;
        for (var future : sent) {
            try {
                future.get(60, TimeUnit.SECONDS);
                acknowledged++;
            } catch (ExecutionException | TimeoutException e) {
                LOG.warnf("Kafka did not take an event, it is sent again: %s", e.getMessage());
                return acknowledged;
            }
        }
        return acknowledged;
    }

    private void mark(long position) {
        jdbi.useHandle(handle -> handle.createUpdate("update outbox_feed set sent_position = :position")
                .bind("position", position)
                .execute());
    }

    private List<ParkedEvent> unsentParked() {
        return jdbi.withHandle(handle -> handle.createQuery("select " + ParkedEvent.COLUMNS
                        + " from parked_event where dead_lettered_at is null order by id limit 100")
                .map((rs, _) -> ParkedEvent.of(rs))
                .list());
    }

    private void sendParked(List<ParkedEvent> parked) throws InterruptedException {
        for (var event : parked) {
            try {
                senders.current().send(event.deadLetter()).get(60, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.warnf("A dead letter is sent again: %s", e.getMessage());
                return;
            }
            jdbi.useHandle(handle -> handle.createUpdate(
                            "update parked_event set dead_lettered_at = clock_timestamp() where id = :id")
                    .bind("id", event.id())
                    .execute());
        }
    }
}
