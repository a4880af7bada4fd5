package city.planofrecord.chassis.audit;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;

/** Reads the chains of the audit trail. */
@Singleton
public class Chains {

    static final String COLUMNS = "aggregate, aggregate_id, number, at, content, hash";

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

    static TrailEntry entry(ResultSet rs) throws SQLException {
        return new TrailEntry(
                new Chain(rs.getString(1), rs.getString(2)),
                rs.getLong(3),
                rs.getObject(4, OffsetDateTime.class).toInstant(),
                rs.getString(5),
                rs.getString(6));
    }
}
