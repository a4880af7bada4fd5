package city.planofrecord.chassis.event;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;

/** Events that commit with the change they tell of. The table has the shape that Debezium's outbox event router reads. */
@Singleton
public class Outbox {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final TransactionSynchronizationRegistry transaction;
    private final TraceParents traces;
    private final Wakeup wakeup;

    Outbox(
            Jdbi jdbi,
            ObjectMapper json,
            TransactionSynchronizationRegistry transaction,
            TraceParents traces,
            Wakeup wakeup) {
        this.jdbi = jdbi;
        this.json = json;
        this.transaction = transaction;
        this.traces = traces;
        this.wakeup = wakeup;
    }

    public void add(Event event) {
        add(List.of(event));
    }

    /** Adds the events in their order. Must be called in the transaction of the change, after its things were locked. */
    public void add(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is added in the transaction of its change");
        }
        var trace = traces.current();
        jdbi.useHandle(handle -> {
            var insert = handle.prepareBatch(
                    "insert into outbox (id, aggregatetype, aggregateid, type, subject, payload,"
                            + " occurred_at, sequence, batch_id, batch_index, batch_size, in_feed, traceparent) values (:id, :stream, :key, :type,"
                            + " :subject, cast(:data as jsonb), :time, :sequence, :batch, :index, :size, :feed, :trace)");
            for (var event : events) {
                var batch = event.batch();
                insert.bind("id", event.id())
                        .bind("stream", event.stream())
                        .bind("key", event.key())
                        .bind("type", event.type())
                        .bind("subject", event.subject())
                        .bind("data", text(event))
                        .bind("time", OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
                        .bind("sequence", event.sequence())
                        .bind("batch", batch == null ? null : batch.id())
                        .bind("index", batch == null ? null : batch.index())
                        .bind("size", batch == null ? null : batch.size())
                        .bind("feed", event.inFeed())
                        .bind("trace", trace)
                        .add();
            }
            insert.execute();
        });
        if (transaction.getResource(this) == null) {
            transaction.putResource(this, this);
            transaction.registerInterposedSynchronization(new WakeAfterCommit());
        }
    }

    private String text(Event event) {
        try {
            return json.writeValueAsString(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that cannot be written", e);
        }
    }

    private final class WakeAfterCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Only what is committed can be sent.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                wakeup.committed();
            }
        }
    }
}
