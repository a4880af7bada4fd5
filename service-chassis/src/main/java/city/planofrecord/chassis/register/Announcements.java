package city.planofrecord.chassis.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.timeline.Change;
import city.planofrecord.chassis.timeline.Period;

/** The events that a register tells. */
final class Announcements {

    private final Telling telling;
    private final ObjectMapper json;

    Announcements(Telling telling, ObjectMapper json) {
        this.telling = telling;
        this.json = json;
    }

    /** What an act did. */
    Event changed(Recorded recorded, Event.@Nullable Batch batch) {
        var act = recorded.act().act();
        var id = recorded.after().id();
        var data = json.createObjectNode();
        data.put("id", id.toString());
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
        data.setAll(telling.aside(id, act.from()));
        var image = recorded.on(act.from()).map(Period::image);
        var before = recorded.changes().stream()
                .map(Change::before)
                .filter(Objects::nonNull)
                .findFirst();
        var subject = telling.subject(id, image.or(() -> before).orElse(null), act.from());
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

    /** What is in effect on the day, and the act that announced it. */
    Event effective(Entry entry, LocalDate day, Instant time) {
        var timeline = entry.timeline();
        var period = timeline.on(day);
        var announcing = period.map(Period::act)
                .or(() -> timeline.inForce().stream()
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
                period.map(Period::image).or(() -> timeline.on(day.minusDays(1)).map(Period::image));
        var subject = telling.subject(entry.id(), known.orElse(null), day);
        return event("effective.v1", telling.stream(), entry, subject, time, data, null, true);
    }

    /** The whole present timeline. */
    Event state(Entry entry, List<Row> rows, LocalDate today) {
        var data = json.createObjectNode();
        data.put("id", entry.id().toString());
        data.put("revision", entry.revision());
        var timeline = data.putArray("timeline");
        rows.forEach(row -> timeline.add(stateRow(row)));
        var last = rows.isEmpty() ? null : rows.getLast();
        return event(
                "state.v1",
                telling.stream() + ".state",
                entry,
                telling.subject(
                        entry.id(), last == null ? null : image(last), last == null ? today : last.effectiveFrom()),
                entry.lastRecordedAt(),
                data,
                null,
                false);
    }

    private static Map<String, JsonNode> image(Row row) {
        var image = new java.util.HashMap<String, JsonNode>();
        row.image().properties().forEach(field -> image.put(field.getKey(), field.getValue()));
        return image;
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

    Optional<Event> onTheDay(Entry entry, LocalDate day, Instant now) {
        var turns = entry.timeline().periods().stream()
                .anyMatch(period -> period.from().equals(day) || day.equals(period.until()));
        return turns ? Optional.of(effective(entry, day, now)) : Optional.empty();
    }
}
