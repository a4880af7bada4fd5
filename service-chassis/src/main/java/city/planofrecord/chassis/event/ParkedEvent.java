package city.planofrecord.chassis.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A record that could not be processed, as it was, and why. Never compared. */
@SuppressWarnings("ArrayRecordComponent")
record ParkedEvent(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, byte[]> headers,
        byte @Nullable [] value,
        String reason,
        Instant parkedAt) {

    static final String COLUMNS = "id, topic, kafka_partition, kafka_offset, key, headers, value, reason, parked_at";

    static ParkedEvent of(ResultSet rs) throws SQLException {
        return new ParkedEvent(
                rs.getLong("id"),
                rs.getString("topic"),
                rs.getInt("kafka_partition"),
                rs.getLong("kafka_offset"),
                rs.getString("key"),
                read(rs.getBytes("headers")),
                rs.getBytes("value"),
                rs.getString("reason"),
                rs.getObject("parked_at", OffsetDateTime.class).toInstant());
    }

    ProducerRecord<String, byte[]> deadLetter() {
        return Senders.deadLetter(topic + ".dead-letter", key, value, headers, reason);
    }

    ConsumerRecord<String, byte[]> asReceived() {
        var all = new RecordHeaders();
        headers.forEach(all::add);
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                parkedAt.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                value == null ? 0 : value.length,
                key,
                value,
                all,
                java.util.Optional.empty());
    }

    static byte[] headers(ConsumerRecord<String, byte[]> record) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var header : record.headers()) {
                out.writeUTF(header.key());
                out.writeInt(header.value() == null ? 0 : header.value().length);
                out.write(header.value() == null ? new byte[0] : header.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] stored) {
        var headers = new LinkedHashMap<String, byte[]>();
        try (var in = new DataInputStream(new ByteArrayInputStream(stored))) {
            while (in.available() > 0) {
                headers.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return headers;
    }
}
