package city.planofrecord.chassis.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.TraceParents;

/**
 * Enters changes into the audit trail, in the transaction of the change. Call it after the change has been written: only
 * then is an entry later than whatever has been settled.
 */
@Singleton
public class Trail {

    /** What is sent at a time; more would only be held in memory longer. */
    private static final int MOST = 500;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Occasions occasions;
    private final TraceParents traces;

    Trail(Jdbi jdbi, ObjectMapper json, Occasions occasions, TraceParents traces) {
        this.jdbi = jdbi;
        this.json = json;
        this.occasions = occasions;
        this.traces = traces;
    }

    /** The last entry of a chain, and the clock. */
    private record Head(long number, String hash, Instant at) {}

    /**
     * Enters one change, and keeps others from the chain until the transaction ends, for things whose changes do not all
     * lock the same row. A change that alters nothing is not entered.
     */
    public void add(Chain chain, List<Alteration> alterations) {
        if (alterations.isEmpty()) {
            return;
        }
        jdbi.useHandle(
                handle -> handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 7312))", chain.toString()));
        addAll(List.of(new Written(chain, alterations)));
    }

    /** Enters changes in their order, in a few statements. The things must be locked: a chain must not fork. */
    public void addAll(List<Written> changes) {
        for (var from = 0; from < changes.size(); from += MOST) {
            addFew(changes.subList(from, Math.min(changes.size(), from + MOST)));
        }
    }

    private void addFew(List<Written> changes) {
        var occasion = occasions.current();
        var trace = traces.currentId();
        jdbi.useHandle(handle -> {
            var chains = new LinkedHashSet<Chain>();
            changes.forEach(change -> chains.add(change.chain()));
            var heads = heads(handle, chains);
            var entries = new ArrayList<TrailEntry>();
            for (var change : changes) {
                var head = Objects.requireNonNull(heads.get(change.chain()));
                var entry = entry(change, head, occasion, trace);
                heads.put(change.chain(), new Head(entry.number(), entry.hash(), entry.at()));
                entries.add(entry);
            }
            insert(handle, entries);
        });
    }

    private static Map<Chain, Head> heads(Handle handle, Set<Chain> chains) {
        var heads = new HashMap<Chain, Head>();
        handle.createQuery("select c.aggregate, c.id, h.number, h.hash, greatest(h.at, clock_timestamp())"
                        + " from unnest(:aggregates, :ids) c(aggregate, id) left join lateral"
                        + " (select number, hash, at from audit_entry where aggregate = c.aggregate"
                        + " and aggregate_id = c.id order by number desc limit 1) h on true")
                .bindArray("aggregates", String.class, all(chains, Chain::aggregate))
                .bindArray("ids", String.class, all(chains, Chain::id))
                .map((rs, _) -> heads.put(
                        new Chain(rs.getString(1), rs.getString(2)),
                        new Head(
                                rs.getLong(3),
                                Optional.ofNullable(rs.getString(4)).orElse(TrailEntry.NONE_BEFORE),
                                rs.getObject(5, OffsetDateTime.class).toInstant())))
                .list();
        return heads;
    }

    private TrailEntry entry(Written change, Head head, Occasion occasion, String trace) {
        var at = change.at() == null ? head.at() : change.at().truncatedTo(ChronoUnit.MICROS);
        var content = json.createObjectNode();
        content.put("aggregate", change.chain().aggregate());
        content.put("id", change.chain().id());
        content.put("number", head.number() + 1);
        content.put("at", at.toString());
        content.put("actor", change.actor() == null ? occasion.actor() : change.actor());
        put(content, "subject", occasion.subject());
        put(content, "address", occasion.address());
        var request = occasion.request() == null ? trace : occasion.request();
        content.put("request", request);
        put(content, "trace", request.equals(trace) ? null : trace);
        put(content, "operation", occasion.operation());
        content.set("changes", json.valueToTree(change.alterations()));
        content.put("previous", head.hash());
        var text = text(content);
        return new TrailEntry(change.chain(), head.number() + 1, at, text, TrailEntry.hash(text));
    }

    private static void put(ObjectNode content, String name, @Nullable String value) {
        if (value != null) {
            content.put(name, value);
        }
    }

    private static void insert(Handle handle, List<TrailEntry> entries) {
        handle.createUpdate("insert into audit_entry (aggregate, aggregate_id, number, at, content, hash)"
                        + " select aggregate, id, cast(number as bigint), cast(at as timestamptz), content, hash"
                        + " from unnest(:aggregates, :ids, :numbers, :ats, :contents, :hashes)"
                        + " e(aggregate, id, number, at, content, hash)")
                .bindArray(
                        "aggregates",
                        String.class,
                        all(entries, entry -> entry.chain().aggregate()))
                .bindArray(
                        "ids", String.class, all(entries, entry -> entry.chain().id()))
                .bindArray("numbers", String.class, all(entries, entry -> String.valueOf(entry.number())))
                .bindArray("ats", String.class, all(entries, entry -> entry.at().toString()))
                .bindArray("contents", String.class, all(entries, TrailEntry::content))
                .bindArray("hashes", String.class, all(entries, TrailEntry::hash))
                .execute();
    }

    private static <T> Object[] all(Iterable<T> values, Function<T, String> text) {
        var all = new ArrayList<String>();
        values.forEach(value -> all.add(text.apply(value)));
        return all.toArray();
    }

    private String text(ObjectNode content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry that cannot be written", e);
        }
    }
}
