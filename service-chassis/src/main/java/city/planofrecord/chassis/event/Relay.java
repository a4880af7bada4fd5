package city.planofrecord.chassis.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed events their position in the feed and sends them to Kafka in that order. One replica at a time does so:
 * the one whose session holds the advisory lock.
 */
@Singleton
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long SEQUENCER = 7_310_001L;
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final AgroalDataSource dataSource;
    private final EventConfig config;
    private final Envelope envelope;
    private final Wakeup wakeup;
    private final Senders senders;
    private volatile boolean running;
    private @Nullable Thread thread;
    private Instant prunedAt = Instant.EPOCH;

    Relay(
            Jdbi jdbi,
            AgroalDataSource dataSource,
            EventConfig config,
            Envelope envelope,
            Wakeup wakeup,
            Senders senders) {
        this.jdbi = jdbi;
        this.dataSource = dataSource;
        this.config = config;
        this.envelope = envelope;
        this.wakeup = wakeup;
        this.senders = senders;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (running) {
            try (var connection = dataSource.getConnection()) {
                if (lead(connection)) {
                    try {
                        relayWhileLeading(connection);
                    } finally {
                        resign(connection);
                    }
                }
                Thread.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | JdbiException | KafkaException e) {
                LOG.warnf("The relay begins again: %s", e.getMessage());
                pause();
            }
        }
    }

    private void relayWhileLeading(Connection connection) throws InterruptedException, SQLException {
        while (running && connection.isValid(2)) {
            var full = givePositions() == config.relay().batchSize();
            if (config.relay().enabled()) {
                full |= send() == config.relay().batchSize();
            }
            prune();
            if (!full) {
                wakeup.awaitCommit(config.relay().poll());
            }
        }
    }

    private int givePositions() {
        var given = jdbi.inTransaction(handle -> handle.createUpdate("""
                        with fresh as (
                          select seq, row_number() over (order by seq) as nth
                            from (select seq from outbox where position is null order by seq limit :limit) unplaced),
                        last as (
                          update outbox_feed set last_position = last_position + (select count(*) from fresh)
                           where exists (select 1 from fresh)
                          returning last_position - (select count(*) from fresh) as before)
                        update outbox o set position = last.before + fresh.nth
                          from fresh, last where o.seq = fresh.seq
                        """)
                .bind("limit", config.relay().batchSize())
                .execute());
        if (given > 0) {
            wakeup.positioned();
        }
        return given;
    }

    private int send() throws InterruptedException {
        var events = jdbi.withHandle(handle -> handle.createQuery("select " + StoredEvent.COLUMNS + " from outbox"
                        + " where position > (select sent_position from outbox_feed) order by position limit :limit")
                .bind("limit", config.relay().batchSize())
                .map((rs, _) -> StoredEvent.of(rs))
                .list());
        var parked = unsentParked();
        if (events.isEmpty() && parked.isEmpty()) {
            return 0;
        }
        var sent = new ArrayList<Future<RecordMetadata>>();
        var producer = senders.current();
        try {
            for (var event : events) {
                sent.add(producer.send(Senders.record(envelope.topic(event), event.key(), envelope.cloudEvent(event))));
            }
            producer.flush();
        } catch (KafkaException e) {
            LOG.warnf("Kafka took %d of %d events: %s", sent.size(), events.size(), e.getMessage());
        }
        var acknowledged = acknowledged(sent);
        if (acknowledged > 0) {
            mark(events.get(acknowledged - 1).position());
        }
        if (acknowledged < events.size()) {
            // What is still on its way must not overtake what failed: a new producer begins at the first failure.
            senders.discard();
            Thread.sleep(AFTER_FAILURE);
            return 0;
        }
        sendParked(parked);
        return events.size();
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

    private void prune() {
        if (Instant.now().isBefore(prunedAt.plus(PRUNE_EVERY))) {
            return;
        }
        prunedAt = Instant.now();
        var before = OffsetDateTime.ofInstant(prunedAt.minus(config.keptFor()), ZoneOffset.UTC);
        jdbi.useTransaction(handle -> {
            var pruned = Optional.ofNullable(handle.createQuery("select max(position) from outbox"
                            + " where recorded_at < :before and position <= (select sent_position from outbox_feed)")
                    .bind("before", before)
                    .mapTo(Long.class)
                    .one());
            if (pruned.isPresent()) {
                handle.createUpdate("update outbox_feed set pruned_position = greatest(pruned_position, :pruned)")
                        .bind("pruned", pruned.get())
                        .execute();
                handle.createUpdate("delete from outbox where position <= :pruned")
                        .bind("pruned", pruned.get())
                        .execute();
            }
            handle.createUpdate("delete from inbox where handled_at < :before")
                    .bind("before", before)
                    .execute();
            handle.createUpdate(
                            "delete from idempotent_answer where answered_at < clock_timestamp() - interval '24 hours'")
                    .execute();
        });
    }

    private static boolean lead(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(" + SEQUENCER + ")");
                var answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void resign(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + SEQUENCER + ")");
        } catch (SQLException e) {
            LOG.debugf("The lock went with its connection: %s", e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
