package city.planofrecord.chassis.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.chassis.timeline.ActKind;

/**
 * All rows of one thing in a load, and the acts that make them.
 *
 * @param rows by date, without overlap
 */
public record LoadedTimeline(List<LoadedRow> rows) {

    /**
     * The rows thing by thing, in the order in which the things first occur.
     *
     * @param thing by what the rows of one thing are told
     * @param violations where periods are empty, out of bounds or overlap
     */
    public static List<LoadedTimeline> of(
            List<LoadedRow> rows, Function<LoadedRow, String> thing, List<Violation> violations) {
        var byThing = new LinkedHashMap<String, List<LoadedRow>>();
        rows.forEach(row -> byThing.computeIfAbsent(thing.apply(row), _ -> new ArrayList<>())
                .add(row));
        return byThing.values().stream()
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(LoadedRow::from))
                        .toList())
                .peek(all -> requireOrder(all, violations))
                .map(LoadedTimeline::new)
                .toList();
    }

    private static void requireOrder(List<LoadedRow> rows, List<Violation> violations) {
        @Nullable LoadedRow last = null;
        for (var row : rows) {
            requireWithin(row, "effectiveFrom", row.from(), violations);
            if (row.until() != null) {
                requireWithin(row, "effectiveUntil", row.until(), violations);
                if (!row.until().isAfter(row.from())) {
                    violations.add(Violation.at(
                            row.pointer("effectiveUntil"),
                            "the period is empty",
                            row.until().toString(),
                            "a date after " + row.from()));
                }
            }
            if (last != null && (last.until() == null || last.until().isAfter(row.from()))) {
                violations.add(Violation.at(
                        row.pointer("effectiveFrom"),
                        "the row overlaps that of line " + last.line() + ", which is about the same thing",
                        row.from().toString(),
                        last.until() == null ? "an end of the row before it" : last.until() + " or later"));
            }
            last = row;
        }
    }

    private static void requireWithin(LoadedRow row, String field, LocalDate date, List<Violation> violations) {
        if (date.isBefore(ActRules.EARLIEST) || date.isAfter(ActRules.LATEST)) {
            violations.add(Violation.at(
                    row.pointer(field),
                    "the date is out of bounds",
                    date.toString(),
                    ActRules.EARLIEST + " to " + ActRules.LATEST));
        }
    }

    public LoadedRow first() {
        return rows.getFirst();
    }

    /** Whether the thing stands as the load has it: the same images in the same periods. */
    public boolean isRecordedAs(List<Row> known) {
        if (known.size() != rows.size()) {
            return false;
        }
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var stands = known.get(i);
            var image = new HashMap<String, JsonNode>();
            stands.image().properties().forEach(field -> image.put(field.getKey(), field.getValue()));
            if (!stands.effectiveFrom().equals(row.from())
                    || !Objects.equals(stands.effectiveUntil(), row.until())
                    || !image.equals(row.image())) {
                return false;
            }
        }
        return true;
    }

    /**
     * The acts that make the rows of a thing that has none. Where a row follows on the one before it, they amend; where
     * there is a gap, they end the thing and establish it again.
     *
     * @param today by which an act is late
     * @param actor the role that records
     * @param byDefault authority of rows that have none
     * @param why reason of rows that have none
     */
    public List<NewAct> acts(LocalDate today, String actor, Authority byDefault, String why) {
        var acts = new ArrayList<NewAct>();
        Map<String, JsonNode> carried = Map.of();
        @Nullable LoadedRow last = null;
        for (var row : rows) {
            var authority = Objects.requireNonNullElse(row.authority(), byDefault);
            var reason = Objects.requireNonNullElse(row.reason(), why);
            var follows = last != null && row.from().equals(last.until());
            if (last != null && !follows) {
                var end = end(last, Objects.requireNonNull(last.until()), today, actor, byDefault, why);
                acts.add(end);
                carried = with(carried, end.set());
            }
            var set = differing(carried, row.image());
            if (follows && set.isEmpty()) {
                last = row;
                continue;
            }
            acts.add(new NewAct(
                    Ids.next(),
                    follows ? ActKind.AMENDED : ActKind.ESTABLISHED,
                    row.from(),
                    null,
                    set,
                    follows ? null : Boolean.TRUE,
                    null,
                    authority,
                    reason,
                    actor,
                    !row.from().isAfter(today)));
            carried = row.image();
            last = row;
        }
        if (last != null && last.until() != null) {
            acts.add(end(last, last.until(), today, actor, byDefault, why));
        }
        return acts;
    }

    private static NewAct end(
            LoadedRow row, LocalDate day, LocalDate today, String actor, Authority byDefault, String why) {
        var by = row.endedBy();
        return new NewAct(
                Ids.next(),
                ActKind.ABOLISHED,
                day,
                null,
                by == null ? Map.of() : by.set(),
                false,
                null,
                by == null ? Objects.requireNonNullElse(row.authority(), byDefault) : by.authority(),
                by == null || by.reason() == null ? Objects.requireNonNullElse(row.reason(), why) : by.reason(),
                actor,
                !day.isAfter(today));
    }

    private static Map<String, JsonNode> with(Map<String, JsonNode> image, Map<String, JsonNode> set) {
        var all = new HashMap<>(image);
        all.putAll(set);
        return all;
    }

    private static Map<String, JsonNode> differing(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var set = new HashMap<String, JsonNode>();
        for (var name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                set.put(name, after.getOrDefault(name, NullNode.getInstance()));
            }
        }
        return set;
    }
}
