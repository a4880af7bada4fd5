package city.planofrecord.chassis.event;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to be told.
 *
 * @param stream the topic without its prefix, such as {@code job-classes.state}
 * @param key what orders it: events of one key arrive in the order in which their things were locked
 * @param type the type without its prefix, such as {@code job-class.changed.v1}
 * @param time when what it tells of was recorded
 * @param sequence the revision of the thing that it raised or tells of
 * @param batch of which many it is one, null where it stands alone
 * @param inFeed whether {@code GET /changes} shows it
 */
public record Event(
        UUID id,
        String stream,
        String key,
        String type,
        String subject,
        Instant time,
        long sequence,
        JsonNode data,
        @Nullable Batch batch,
        boolean inFeed) {

    /**
     * The place of an event among many that belong together.
     *
     * @param index from 0
     */
    public record Batch(String id, int index, int size) {}
}
