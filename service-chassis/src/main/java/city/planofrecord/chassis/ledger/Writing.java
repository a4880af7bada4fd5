package city.planofrecord.chassis.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.timeline.Period;
import city.planofrecord.chassis.timeline.Timeline;

/**
 * Acts recorded at one instant on things of one ledger: folded as they are added, and written together. Of several acts on
 * one thing only the last belief becomes rows; those between were never anyone's.
 */
public final class Writing {

    private final Jdbi jdbi;
    private final Function<Object, String> text;
    private final String table;
    private final Instant at;
    private final Map<UUID, Thing> things = new LinkedHashMap<>();
    private final List<Added> added = new ArrayList<>();

    Writing(Jdbi jdbi, Function<Object, String> text, String table, Instant at) {
        this.jdbi = jdbi;
        this.text = text;
        this.table = table;
        this.at = at;
    }

    private static final class Thing {

        private final Timeline<JsonNode> before;
        private Timeline<JsonNode> now;
        private long revision;

        Thing(Entry entry) {
            before = entry.timeline();
            now = before;
            revision = entry.revision();
        }
    }

    private record Added(UUID thing, long revision, NewAct act) {}

    private record Image(UUID thing, Period<JsonNode> period) {}

    /**
     * What the act does; nothing is written yet.
     *
     * @param entry the thing, locked or opened in this transaction, with the acts that were added before
     */
    public Recorded add(Entry entry, NewAct newAct) {
        var thing = things.computeIfAbsent(entry.id(), _ -> new Thing(entry));
        if (thing.revision != entry.revision()) {
            throw new IllegalArgumentException("the thing has been written to since it was read: " + entry.id());
        }
        thing.revision++;
        var act = newAct.at(thing.revision);
        var before = thing.now;
        thing.now = before.with(act);
        added.add(new Added(entry.id(), thing.revision, newAct));
        var recorded = new RecordedAct(act, newAct.authority(), newAct.reason(), newAct.actor(), newAct.late(), at);
        var acts = new ArrayList<>(entry.acts());
        acts.add(recorded);
        return new Recorded(
                recorded,
                before.changesTo(thing.now),
                thing.now.periods(),
                new Entry(entry.id(), thing.revision, at, List.copyOf(acts)));
    }

    /** The things that acts were added on. */
    public Set<UUID> things() {
        return Set.copyOf(things.keySet());
    }

    /** Writes the acts, supersedes the rows that they change and adds the new ones. To be called once. */
    public void write() {
        var recordedAt = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
        jdbi.useHandle(handle -> {
            Statements.forEach(
                    handle,
                    "update " + table + " set revision = :revision, last_recorded_at = :at where id = :id",
                    things.entrySet(),
                    (batch, thing) -> batch.bind("revision", thing.getValue().revision)
                            .bind("at", recordedAt)
                            .bind("id", thing.getKey()));
            insertActs(handle, recordedAt);
            replaceRows(handle, recordedAt);
        });
    }

    private void insertActs(Handle handle, OffsetDateTime recordedAt) {
        Statements.forEach(
                handle,
                "insert into " + table + "_act (id, subject_id, revision, kind, effective_from,"
                        + " effective_until, fields, existence, cancels, authority, reason, actor, late, recorded_at)"
                        + " values (:act, :id, :revision, :kind, :from, :until, cast(:set as jsonb), :exists, cast(:cancels as uuid),"
                        + " cast(:authority as jsonb), :reason, :actor, :late, :at)",
                added,
                (batch, one) -> {
                    var act = one.act();
                    batch.bind("act", act.id())
                            .bind("id", one.thing())
                            .bind("revision", one.revision())
                            .bind("kind", act.kind().name())
                            .bind("from", act.from())
                            .bind("until", act.until())
                            .bind("set", text.apply(act.set()))
                            .bind("exists", act.exists())
                            .bind("cancels", act.cancels())
                            .bind("authority", text.apply(act.authority()))
                            .bind("reason", act.reason())
                            .bind("actor", act.actor())
                            .bind("late", act.late())
                            .bind("at", recordedAt);
                });
    }

    private void replaceRows(Handle handle, OffsetDateTime recordedAt) {
        var superseded = new ArrayList<Map.Entry<UUID, LocalDate>>();
        var images = new ArrayList<Image>();
        things.forEach((id, thing) -> {
            var kept = new HashSet<>(thing.before.periods());
            kept.retainAll(new HashSet<>(thing.now.periods()));
            thing.before.periods().stream()
                    .filter(period -> !kept.contains(period))
                    .forEach(period -> superseded.add(Map.entry(id, period.from())));
            thing.now.periods().stream()
                    .filter(period -> !kept.contains(period))
                    .forEach(period -> images.add(new Image(id, period)));
        });
        Statements.forEach(
                handle,
                "update " + table + "_row set superseded_at = :at"
                        + " where subject_id = :id and effective_from = :from and superseded_at is null",
                superseded,
                (batch, row) ->
                        batch.bind("at", recordedAt).bind("id", row.getKey()).bind("from", row.getValue()));
        Statements.forEach(
                handle,
                "insert into " + table + "_row (subject_id, effective_from, effective_until,"
                        + " recorded_at, act_id, image) values (:id, :from, :until, :at, :act, cast(:image as jsonb))",
                images,
                (batch, image) -> batch.bind("id", image.thing())
                        .bind("from", image.period().from())
                        .bind("until", image.period().until())
                        .bind("at", recordedAt)
                        .bind("act", image.period().act())
                        .bind("image", text.apply(image.period().image())));
    }
}
