package city.planofrecord.chassis.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Ledger;

/**
 * The rows of a ledger, by thing, then by effective date. Each is the fields of its image beside {@code id},
 * {@code effectiveFrom}, {@code effectiveUntil}, {@code recordedAt}, {@code act}, {@code authority} and {@code reason};
 * the last before a gap or an end has {@code endedBy}: the authority and reason of the act that ended it, and what that
 * act set.
 */
public final class LedgerRows implements SnapshotRows {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final SnapshotOf of;
    private final String page;

    public LedgerRows(Jdbi jdbi, ObjectMapper json, Ledger ledger, SnapshotOf of) {
        this.jdbi = jdbi;
        this.json = json;
        this.of = of;
        this.page = page(ledger.name(), of);
    }

    private static String page(String table, SnapshotOf of) {
        var covers = of.day() == null
                ? ""
                : " and r.effective_from <= :day and (r.effective_until is null or r.effective_until > :day)";
        return "select r.subject_id, r.effective_from, r.effective_until, r.recorded_at, r.act_id, r.image,"
                + " a.authority, a.reason, e.authority, e.reason, e.fields"
                + " from " + table + "_row r join " + table + "_act a on a.id = r.act_id"
                + " left join lateral (select x.authority, x.reason, x.fields from " + table + "_act x"
                + "   where x.subject_id = r.subject_id and x.recorded_at <= :knownAt and r.effective_until is not null"
                + "   and (x.existence = false and x.effective_from = r.effective_until"
                + "     or x.existence and x.effective_until = r.effective_until)"
                + "   and not exists (select 1 from " + table + "_row n where n.subject_id = r.subject_id and "
                + Ledger.known("n", of.knownAt()) + " and n.effective_from = r.effective_until)"
                + "   and not exists (select 1 from " + table + "_act c where c.subject_id = r.subject_id"
                + "     and c.cancels = x.id and c.recorded_at <= :knownAt)"
                + "   order by x.revision desc limit 1) e on true"
                + " where " + Ledger.known("r", of.knownAt()) + covers
                + " and (cast(:id as uuid) is null or (r.subject_id, r.effective_from) > (cast(:id as uuid), cast(:from as date)))"
                + " order by r.subject_id, r.effective_from limit :limit";
    }

    @Override
    public List<ObjectNode> after(@Nullable ObjectNode last, int limit) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(page)
                    .bind("knownAt", OffsetDateTime.ofInstant(of.knownAt(), ZoneOffset.UTC))
                    .bind("id", last == null ? null : last.path("id").asText())
                    .bind(
                            "from",
                            last == null ? null : last.path("effectiveFrom").asText())
                    .bind("limit", limit);
            if (of.day() != null) {
                query.bind("day", of.day());
            }
            return query.map((rs, _) -> row(rs)).list();
        });
    }

    private ObjectNode row(ResultSet rs) throws SQLException {
        var row = json.createObjectNode();
        row.put("id", rs.getObject(1, UUID.class).toString());
        row.put("effectiveFrom", rs.getObject(2, LocalDate.class).toString());
        var until = rs.getObject(3, LocalDate.class);
        if (until != null) {
            row.put("effectiveUntil", until.toString());
        }
        row.setAll((ObjectNode) read(rs.getString(6)));
        row.put("recordedAt", rs.getObject(4, OffsetDateTime.class).toInstant().toString());
        row.put("act", rs.getObject(5, UUID.class).toString());
        row.set("authority", read(rs.getString(7)));
        row.put("reason", rs.getString(8));
        var ended = rs.getString(9);
        if (ended != null) {
            var by = row.putObject("endedBy");
            by.set("authority", read(ended));
            by.put("reason", rs.getString(10));
            by.setAll((ObjectNode) read(rs.getString(11)));
        }
        return row;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored image that cannot be read", e);
        }
    }
}
