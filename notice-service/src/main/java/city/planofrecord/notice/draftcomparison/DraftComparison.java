package city.planofrecord.notice.draftcomparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.planofrecord.notice.draftcomparison.ComparedLine.State;
import city.planofrecord.notice.noticedocument.Lines;

/**
 * The lines of a document, each with the values that were read from it and what became of them.
 */
final class DraftComparison {

    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_CONTINUED = 50;

    private final List<String> lines;
    private final Map<Integer, List<ReadValue>> beginning = new HashMap<>();
    private final Map<Integer, List<ReadValue>> continuing = new HashMap<>();
    private final Set<Integer> unclaimed = new HashSet<>();

    /**
     * @param unclaimed the lines that no rule read
     */
    DraftComparison(List<String> lines, List<ReadValue> values, List<Lines> unclaimed) {
        this.lines = List.copyOf(lines);
        for (var value : values) {
            beginning
                    .computeIfAbsent(value.lines().from(), _ -> new ArrayList<>())
                    .add(value);
            for (var line = value.lines().from() + 1; line <= last(value.lines()); line++) {
                continuing.computeIfAbsent(line, _ -> new ArrayList<>()).add(value);
            }
        }
        for (var span : unclaimed) {
            for (var line = span.from(); line <= last(span); line++) {
                this.unclaimed.add(line);
            }
        }
    }

    private int last(Lines span) {
        return Math.min(span.to(), lines.size());
    }

    /** How many lines there are of each state. */
    Map<State, Integer> count() {
        var count = new LinkedHashMap<State, Integer>();
        for (var state : State.values()) {
            count.put(state, 0);
        }
        for (var line = 1; line <= lines.size(); line++) {
            count.merge(state(line), 1, Integer::sum);
        }
        return count;
    }

    /**
     * The lines after one, in their order.
     *
     * @param after the last line that is not wanted
     * @param limit at most so many
     * @param differing whether only those are wanted that nothing claims, or of which something was changed
     */
    List<ComparedLine> after(int after, int limit, boolean differing) {
        var found = new ArrayList<ComparedLine>();
        for (var line = after + 1; line <= lines.size() && found.size() < limit; line++) {
            if (!differing || differs(state(line))) {
                found.add(line(line));
            }
        }
        return List.copyOf(found);
    }

    int total(boolean differing) {
        return differing
                ? count().entrySet().stream()
                        .filter(state -> differs(state.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                : lines.size();
    }

    private static boolean differs(State state) {
        return state == State.CHANGED || state == State.UNCLAIMED;
    }

    private ComparedLine line(int line) {
        var text = lines.get(line - 1);
        var cut = text.length() > LONGEST_TEXT;
        return new ComparedLine(
                line,
                cut ? text.substring(0, LONGEST_TEXT) : text,
                cut ? text.length() : null,
                state(line),
                beginning.getOrDefault(line, List.of()),
                continuing.getOrDefault(line, List.of()).stream()
                        .limit(MOST_CONTINUED)
                        .map(ReadValue::readAs)
                        .toList());
    }

    private State state(int line) {
        var begun = beginning.getOrDefault(line, List.of());
        var continued = continuing.getOrDefault(line, List.of());
        if (lines.get(line - 1).isBlank()) {
            return State.BLANK;
        }
        if (!begun.isEmpty() || !continued.isEmpty()) {
            return isSame(begun) && isSame(continued) ? State.READ : State.CHANGED;
        }
        return unclaimed.contains(line) ? State.UNCLAIMED : State.FORM;
    }

    private static boolean isSame(List<ReadValue> values) {
        return values.stream().allMatch(value -> value.state() == ReadValue.State.SAME);
    }
}
