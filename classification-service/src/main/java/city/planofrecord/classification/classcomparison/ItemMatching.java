package city.planofrecord.classification.classcomparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import city.planofrecord.classification.classcomparison.Alignment.Pair;

/**
 * Finds which items of two lists are the same item: first those that say the same, then those of one name, or, where
 * items have no names, those that are most alike.
 */
final class ItemMatching {

    private final List<Item> before;
    private final List<Item> after;
    private final Effort effort;
    private final BitSet matchedBefore = new BitSet();
    private final BitSet matchedAfter = new BitSet();
    private final List<Match> matches = new ArrayList<>();

    /** By its place before, the place after of each item that keeps its place among the others. */
    private final TreeMap<Integer, Integer> kept = new TreeMap<>();

    private ItemMatching(List<Item> before, List<Item> after, Effort effort) {
        this.before = before;
        this.after = after;
        this.effort = effort;
    }

    /**
     * One item on both sides.
     *
     * @param moved whether it stands before one that it stood behind, or the other way round
     */
    record Match(int before, int after, boolean same, boolean moved) {}

    /** The matches, by the place after. */
    static List<Match> of(List<Item> before, List<Item> after, Effort effort) {
        var matching = new ItemMatching(before, after, effort);
        matching.matchWhatIsTheSame();
        matching.matchWhatHasChanged();
        matching.matches.sort(Comparator.comparingInt(Match::after));
        return List.copyOf(matching.matches);
    }

    private void matchWhatIsTheSame() {
        var wholeBefore = before.stream().map(Item::whole).toList();
        var wholeAfter = after.stream().map(Item::whole).toList();
        for (var pair : Alignment.of(wholeBefore, wholeAfter, effort)) {
            kept.put(pair.before(), pair.after());
            add(new Match(pair.before(), pair.after(), true, false));
        }
        place(pairs(wholeBefore::get, wholeAfter::get), true);
    }

    private void matchWhatHasChanged() {
        var named = before.stream().anyMatch(item -> item.name() != null)
                && after.stream().anyMatch(item -> item.name() != null);
        place(
                named
                        ? pairs(place -> name(before, place), place -> name(after, place))
                        : Similarity.pairs(
                                before,
                                left(matchedBefore, before.size()),
                                after,
                                left(matchedAfter, after.size()),
                                effort),
                false);
    }

    private static String name(List<Item> items, int place) {
        return items.get(place).nameToMatch().orElse("");
    }

    /** Items not matched yet that have the same key, the first with the first. */
    private List<Pair> pairs(Function<Integer, String> keyBefore, Function<Integer, String> keyAfter) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        left(matchedAfter, after.size())
                .forEach(place -> places.computeIfAbsent(keyAfter.apply(place), _ -> new ArrayDeque<>())
                        .add(place));
        var pairs = new ArrayList<Pair>();
        for (var place : left(matchedBefore, before.size())) {
            var counterpart = places.getOrDefault(keyBefore.apply(place), new ArrayDeque<>())
                    .poll();
            if (counterpart != null) {
                pairs.add(new Pair(place, counterpart));
            }
        }
        return pairs;
    }

    private static List<Integer> left(BitSet matched, int size) {
        var left = new ArrayList<Integer>();
        for (var i = matched.nextClearBit(0); i < size; i = matched.nextClearBit(i + 1)) {
            left.add(i);
        }
        return left;
    }

    private void place(List<Pair> pairs, boolean same) {
        pairs.stream()
                .sorted(Comparator.<Pair>comparingInt(pair -> pair.before() + pair.after())
                        .thenComparingInt(pair -> Math.abs(pair.before() - pair.after()))
                        .thenComparingInt(Pair::before))
                .forEach(pair -> {
                    var keeps = keepsItsPlace(pair);
                    if (keeps) {
                        kept.put(pair.before(), pair.after());
                    }
                    add(new Match(pair.before(), pair.after(), same, !keeps));
                });
    }

    private boolean keepsItsPlace(Pair pair) {
        var lower = kept.lowerEntry(pair.before());
        var higher = kept.higherEntry(pair.before());
        return (lower == null || lower.getValue() < pair.after())
                && (higher == null || pair.after() < higher.getValue());
    }

    private void add(Match match) {
        matchedBefore.set(match.before());
        matchedAfter.set(match.after());
        matches.add(match);
    }
}
