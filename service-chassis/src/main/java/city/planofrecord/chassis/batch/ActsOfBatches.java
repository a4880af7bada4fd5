package city.planofrecord.chassis.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.timeline.ActKind;

/** Which acts were recorded for which item of which batch. */
@Singleton
public class ActsOfBatches {

    private final Jdbi jdbi;

    ActsOfBatches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An item of a batch. */
    record ItemOf(String batch, int item) {}

    /**
     * An act that was recorded for an item.
     *
     * @param ledger the table of the thing
     */
    record Noted(String ledger, UUID subject, UUID act) {}

    private record Row(int item, Noted noted) {}

    /** Notes the acts of a batch by the item that their authority names; cancellations leave nothing to be revised. */
    public void note(String batch, Recording recording) {
        var rows = new ArrayList<Row>();
        recording.forEach((register, recorded) -> {
            var item = recorded.act().authority().item();
            if (item != null && recorded.act().act().kind() != ActKind.CANCELLED) {
                rows.add(new Row(
                        item,
                        new Noted(
                                register.ledger().name(),
                                recorded.after().id(),
                                recorded.act().act().id())));
            }
        });
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into batch_act (batch_id, item, ledger, subject_id, act_id)"
                                + " select :batch, r.item, r.ledger, cast(r.subject as uuid), cast(r.act as uuid)"
                                + " from unnest(:items, :ledgers, :subjects, :acts) with ordinality as r (item, ledger, subject, act, place)"
                                + " order by r.place")
                .bind("batch", batch)
                .bindArray("items", Integer.class, rows.stream().map(Row::item).toArray())
                .bindArray(
                        "ledgers",
                        String.class,
                        rows.stream().map(row -> row.noted().ledger()).toArray())
                .bindArray(
                        "subjects",
                        String.class,
                        rows.stream()
                                .map(row -> row.noted().subject().toString())
                                .toArray())
                .bindArray(
                        "acts",
                        String.class,
                        rows.stream().map(row -> row.noted().act().toString()).toArray())
                .execute());
    }

    /** The acts that the batches recorded, by item, in the order of recording. */
    Map<ItemOf, List<Noted>> of(Collection<String> batches) {
        return jdbi.withHandle(handle -> {
            var acts = new HashMap<ItemOf, List<Noted>>();
            handle.createQuery("select batch_id, item, ledger, subject_id, act_id from batch_act"
                            + " where batch_id = any(:batches) order by seq")
                    .bindArray("batches", String.class, batches.toArray())
                    .map((rs, _) -> acts.computeIfAbsent(
                                    new ItemOf(rs.getString(1), rs.getInt(2)), _ -> new ArrayList<>())
                            .add(new Noted(rs.getString(3), rs.getObject(4, UUID.class), rs.getObject(5, UUID.class))))
                    .list();
            return acts;
        });
    }

    /** Those of the batches that were recorded here. */
    Set<String> recorded(Collection<String> batches) {
        return jdbi.withHandle(handle -> Set.copyOf(
                handle.createQuery("select distinct id from batch where id = any(:batches) and state = 'APPLIED'")
                        .bindArray("batches", String.class, batches.toArray())
                        .mapTo(String.class)
                        .list()));
    }
}
