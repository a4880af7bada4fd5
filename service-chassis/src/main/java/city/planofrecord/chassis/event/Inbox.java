package city.planofrecord.chassis.event;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.request.RequestIds;

/** Handles each event once, in the transaction that notes it, and parks what can never be handled. */
@Singleton
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final EventConfig config;
    private final TraceParents traces;
    private final Handling handling;
    private final DeadLetterTrail trail;
    private final Map<String, EventHandler> handlers = new HashMap<>();

    Inbox(
            Jdbi jdbi,
            ObjectMapper json,
            EventConfig config,
            TraceParents traces,
            Handling handling,
            DeadLetterTrail trail,
            @All List<EventHandler> handlers) {
        this.jdbi = jdbi;
        this.json = json;
        this.config = config;
        this.traces = traces;
        this.handling = handling;
        this.trail = trail;
        for (var handler : handlers) {
            for (var type : handler.types()) {
                this.handlers.put(topic(handler) + " " + type, handler);
            }
        }
    }

    String topic(EventHandler handler) {
        return config.topicPrefix() + "." + handler.stream();
    }

    /**
     * Handles the record, unless it was handled before or stands behind a parked one.
     *
     * @throws RuntimeException where the reason may pass: the record is to be tried again
     */
    void take(ConsumerRecord<String, byte[]> record) {
        QuarkusTransaction.requiringNew().timeout(60).run(() -> handleOrPark(record));
    }

    /** As {@link #take}, all of the records in one transaction or none. */
    void take(List<ConsumerRecord<String, byte[]>> records) {
        QuarkusTransaction.requiringNew().timeout(60).run(() -> records.forEach(this::handleOrPark));
    }

    /** Whether whatever the topic bears is only taken over. */
    boolean takesOver(String topic) {
        return handlers.entrySet().stream()
                .filter(handler -> handler.getKey().startsWith(topic + " "))
                .allMatch(handler -> handler.getValue().takesOver());
    }

    private void handleOrPark(ConsumerRecord<String, byte[]> record) {
        if (behindParked(record) && behindParkedOnceAlone(record)) {
            park(record, "stands behind a parked event of the same key");
        } else {
            handle(record);
        }
    }

    /** Handles the record in the present transaction, once. */
    void handle(ConsumerRecord<String, byte[]> record) {
        var event = read(record);
        if (event.isEmpty()) {
            return;
        }
        var handler = handlers.get(record.topic() + " " + event.get().type());
        if (handler != null && firstTime(event.get())) {
            traces.follow(trace(record));
            handle(event.get(), handler);
        }
    }

    private void handle(Received event, EventHandler handler) {
        var logged = MDC.get(RequestIds.LOGGED);
        handling.begin(event);
        MDC.put(RequestIds.LOGGED, traces.currentId());
        try {
            handler.handle(event);
        } finally {
            handling.end();
            if (logged == null) {
                MDC.remove(RequestIds.LOGGED);
            } else {
                MDC.put(RequestIds.LOGGED, logged);
            }
        }
    }

    private static @Nullable String trace(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_" + TraceParents.NAME);
        return header == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }

    void park(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf(
                "Parked %s-%d@%d of key %s: %s",
                record.topic(), record.partition(), record.offset(), record.key(), reason);
        jdbi.withHandle(handle -> handle.createQuery("insert into parked_event (topic, kafka_partition, kafka_offset,"
                                + " key, headers, value, reason)"
                                + " values (:topic, :partition, :offset, :key, :headers, :value, :reason)"
                                + " on conflict on constraint uq_parked_event_place do nothing returning id")
                        .bind("topic", record.topic())
                        .bind("partition", record.partition())
                        .bind("offset", record.offset())
                        .bind("key", record.key())
                        .bind("headers", ParkedEvent.headers(record))
                        .bind("value", record.value())
                        .bind("reason", reason)
                        .mapTo(Long.class)
                        .findOne())
                .ifPresent(id -> trail.parked(
                        id, record.topic() + "-" + record.partition() + "@" + record.offset(), record.key(), reason));
    }

    private boolean behindParked(ConsumerRecord<String, byte[]> record) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select 1 from parked_event"
                        + " where topic = :topic and key is not distinct from :key and replayed_at is null)")
                .bind("topic", record.topic())
                .bind("key", record.key())
                .mapTo(Boolean.class)
                .one());
    }

    /** A replay may be under way: what it has done by then no longer stands before the record. */
    private boolean behindParkedOnceAlone(ConsumerRecord<String, byte[]> record) {
        waitForOthersOn(record.topic(), record.key());
        return behindParked(record);
    }

    /** Keeps arrivals behind parked events, and replays of them, apart until the transaction ends. */
    void waitForOthersOn(String topic, @Nullable String key) {
        jdbi.useHandle(handle -> handle.execute(
                "select pg_advisory_xact_lock(hashtextextended(?, 7311))", topic + " " + (key == null ? "" : key)));
    }

    private boolean firstTime(Received event) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "insert into inbox (source, event_id) values (:source, :id) on conflict do nothing")
                        .bind("source", event.source())
                        .bind("id", event.id())
                        .execute())
                == 1;
    }

    private Optional<Received> read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            var event = KafkaMessageFactory.createReader(record).toEvent();
            var type = event.getType();
            if (!type.startsWith(config.typePrefix() + ".")) {
                return Optional.empty();
            }
            var sequence = event.getExtension("sequence");
            return Optional.of(new Received(
                    event.getId(),
                    type.substring(config.typePrefix().length() + 1),
                    event.getSource().toString(),
                    record.key() == null ? "" : record.key(),
                    event.getSubject() == null ? "" : event.getSubject(),
                    sequence == null ? 0 : Long.parseLong(sequence.toString()),
                    event.getTime().toInstant(),
                    json.readTree(new String(event.getData().toBytes(), StandardCharsets.UTF_8))));
        } catch (CloudEventRWException | java.io.IOException | NullPointerException | NumberFormatException e) {
            throw new UnprocessableEventException("is no CloudEvent of ours: " + e.getMessage(), e);
        }
    }
}
