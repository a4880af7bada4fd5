package city.planofrecord.chassis.event;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.types.Time;

/** The CloudEvents attributes of our events, the same on Kafka and in the feed. */
@Singleton
class Envelope {

    private final EventConfig config;
    private final ObjectMapper json;

    Envelope(EventConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    String topic(StoredEvent event) {
        return config.topicPrefix() + "." + event.stream();
    }

    CloudEvent cloudEvent(StoredEvent event) {
        var builder = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withSource(URI.create(config.source()))
                .withType(type(event))
                .withSubject(event.subject())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withDataSchema(schema(event))
                .withExtension("partitionkey", event.key())
                .withExtension("sequence", sequence(event))
                .withExtension("epoch", config.epoch());
        var batch = event.batch();
        if (batch != null) {
            builder.withExtension("batch", batch.id())
                    .withExtension("batchindex", batch.index())
                    .withExtension("batchsize", batch.size());
        }
        if (event.traceparent() != null) {
            builder.withExtension(TraceParents.NAME, event.traceparent());
        }
        return builder.withData(event.data().getBytes(StandardCharsets.UTF_8)).build();
    }

    /** The event as one JSON object, with its position in the feed. */
    ObjectNode inFeed(StoredEvent event) {
        var change = json.createObjectNode();
        change.put("position", event.position());
        change.put("specversion", "1.0");
        change.put("id", event.id().toString());
        change.put("source", config.source());
        change.put("type", type(event));
        change.put("subject", event.subject());
        change.put("time", Time.writeTime(event.time().atOffset(ZoneOffset.UTC)));
        change.put("datacontenttype", "application/json");
        change.put("dataschema", schema(event).toString());
        change.put("partitionkey", event.key());
        change.put("sequence", sequence(event));
        change.put("epoch", config.epoch());
        var batch = event.batch();
        if (batch != null) {
            change.put("batch", batch.id());
            change.put("batchindex", batch.index());
            change.put("batchsize", batch.size());
        }
        if (event.traceparent() != null) {
            change.put(TraceParents.NAME, event.traceparent());
        }
        try {
            change.set("data", json.readTree(event.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored event that cannot be read", e);
        }
        return change;
    }

    private String type(StoredEvent event) {
        return config.typePrefix() + "." + event.type();
    }

    private static URI schema(StoredEvent event) {
        return URI.create("schemas/" + event.type() + ".json");
    }

    /** Zero-padded, so that texts sort as the numbers do. */
    private static String sequence(StoredEvent event) {
        return "%019d".formatted(event.sequence());
    }
}
