package city.planofrecord.chassis.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the outbox.
 *
 * @param position its place in the feed, from 1; given after its commit
 */
record StoredEvent(
        long position,
        UUID id,
        String stream,
        String key,
        String type,
        String subject,
        String data,
        Instant time,
        long sequence,
        Event.@Nullable Batch batch,
        @Nullable String traceparent) {

    static final String COLUMNS =
            "position, id, aggregatetype, aggregateid, type, subject, payload, occurred_at, sequence,"
                    + " batch_id, batch_index, batch_size, traceparent";

    static StoredEvent of(ResultSet rs) throws SQLException {
        var batch = rs.getString("batch_id");
        return new StoredEvent(
                rs.getLong("position"),
                rs.getObject("id", UUID.class),
                rs.getString("aggregatetype"),
                rs.getString("aggregateid"),
                rs.getString("type"),
                rs.getString("subject"),
                rs.getString("payload"),
                rs.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                rs.getLong("sequence"),
                batch == null ? null : new Event.Batch(batch, rs.getInt("batch_index"), rs.getInt("batch_size")),
                rs.getString("traceparent"));
    }
}
