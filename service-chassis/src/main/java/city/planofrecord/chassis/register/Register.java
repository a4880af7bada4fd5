package city.planofrecord.chassis.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.timeline.Change;
import city.planofrecord.chassis.timeline.Period;

/** Records acts, tells of each by one event, and keeps the state of each thing told. */
public final class Register {

    private final Ledger ledger;
    private final Telling telling;
    private final Outbox outbox;
    private final DayBoundaries boundaries;
    private final Clock clock;
    private final ObjectMapper json;

    public Register(
            String table,
            Telling telling,
            Jdbi jdbi,
            Outbox outbox,
            DayBoundaries boundaries,
            Clock clock,
            ObjectMapper json) {
        this.ledger = new Ledger(jdbi, json, table);
        this.telling = telling;
        this.outbox = outbox;
        this.boundaries = boundaries;
        this.clock = clock;
        this.json = json;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Records an act that stands alone. */
    public Recorded record(Entry entry, NewAct act) {
        return tell(ledger.record(entry, act), null);
    }

    /** Records an act that is one of many recorded at one instant. */
    public Recorded record(Entry entry, NewAct act, Instant at, Event.@Nullable Batch batch) {
        return tell(ledger.record(entry, act, at), batch);
    }

    private Recorded tell(Recorded recorded, Event.@Nullable Batch batch) {
        var today = LocalDate.now(clock);
        var events = new ArrayList<Event>();
        events.add(changed(recorded, batch));
        if (telling.hasState()) {
            for (var change : recorded.changes()) {
                if (change.covers(today) && !recorded.act().authority().isOpening()) {
                    events.add(effective(recorded.after(), today, recorded.act().recordedAt()));
                    boundaries.told(ledger.name(), recorded.after().id(), lastTurn(recorded.after(), today), today);
                }
                boundaries.await(ledger.name(), recorded.after().id(), change, today);
            }
            events.add(state(recorded.after()));
        }
        outbox.add(events);
        return recorded;
    }

    /** The last day, up to today, on which the thing's image turned. */
    private static LocalDate lastTurn(Entry entry, LocalDate today) {
        return entry.timeline().periods().stream()
                .flatMap(period -> Stream.of(Optional.of(period.from()), Optional.ofNullable(period.until())))
                .flatMap(Optional::stream)
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /** The event that the day brings, where the image still turns on it; told when the day has come. */
    Optional<Event> onTheDay(Entry entry, LocalDate day, Instant now) {
        var turns = entry.timeline().periods().stream()
                .anyMatch(period -> period.from().equals(day) || day.equals(period.until()));
        return turns ? Optional.of(effective(entry, day, now)) : Optional.empty();
    }

    private Event changed(Recorded recorded, Event.@Nullable Batch batch) {
        var act = recorded.act().act();
        var data = json.createObjectNode();
        data.put("id", recorded.after().id().toString());
        var told = data.putObject("act");
        told.put("id", act.id().toString());
        told.put("kind", act.kind().name());
        if (act.cancels() != null) {
            told.put("cancels", act.cancels().toString());
        }
        data.set("set", json.valueToTree(act.set()));
        var periods = data.putArray("periods");
        recorded.changes().forEach(change -> periods.add(period(change)));
        data.set("authority", json.valueToTree(recorded.act().authority()));
        data.put("reason", recorded.act().reason());
        data.put("actor", recorded.act().actor());
        data.put("revision", recorded.after().revision());
        data.put("late", recorded.act().late());
        data.setAll(telling.aside(recorded.after().id(), act.from()));
        var image = recorded.after().on(act.from()).map(Period::image);
        var before = recorded.changes().stream()
                .map(Change::before)
                .filter(Objects::nonNull)
                .findFirst();
        var subject =
                telling.subject(recorded.after().id(), image.or(() -> before).orElse(null), act.from());
        return event(
                "changed.v1",
                telling.stream(),
                recorded.after(),
                subject,
                recorded.act().recordedAt(),
                data,
                batch,
                true);
    }

    private ObjectNode period(Change<JsonNode> change) {
        var period = json.createObjectNode();
        period.put("from", change.from().toString());
        if (change.until() != null) {
            period.put("until", change.until().toString());
        }
        period.set("before", json.valueToTree(change.before()));
        period.set("after", json.valueToTree(change.after()));
        return period;
    }

    private Event effective(Entry entry, LocalDate day, Instant time) {
        var period = entry.on(day);
        var announcing = period.map(Period::act)
                .or(() -> entry.timeline().inForce().stream()
                        .filter(act -> !act.from().isAfter(day) && Boolean.FALSE.equals(act.exists()))
                        .reduce((_, later) -> later)
                        .map(act -> act.id()));
        var data = json.createObjectNode();
        data.put("id", entry.id().toString());
        data.put("effectiveFrom", period.map(Period::from).orElse(day).toString());
        period.map(Period::until).ifPresent(until -> data.put("effectiveUntil", until.toString()));
        announcing.flatMap(entry::act).ifPresent(recorded -> {
            var act = data.putObject("act");
            act.put("id", recorded.act().id().toString());
            act.put("kind", recorded.act().kind().name());
            data.set("authority", json.valueToTree(recorded.authority()));
        });
        data.set("image", json.valueToTree(period.map(Period::image).orElse(null)));
        data.put("revision", entry.revision());
        data.setAll(telling.aside(entry.id(), day));
        var known =
                period.map(Period::image).or(() -> entry.on(day.minusDays(1)).map(Period::image));
        var subject = telling.subject(entry.id(), known.orElse(null), day);
        return event("effective.v1", telling.stream(), entry, subject, time, data, null, true);
    }

    private Event state(Entry entry) {
        var data = json.createObjectNode();
        data.put("id", entry.id().toString());
        data.put("revision", entry.revision());
        var timeline = data.putArray("timeline");
        var rows = ledger.rows(entry.id(), null);
        rows.forEach(row -> timeline.add(stateRow(row)));
        var day = rows.isEmpty() ? LocalDate.now(clock) : rows.getLast().effectiveFrom();
        Map<String, JsonNode> last = entry.on(day).map(Period::image).orElse(null);
        return event(
                "state.v1",
                telling.stream() + ".state",
                entry,
                telling.subject(entry.id(), last, day),
                entry.lastRecordedAt(),
                data,
                null,
                false);
    }

    private ObjectNode stateRow(Row row) {
        var told = json.createObjectNode();
        told.put("effectiveFrom", row.effectiveFrom().toString());
        if (row.effectiveUntil() != null) {
            told.put("effectiveUntil", row.effectiveUntil().toString());
        }
        told.put("recordedAt", row.recordedAt().toString());
        told.put("act", row.act().toString());
        told.set("authority", json.valueToTree(row.authority()));
        told.set("image", row.image());
        return told;
    }

    private Event event(
            String type,
            String stream,
            Entry entry,
            String subject,
            Instant time,
            ObjectNode data,
            Event.@Nullable Batch batch,
            boolean inFeed) {
        return new Event(
                Ids.next(),
                stream,
                entry.id().toString(),
                telling.stem() + "." + type,
                subject,
                time,
                entry.revision(),
                data,
                batch,
                inFeed);
    }

    /** The acts after the date that set one of the same fields, and so end what is set on it. */
    public static List<LocalDate> runsInto(Entry entry, LocalDate from, Map<String, JsonNode> set) {
        return entry.timeline().laterActsOn(from, set.keySet()).stream()
                .map(act -> act.from())
                .distinct()
                .toList();
    }
}
