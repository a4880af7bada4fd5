package city.planofrecord.chassis.audit;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the chains of the audit trail. */
@Singleton
public class Chains {

    static final String COLUMNS = "aggregate, aggregate_id, number, at, content, hash";

    private static final String WANTED = "(cast(:aggregate as text) is null or aggregate = :aggregate)"
            + " and (cast(:id as text) is null or aggregate_id = :id)"
            + " and (cast(:from as timestamptz) is null or at >= :from) and at < :until";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    Chains(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * The whole chain as a document of the form {@link EntryView.ChainView}, as it ends now; empty where nothing was entered.
     * It is read as it is taken.
     */
    public Optional<InputStream> document(Chain chain) {
        return head(chain).map(head -> new ChainDocument(this, json, head));
    }

    private Optional<TrailEntry> head(Chain chain) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from audit_entry"
                        + " where aggregate = :aggregate and aggregate_id = :id order by number desc limit 1")
                .bind("aggregate", chain.aggregate())
                .bind("id", chain.id())
                .map((rs, _) -> entry(rs))
                .findOne());
    }

    /** Entries of the chain after the number, in their order. */
    List<TrailEntry> after(Chain chain, long number, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from audit_entry where aggregate = :aggregate and aggregate_id = :id and number > :number"
                        + " order by number limit :most")
                .bind("aggregate", chain.aggregate())
                .bind("id", chain.id())
                .bind("number", number)
                .bind("most", most)
                .map((rs, _) -> entry(rs))
                .list());
    }

    /**
     * Which entries are asked for.
     *
     * @param aggregate null for things of every kind
     * @param id null for all of them
     * @param from entered then or later; null from the beginning
     * @param until entered earlier
     */
    record Wanted(
            @Nullable String aggregate,
            @Nullable String id,
            @Nullable Instant from,
            Instant until) {}

    /** Entries of all chains after the place, in the order in which they were entered; of one chain in their order. */
    List<TrailEntry> find(Wanted wanted, @Nullable Place after, int most) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from audit_entry where " + WANTED
                            + (after == null
                                    ? ""
                                    : " and (at, aggregate, aggregate_id, number)"
                                            + " > (:afterAt, :afterAggregate, :afterId, :afterNumber)")
                            + " order by at, aggregate, aggregate_id, number limit :most")
                    .bind("most", most);
            if (after != null) {
                query.bind("afterAt", utc(after.at()))
                        .bind("afterAggregate", after.chain().aggregate())
                        .bind("afterId", after.chain().id())
                        .bind("afterNumber", after.number());
            }
            return bind(query, wanted).map((rs, _) -> entry(rs)).list();
        });
    }

    long count(Wanted wanted) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery("select count(*) from audit_entry where " + WANTED), wanted)
                        .mapTo(Long.class)
                        .one());
    }

    private static Query bind(Query query, Wanted wanted) {
        return query.bind("aggregate", wanted.aggregate())
                .bind("id", wanted.id())
                .bind("from", wanted.from() == null ? null : utc(wanted.from()))
                .bind("until", utc(wanted.until()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static TrailEntry entry(ResultSet rs) throws SQLException {
        return new TrailEntry(
                new Chain(rs.getString(1), rs.getString(2)),
                rs.getLong(3),
                rs.getObject(4, OffsetDateTime.class).toInstant(),
                rs.getString(5),
                rs.getString(6));
    }
}
