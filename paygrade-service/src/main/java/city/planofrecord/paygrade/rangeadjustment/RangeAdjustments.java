package city.planofrecord.paygrade.rangeadjustment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.timeline.Period;
import city.planofrecord.paygrade.paygrade.PayGrades;
import city.planofrecord.paygrade.payrange.RangeImage;
import city.planofrecord.paygrade.plan.PayPlan;

/** Moves the ranges of many grades from one day on, in the caller's transaction: one act and one event for each. */
@Singleton
class RangeAdjustments {

    private static final String ACTOR = "analyst";

    private final PayGrades grades;
    private final Register register;
    private final PayPlan plan;
    private final AffectedGrades affected;
    private final Jdbi jdbi;
    private final Clock clock;

    RangeAdjustments(PayGrades grades, PayPlan plan, AffectedGrades affected, Jdbi jdbi, Clock clock) {
        this.grades = grades;
        this.register = grades.register();
        this.plan = plan;
        this.affected = affected;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** From when on and by what authority. */
    record Occasion(LocalDate from, Authority authority, String reason) {}

    /**
     * What was done, or would be.
     *
     * @param batch what the events are marked with; empty where nothing changes
     */
    record Done(Optional<UUID> batch, List<Line> lines, List<Skipped> skipped) {}

    /**
     * One range, whether it changes or not.
     *
     * @param grade as documents of the day write it
     * @param until exclusive end of the range after it; null where there is no end
     * @param act that changes it; null where it stays
     * @param runsInto dates of later acts on the range, at which this one ends
     */
    record Line(
            UUID id,
            String grade,
            Adjusted.Moved moved,
            @Nullable LocalDate until,
            @Nullable UUID act,
            List<LocalDate> runsInto) {}

    /** A grade that was meant and is left alone. */
    record Skipped(String grade, String why) {}

    /** @throws Refused where a grade cannot be meant (422), the rule does not fit a range (422), or a notice holds one (409) */
    Done record(Selection selection, Adjustment adjustment, Occasion occasion) {
        requireDate(occasion);
        var rows = begin(selection, occasion.from());
        var skipped = new ArrayList<>(affected.later(selection, occasion.from()));
        var moves = moves(rows, adjustment, occasion.from(), skipped);
        var changing = rows.stream()
                .filter(row -> changes(moves.get(row.subject())))
                .sorted(Comparator.comparing(Row::subject))
                .toList();
        var entries =
                register.ledger().lockAll(changing.stream().map(Row::subject).toList());
        var batch = Ids.next();
        var recorded = record(changing, entries, moves, occasion, batch);
        var lines = rows.stream()
                .filter(row -> moves.containsKey(row.subject()))
                .map(row -> line(row, moves, recorded, occasion.from()))
                .toList();
        return new Done(changing.isEmpty() ? Optional.empty() : Optional.of(batch), lines, List.copyOf(skipped));
    }

    /** Which grades are meant is asked again once no other write can change it. */
    private List<Row> begin(Selection selection, LocalDate from) {
        plan.begin(ids(affected.of(selection, from)));
        var rows = affected.of(selection, from);
        plan.begin(ids(rows));
        return rows;
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(row -> row.subject().toString()).toList();
    }

    private Map<UUID, Adjusted.Moved> moves(
            List<Row> rows, Adjustment adjustment, LocalDate from, List<Skipped> skipped) {
        var moves = new HashMap<UUID, Adjusted.Moved>();
        var violations = new ArrayList<Violation>();
        for (var row : rows) {
            var range = PayGrades.rangeOf(row);
            if (range.isEmpty()) {
                skipped.add(new Skipped(grades.name(row, from, null), "it has no range on " + from));
                continue;
            }
            switch (adjustment.of(range.get())) {
                case Adjusted.Moved moved -> moves.put(row.subject(), moved);
                case Adjusted.Impossible not ->
                    violations.add(Violation.at(
                            not.pointer(),
                            grades.name(row, from, null) + ": " + not.message(),
                            range.get().minimum().toPlainString() + " to "
                                    + range.get().maximum().toPlainString(),
                            not.expected()));
            }
        }
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
        return moves;
    }

    private static boolean changes(Adjusted.@Nullable Moved moved) {
        return moved != null && !moved.after().equals(moved.before());
    }

    private Map<UUID, Recorded> record(
            List<Row> changing,
            Map<UUID, Entry> entries,
            Map<UUID, Adjusted.Moved> moves,
            Occasion occasion,
            UUID batch) {
        var recorded = new HashMap<UUID, Recorded>();
        var at = Ledger.laterThan(jdbi, List.copyOf(entries.values()));
        var recording = new Recording(at, batch.toString());
        var rules = new ActRules(LocalDate.now(clock), ACTOR);
        for (var row : changing) {
            var id = row.subject();
            var entry = Optional.ofNullable(entries.get(id)).orElseThrow();
            var range = RangeImage.of(
                    Optional.ofNullable(moves.get(id)).orElseThrow().after());
            var act = rules.amend(
                    Ids.next(),
                    entry,
                    new Amendment(occasion.from(), Map.of("range", range), occasion.authority(), occasion.reason()));
            recorded.put(id, recording.add(register, entry, act));
        }
        recording.write();
        return recorded;
    }

    private Line line(Row row, Map<UUID, Adjusted.Moved> moves, Map<UUID, Recorded> all, LocalDate from) {
        var recorded = all.get(row.subject());
        var grade = grades.name(row, from, null);
        var moved = Optional.ofNullable(moves.get(row.subject())).orElseThrow();
        if (recorded == null) {
            return new Line(row.subject(), grade, moved, row.effectiveUntil(), null, List.of());
        }
        var act = recorded.act().act();
        return new Line(
                row.subject(),
                grade,
                moved,
                recorded.after().on(from).map(Period::until).orElse(null),
                act.id(),
                Register.runsInto(recorded.after(), from, act.set()));
    }

    private void requireDate(Occasion occasion) {
        var from = occasion.from();
        if (from.isBefore(ActRules.EARLIEST) || from.isAfter(ActRules.LATEST)) {
            throw Refused.invalid(List.of(Violation.at(
                    "/effectiveFrom",
                    "the date is out of bounds",
                    from.toString(),
                    ActRules.EARLIEST + " to " + ActRules.LATEST)));
        }
        var today = LocalDate.now(clock);
        if (from.isBefore(today) && !occasion.authority().reachesIntoThePast()) {
            throw Refused.invalid(List.of(Violation.at(
                    "/effectiveFrom",
                    "the date has passed; give the authority's own date as authority.decidedOn",
                    from.toString(),
                    today + " or later")));
        }
    }
}
