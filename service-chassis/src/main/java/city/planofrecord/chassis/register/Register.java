package city.planofrecord.chassis.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.chassis.audit.Written;
import city.planofrecord.chassis.event.Event;
import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.timeline.Change;
import city.planofrecord.chassis.timeline.Period;

/** Records acts, tells of each by one event, and keeps the state of each thing told. */
public final class Register {

    private final Ledger ledger;
    private final Telling telling;
    private final Outbox outbox;
    private final Trail trail;
    private final DayBoundaries boundaries;
    private final Clock clock;
    private final ObjectMapper json;

    public Register(
            String table,
            Telling telling,
            Jdbi jdbi,
            Outbox outbox,
            Trail trail,
            DayBoundaries boundaries,
            Clock clock,
            ObjectMapper json) {
        this.ledger = new Ledger(jdbi, json, table);
        this.telling = telling;
        this.outbox = outbox;
        this.trail = trail;
        this.boundaries = boundaries;
        this.clock = clock;
        this.json = json;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Records an act that stands alone. */
    public Recorded record(Entry entry, NewAct act) {
        var recorded = ledger.record(entry, act);
        tell(List.of(new Told(recorded, null)));
        return recorded;
    }

    /** What was recorded, and its place among many. */
    record Told(Recorded recorded, Event.@Nullable Batch batch) {}

    /** What is to be told: of each act, in their order, and of each thing once how it stands after them. */
    record Tidings(List<List<Event>> ofEach, List<Event> states) {

        List<Event> all() {
            return Stream.concat(ofEach.stream().flatMap(List::stream), states.stream())
                    .toList();
        }
    }

    private void tell(List<Told> acts) {
        enter(acts.stream().map(told -> entered(told.recorded())).toList());
        send(tidings(acts).all());
    }

    /** What is entered into the audit trail of an act that was written. */
    Written entered(Recorded recorded) {
        return Entered.of(ledger.name(), recorded, json);
    }

    void enter(List<Written> acts) {
        trail.addAll(acts);
    }

    void send(List<Event> events) {
        outbox.add(events);
    }

    /** What there is to tell of acts that have been written. */
    Tidings tidings(List<Told> acts) {
        var today = LocalDate.now(clock);
        var last = new LinkedHashMap<UUID, Recorded>();
        var effective = new HashMap<UUID, Integer>();
        for (var i = 0; i < acts.size(); i++) {
            var recorded = acts.get(i).recorded();
            last.put(recorded.after().id(), recorded);
            if (takesEffect(recorded, today)) {
                effective.put(recorded.after().id(), i);
            }
        }
        var announcements = announcements(last.keySet());
        var ofEach = new ArrayList<List<Event>>();
        var awaited = new ArrayList<DayBoundaries.Boundary>();
        for (var i = 0; i < acts.size(); i++) {
            var recorded = acts.get(i).recorded();
            var events = new ArrayList<Event>();
            events.add(announcements.changed(recorded, acts.get(i).batch()));
            if (Objects.equals(effective.get(recorded.after().id()), i)) {
                events.add(effective(
                        Objects.requireNonNull(last.get(recorded.after().id())), today, announcements));
            }
            if (telling.hasState()) {
                awaited.addAll(toCome(recorded, today));
            }
            ofEach.add(events);
        }
        boundaries.await(awaited);
        return new Tidings(ofEach, telling.hasState() ? states(last.values(), announcements, today) : List.of());
    }

    private List<Event> states(Collection<Recorded> last, Announcements announcements, LocalDate today) {
        var rows = ledger.rowsOf(
                last.stream().map(recorded -> recorded.after().id()).toList());
        return last.stream()
                .map(Recorded::after)
                .map(entry -> announcements.state(entry, rows.getOrDefault(entry.id(), List.of()), today))
                .toList();
    }

    private boolean takesEffect(Recorded recorded, LocalDate today) {
        return telling.hasState()
                && !recorded.act().authority().isOpening()
                && recorded.changes().stream().anyMatch(change -> change.covers(today));
    }

    /** Of several acts recorded together on one thing only what stands in the end takes effect; it is told once. */
    private Event effective(Recorded last, LocalDate today, Announcements announcements) {
        boundaries.told(ledger.name(), last.after().id(), lastTurn(last.periods(), today), today);
        return announcements.effective(last.after(), today, last.act().recordedAt());
    }

    private List<DayBoundaries.Boundary> toCome(Recorded recorded, LocalDate today) {
        return recorded.changes().stream()
                .flatMap(Register::bounds)
                .filter(day -> day.isAfter(today))
                .map(day -> new DayBoundaries.Boundary(
                        ledger.name(), recorded.after().id(), day))
                .toList();
    }

    private static Stream<LocalDate> bounds(Change<JsonNode> change) {
        return Stream.concat(Stream.of(change.from()), Stream.ofNullable(change.until()));
    }

    /** The last day, up to today, on which the thing's image turned. */
    private static LocalDate lastTurn(List<Period<JsonNode>> periods, LocalDate today) {
        return periods.stream()
                .flatMap(period -> Stream.concat(Stream.of(period.from()), Stream.ofNullable(period.until())))
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /** The events that the day brings, of each thing whose image still turns on it; told when the day has come. */
    List<Event> onTheDay(Collection<Entry> entries, LocalDate day, Instant now) {
        var announcements = announcements(entries.stream().map(Entry::id).toList());
        return entries.stream()
                .flatMap(entry -> announcements.onTheDay(entry, day, now).stream())
                .toList();
    }

    private Announcements announcements(Collection<UUID> things) {
        return new Announcements(telling.about(Set.copyOf(things)), json);
    }

    /** The acts after the date that set one of the same fields, and so end what is set on it. */
    public static List<LocalDate> runsInto(Entry entry, LocalDate from, Map<String, JsonNode> set) {
        return entry.timeline().laterActsOn(from, set.keySet()).stream()
                .map(act -> act.from())
                .distinct()
                .toList();
    }
}
