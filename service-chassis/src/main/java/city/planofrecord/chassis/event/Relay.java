package city.planofrecord.chassis.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed events their position in the feed and sends them to Kafka in that order. One replica at a time does so:
 * the one whose session holds the advisory lock.
 */
@Singleton
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long SEQUENCER = 7_310_001L;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final AgroalDataSource dataSource;
    private final EventConfig config;
    private final Wakeup wakeup;
    private final Sending sending;
    private final Pruning pruning;
    private volatile boolean running;
    private volatile boolean leading;
    private @Nullable Thread thread;

    Relay(Jdbi jdbi, AgroalDataSource dataSource, EventConfig config, Wakeup wakeup, Sending sending, Pruning pruning) {
        this.jdbi = jdbi;
        this.dataSource = dataSource;
        this.config = config;
        this.wakeup = wakeup;
        this.sending = sending;
        this.pruning = pruning;
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
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("The relay begins again: %s", e.getMessage());
                pause();
            }
        }
    }

    /** Positions are given whether or not Kafka can be reached: what is sent waits in a thread of its own. */
    private void relayWhileLeading(Connection connection) throws InterruptedException, SQLException {
        var sender = Thread.ofPlatform().name("relay-sender").daemon().unstarted(this::sendUntilInterrupted);
        leading = true;
        if (config.relay().enabled()) {
            sender.start();
        }
        try {
            while (running && connection.isValid(2)) {
                var full = givePositions() == config.relay().batchSize();
                pruning.runWhenDue();
                if (!full) {
                    wakeup.awaitCommit(config.relay().poll());
                }
            }
        } finally {
            leading = false;
            sender.interrupt();
            // Nobody else may send before this one has stopped.
            sender.join();
        }
    }

    private void sendUntilInterrupted() {
        while (leading) {
            try {
                var round = wakeup.rounds();
                if (!sending.next()) {
                    wakeup.awaitPositionsAfter(round, config.relay().poll());
                }
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("What is to be sent is looked up again: %s", e.getMessage());
                pause();
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
                          from fresh, last where o.seq = fresh.seq and o.position is null
                        """)
                .bind("limit", config.relay().batchSize())
                .execute());
        if (given > 0) {
            wakeup.positioned();
        }
        return given;
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
