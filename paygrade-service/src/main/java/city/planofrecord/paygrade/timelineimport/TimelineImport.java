package city.planofrecord.paygrade.timelineimport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.snapshot.Format;
import city.planofrecord.chassis.snapshot.LoadReader;
import city.planofrecord.chassis.snapshot.LoadedRow;
import city.planofrecord.chassis.snapshot.LoadedTimeline;
import city.planofrecord.paygrade.plan.PayPlan;

/**
 * Records whole timelines, as a snapshot gives them, in the caller's transaction: all of them or none. Ids, authorities,
 * reasons, gaps and ends are kept; when it was recorded, and by which act, is new. A timeline that stands already as
 * given is left as it is, one that stands otherwise is refused.
 */
@Singleton
public class TimelineImport {

    private static final String ACTOR = "analyst";
    private static final Authority OPENING = new Authority(Authority.Kind.OPENING, "Opening of the register");
    private static final String FIRST_LOAD = "First load";

    private final PayPlan plan;
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    TimelineImport(PayPlan plan, Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.plan = plan;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What an import did.
     *
     * @param recorded of the things, those whose timeline was recorded; the others stood already as given
     */
    public record Done(int rows, int things, int recorded, int acts) {}

    private record Fresh(Entry entry, LoadedTimeline timeline, List<NewAct> acts) {}

    /** @throws Refused where a row cannot be recorded; then none is */
    public Done record(TakenRows kind, byte[] body, Format format) {
        var rows = new LoadReader(json).read(body, format, kind.columns());
        var violations = new ArrayList<Violation>();
        var timelines = timelines(kind, rows, violations);
        LoadReader.requireNone(violations);
        var firstRows = new TreeMap<UUID, LoadedRow>();
        timelines.forEach((id, timeline) -> firstRows.put(id, timeline.first()));
        kind.requireKnown(firstRows);
        plan.begin(held(kind, timelines));
        var fresh = fresh(kind, timelines);
        record(kind, fresh);
        requireSound(kind, fresh);
        return new Done(
                rows.size(),
                timelines.size(),
                fresh.size(),
                fresh.stream().mapToInt(one -> one.acts().size()).sum());
    }

    private static Map<UUID, LoadedTimeline> timelines(
            TakenRows kind, List<LoadedRow> rows, List<Violation> violations) {
        var meant = rows.stream().map(row -> meant(kind, row, violations)).toList();
        var timelines = new TreeMap<UUID, LoadedTimeline>();
        LoadedTimeline.of(meant, row -> Objects.requireNonNullElse(row.id(), ""), violations)
                .forEach(timeline -> id(timeline.first()).ifPresent(id -> timelines.put(id, timeline)));
        return timelines;
    }

    private static LoadedRow meant(TakenRows kind, LoadedRow row, List<Violation> violations) {
        if (id(row).isEmpty()) {
            violations.add(Violation.at(
                    row.pointer("id"),
                    row.id() == null ? "is missing" : "is no UUID",
                    row.id(),
                    "the id of the " + kind.thing()));
        }
        return new LoadedRow(
                row.line(),
                row.id(),
                row.from(),
                row.until(),
                kind.image(row, violations),
                row.authority(),
                row.reason(),
                row.endedBy());
    }

    private static Optional<UUID> id(LoadedRow row) {
        try {
            return Optional.ofNullable(row.id()).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Set<String> held(TakenRows kind, Map<UUID, LoadedTimeline> timelines) {
        var things = new HashSet<String>();
        timelines.forEach((id, timeline) -> {
            things.add(id.toString());
            timeline.rows().forEach(row -> things.addAll(kind.things(row)));
        });
        return things;
    }

    private List<Fresh> fresh(TakenRows kind, Map<UUID, LoadedTimeline> timelines) {
        var ledger = kind.register().ledger();
        var today = LocalDate.now(clock);
        var fresh = new ArrayList<Fresh>();
        var conflicts = new ArrayList<Violation>();
        var present = ledger.lockAll(timelines.keySet());
        var opened = ledger.openAll(timelines.keySet().stream()
                .filter(id -> !present.containsKey(id))
                .toList());
        timelines.forEach((id, timeline) -> {
            var entry = Objects.requireNonNull(present.getOrDefault(id, opened.get(id)));
            if (entry.acts().isEmpty()) {
                fresh.add(new Fresh(entry, timeline, timeline.acts(today, ACTOR, OPENING, FIRST_LOAD)));
            } else if (!timeline.isRecordedAs(ledger.rows(id, null))) {
                conflicts.add(Violation.at(
                        timeline.first().pointer("id"),
                        "the " + kind.thing() + " has another timeline already",
                        id.toString(),
                        "what is recorded, or a " + kind.thing() + " on which nothing has been recorded"));
            }
        });
        if (!conflicts.isEmpty()) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Nothing was stored: the " + kind.thing() + " of line "
                            + firstLine(timelines, conflicts)
                            + " has another timeline here already. Amend or correct it, or load into an empty register.",
                    conflicts.stream().limit(100).toList());
        }
        return fresh;
    }

    private static int firstLine(Map<UUID, LoadedTimeline> timelines, List<Violation> conflicts) {
        return Objects.requireNonNull(timelines.get(
                        UUID.fromString(String.valueOf(conflicts.getFirst().found()))))
                .first()
                .line();
    }

    private void record(TakenRows kind, List<Fresh> fresh) {
        var at = Ledger.laterThan(jdbi, fresh.stream().map(Fresh::entry).toList());
        var recording = new Recording(at, Ids.next().toString());
        for (var one : fresh) {
            var entry = one.entry();
            for (var act : one.acts()) {
                entry = recording.add(kind.register(), entry, act).after();
            }
        }
        recording.write();
    }

    private void requireSound(TakenRows kind, List<Fresh> fresh) {
        var byThing = new HashMap<UUID, LoadedTimeline>();
        fresh.forEach(one -> byThing.put(one.entry().id(), one.timeline()));
        var violations = new ArrayList<Violation>();
        plan.flaws(byThing.keySet())
                .forEach(flaw -> violations.add(Violation.at(
                        Objects.requireNonNull(byThing.get(flaw.thing()))
                                .first()
                                .pointer(kind.field()),
                        flaw.message(),
                        flaw.found(),
                        flaw.expected())));
        LoadReader.requireNone(violations);
        Ledger.settle(jdbi);
    }
}
