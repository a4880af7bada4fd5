package city.planofrecord.classification.classcomparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import city.planofrecord.classification.classcomparison.ItemDiff.ItemText;
import city.planofrecord.classification.classcomparison.ItemMatching.Match;

/** Compares two lists item by item. */
final class ListComparison {

    private final List<Item> before;
    private final List<Item> after;
    private final Effort effort;

    private ListComparison(List<Item> before, List<Item> after, Effort effort) {
        this.before = before;
        this.after = after;
        this.effort = effort;
    }

    /** Every item of both lists, in the order after; what was removed stands where it stood. */
    static List<ItemDiff> diffs(List<Item> before, List<Item> after, Effort effort) {
        return new ListComparison(before, after, effort).diffs();
    }

    private List<ItemDiff> diffs() {
        var matches = ItemMatching.of(before, after, effort);
        var stays = new BitSet();
        matches.forEach(match -> stays.set(match.before()));
        var diffs = new ArrayList<ItemDiff>();
        var b = 0;
        var waiting = new ArrayList<ItemDiff>();
        var next = 0;
        for (var a = 0; a < after.size(); a++) {
            var match = next < matches.size() && matches.get(next).after() == a ? matches.get(next++) : null;
            if (match == null) {
                waiting.add(added(a));
            } else if (match.moved()) {
                waiting.add(matched(match));
            } else {
                removed(b, match.before(), stays, diffs);
                diffs.addAll(waiting);
                waiting.clear();
                diffs.add(matched(match));
                b = match.before() + 1;
            }
        }
        removed(b, before.size(), stays, diffs);
        diffs.addAll(waiting);
        return List.copyOf(diffs);
    }

    private void removed(int from, int until, BitSet stays, List<ItemDiff> diffs) {
        for (var b = stays.nextClearBit(from); b < until; b = stays.nextClearBit(b + 1)) {
            diffs.add(new ItemDiff(
                    Change.REMOVED,
                    false,
                    ItemText.of(before, b),
                    null,
                    List.of(),
                    diffs(listed(before.get(b)), List.of(), effort)));
        }
    }

    private ItemDiff added(int a) {
        return new ItemDiff(
                Change.ADDED,
                false,
                null,
                ItemText.of(after, a),
                List.of(),
                diffs(List.of(), listed(after.get(a)), effort));
    }

    private ItemDiff matched(Match match) {
        var was = before.get(match.before());
        var is = after.get(match.after());
        return new ItemDiff(
                change(match),
                match.moved(),
                ItemText.of(before, match.before()),
                ItemText.of(after, match.after()),
                TextDiff.of(was.text(), is.text(), effort).words(),
                diffs(listed(was), listed(is), effort));
    }

    private static Change change(Match match) {
        if (!match.same()) {
            return Change.CHANGED;
        }
        return match.moved() ? Change.MOVED : Change.UNCHANGED;
    }

    private static List<Item> listed(Item duty) {
        return duty.items().stream().map(Item::of).toList();
    }
}
