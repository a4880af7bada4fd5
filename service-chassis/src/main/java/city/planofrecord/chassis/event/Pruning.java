package city.planofrecord.chassis.event;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lets go of events and answers that are older than they are kept. */
@Singleton
class Pruning {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final EventConfig config;
    private Instant lastRun = Instant.EPOCH;

    Pruning(Jdbi jdbi, EventConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    void runWhenDue() {
        var now = Instant.now();
        if (!now.isBefore(lastRun.plus(EVERY))) {
            lastRun = now;
            run(now.minus(config.keptFor()));
        }
    }

    /** Deletes what was written before the instant; no event that the relay has still to send. */
    void run(Instant instant) {
        var before = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        jdbi.useTransaction(handle -> {
            oldEvents(handle, before).ifPresent(pruned -> {
                handle.createUpdate("update outbox_feed set pruned_position = greatest(pruned_position, :pruned)")
                        .bind("pruned", pruned)
                        .execute();
                handle.createUpdate("delete from outbox where position <= :pruned")
                        .bind("pruned", pruned)
                        .execute();
            });
            handle.createUpdate("delete from inbox where handled_at < :before")
                    .bind("before", before)
                    .execute();
            handle.createUpdate(
                            "delete from idempotent_answer where answered_at < clock_timestamp() - interval '24 hours'")
                    .execute();
        });
    }

    private Optional<Long> oldEvents(Handle handle, OffsetDateTime before) {
        return Optional.ofNullable(handle.createQuery("select max(position) from outbox where recorded_at < :before"
                        + " and (not :relayed or position <= (select sent_position from outbox_feed))")
                .bind("before", before)
                .bind("relayed", config.relay().enabled())
                .mapTo(Long.class)
                .one());
    }
}
