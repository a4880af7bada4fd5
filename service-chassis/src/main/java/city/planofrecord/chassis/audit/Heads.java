package city.planofrecord.chassis.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.chassis.event.EventConfig;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.time.Horizon;

/**
 * Publishes the last entry of each chain that has grown, by its keyed hash, on a topic that is kept for ever: whoever cuts a
 * chain off or writes it anew after that cannot take the publication back. One replica at a time does so.
 */
@Singleton
class Heads {

    static final String STREAM = "audit-heads";

    private static final Logger LOG = Logger.getLogger(Heads.class);
    private static final long PUBLISHER = 7_310_004L;
    private static final int IN_ONE_EVENT = 1000;
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Horizon horizon;
    private final ObjectMapper json;
    private final String source;
    private final AuditConfig config;
    private volatile boolean running;
    private @Nullable Thread thread;

    Heads(Jdbi jdbi, Outbox outbox, Horizon horizon, ObjectMapper json, EventConfig events, AuditConfig config) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.horizon = horizon;
        this.json = json;
        this.source = events.source();
        this.config = config;
    }

    /** How far it has been published. */
    private record Published(long number, Instant until, Instant at, Instant now) {}

    private record Head(Chain chain, long number, String hash) {}

    void start(@Observes StartupEvent event) {
        if (config.key().isEmpty()) {
            LOG.warn("The heads of the audit trail are not published: AUDIT_KEY is not set");
            return;
        }
        var key = new KeyedHash(config.key().get());
        running = true;
        thread = Thread.ofPlatform().name("audit-heads").daemon().start(() -> run(key));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run(KeyedHash key) {
        var pause = config.headsEvery().compareTo(LOOK) < 0 ? config.headsEvery() : LOOK;
        while (running) {
            try {
                publish(key, config.headsEvery());
            } catch (RuntimeException e) {
                LOG.warnf("The heads of the audit trail are published later: %s", e.getMessage());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Publishes what has been entered and settled since the last time, if that was long enough ago. */
    void publish(KeyedHash key, Duration every) {
        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            var alone =
                    jdbi.withHandle(handle -> handle.createQuery("select pg_try_advisory_xact_lock(" + PUBLISHER + ")")
                            .mapTo(Boolean.class)
                            .one());
            if (!alone) {
                return;
            }
            var last = last();
            if (!last.now().isBefore(last.at().plus(every))) {
                publish(key, last);
            }
        });
    }

    private void publish(KeyedHash key, Published last) {
        var settled = horizon.settled();
        var heads = heads(last.until(), settled);
        var number = heads.isEmpty() ? last.number() : last.number() + 1;
        outbox.add(events(heads, number, settled, last.now(), key));
        jdbi.useHandle(handle -> handle.createUpdate("update audit_publication set number = :number,"
                        + " settled_until = :until, published_at = :at")
                .bind("number", number)
                .bind("until", utc(settled))
                .bind("at", utc(last.now()))
                .execute());
    }

    private Published last() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select number, settled_until, published_at, clock_timestamp() from audit_publication")
                .map((rs, _) -> new Published(
                        rs.getLong(1),
                        rs.getObject(2, OffsetDateTime.class).toInstant(),
                        rs.getObject(3, OffsetDateTime.class).toInstant(),
                        rs.getObject(4, OffsetDateTime.class).toInstant()))
                .one());
    }

    /** The last entries of the chains that have grown in the time, by what is settled: until then nothing is entered any more. */
    private List<Head> heads(Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct on (aggregate, aggregate_id)"
                        + " aggregate, aggregate_id, number, hash from audit_entry where at >= :from and at < :until"
                        + " order by aggregate, aggregate_id, number desc")
                .bind("from", utc(from))
                .bind("until", utc(until))
                .map((rs, _) -> new Head(new Chain(rs.getString(1), rs.getString(2)), rs.getLong(3), rs.getString(4)))
                .list());
    }

    private List<Event> events(List<Head> heads, long number, Instant settled, Instant now, KeyedHash key) {
        var parts = (heads.size() + IN_ONE_EVENT - 1) / IN_ONE_EVENT;
        var events = new ArrayList<Event>();
        for (var part = 0; part < parts; part++) {
            var of = heads.subList(part * IN_ONE_EVENT, Math.min(heads.size(), (part + 1) * IN_ONE_EVENT));
            var batch = parts == 1 ? null : new Event.Batch("audit-heads-" + number, part, parts);
            events.add(new Event(
                    Ids.next(),
                    STREAM,
                    source,
                    "audit-heads.published.v1",
                    source,
                    now,
                    number,
                    data(of, number, settled, key),
                    batch,
                    false));
        }
        return events;
    }

    private ObjectNode data(List<Head> heads, long number, Instant settled, KeyedHash key) {
        var data = json.createObjectNode();
        data.put("service", source);
        data.put("number", number);
        data.put("until", settled.toString());
        var told = data.putArray("heads");
        for (var head : heads) {
            told.addObject()
                    .put("aggregate", head.chain().aggregate())
                    .put("id", head.chain().id())
                    .put("number", head.number())
                    .put("mac", key.of(head.chain(), head.number(), head.hash()));
        }
        return data;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
