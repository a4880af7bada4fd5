package city.planofrecord.chassis.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** What accepted batches protect from other writes. */
@Singleton
public class Holds {

    private static final long KEY = 7_310_003L;

    private final Jdbi jdbi;

    Holds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Begins a write to the things. No batch can put a hold on anything before the transaction ends, so call it before
     * the things are locked and once their ids and codes are known.
     *
     * @throws Refused (409) where a batch holds one of them; names the batch
     */
    public void requireFree(Collection<String> things) {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock_shared(" + KEY + ")"));
        var holders = holders(things);
        holders.entrySet().stream().findFirst().ifPresent(held -> {
            throw new Refused(
                    ProblemKind.HELD,
                    held.getValue()
                            + " has been decided and is being recorded, and holds what this would change. Try again when it has been recorded or released.",
                    List.of(),
                    Map.of("heldBy", held.getValue()));
        });
    }

    /** Waits until every write that has begun is over, and keeps new ones waiting until the transaction ends. */
    void close() {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(" + KEY + ")"));
    }

    /** Who holds which of the things. */
    Map<String, String> holders(Collection<String> things) {
        if (things.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> {
            var holders = new HashMap<String, String>();
            handle.createQuery("select h.thing, b.reference from hold h join batch b on b.id = h.batch_id"
                            + " and b.attempt = h.attempt where h.thing = any(:things)")
                    .bindArray("things", String.class, things.toArray())
                    .map((rs, _) -> Map.entry(rs.getString(1), rs.getString(2)))
                    .forEach(entry -> holders.put(entry.getKey(), entry.getValue()));
            return holders;
        });
    }

    void put(Offer offer, Collection<String> things) {
        if (things.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into hold (thing, batch_id, attempt) select unnest(:things), :batch, :attempt")
                .bindArray("things", String.class, things.toArray())
                .bind("batch", offer.batch())
                .bind("attempt", offer.attempt())
                .execute());
    }

    /** What the batch holds. */
    List<String> of(Offer offer) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select thing from hold where batch_id = :batch and attempt = :attempt")
                        .bind("batch", offer.batch())
                        .bind("attempt", offer.attempt())
                        .mapTo(String.class)
                        .list());
    }

    void lift(Offer offer) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from hold where batch_id = :batch and attempt = :attempt")
                .bind("batch", offer.batch())
                .bind("attempt", offer.attempt())
                .execute());
    }
}
