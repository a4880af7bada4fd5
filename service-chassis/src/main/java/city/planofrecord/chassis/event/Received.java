package city.planofrecord.chassis.event;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event of another service.
 *
 * @param type without the prefix
 * @param sequence the revision of the thing it tells of
 * @param time when its owner recorded what it tells of
 */
public record Received(
        String id,
        String type,
        String source,
        String key,
        String subject,
        long sequence,
        Instant time,
        JsonNode data) {}
