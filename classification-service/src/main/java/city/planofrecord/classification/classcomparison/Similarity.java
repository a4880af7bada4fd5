package city.planofrecord.classification.classcomparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import city.planofrecord.classification.classcomparison.Alignment.Pair;

/**
 * Finds for items their most similar counterparts. How similar two are is the share of their words that they have in
 * common, whatever the order: twice the common ones to all of both. Only more than half makes a counterpart.
 */
final class Similarity {

    private static final int THOUSAND = 1_000;

    /** In thousandths, exclusive. */
    private static final int THRESHOLD = 500;

    private static final long MOST_PAIRS = 2_000_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Effort effort;

    private Similarity(Effort effort) {
        this.effort = effort;
    }

    /**
     * Pairs of similar items, the most similar first; of those equally similar the nearest. No item stands in two.
     *
     * @param before the places of the items that still lack a counterpart
     */
    static List<Pair> pairs(
            List<Item> itemsBefore, List<Integer> before, List<Item> itemsAfter, List<Integer> after, Effort effort) {
        return new Similarity(effort).pairs(before, itemsBefore, after, itemsAfter);
    }

    private List<Pair> pairs(List<Integer> before, List<Item> itemsBefore, List<Integer> after, List<Item> itemsAfter) {
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            return List.of();
        }
        var wordsBefore = words(before, itemsBefore);
        var wordsAfter = words(after, itemsAfter);
        if (!effort.spend(total(wordsBefore) * after.size() + total(wordsAfter) * before.size())) {
            return List.of();
        }
        var candidates = new long[before.size() * after.size()];
        var count = 0;
        for (var b = 0; b < before.size(); b++) {
            for (var a = 0; a < after.size(); a++) {
                var similarity = similarity(wordsBefore.get(b), wordsAfter.get(a));
                if (similarity > THRESHOLD) {
                    candidates[count++] = candidate(similarity, before.get(b), after.get(a));
                }
            }
        }
        return chosen(Arrays.copyOf(candidates, count), itemsBefore.size(), itemsAfter.size());
    }

    private List<int[]> words(List<Integer> places, List<Item> items) {
        return places.stream().map(place -> words(items.get(place))).toList();
    }

    /** The numbers of the item's words, sorted. */
    private int[] words(Item item) {
        return Word.of(item.whole()).stream()
                .filter(word -> !word.isMark())
                .mapToInt(word -> numbers.computeIfAbsent(word.text().toLowerCase(Locale.ROOT), _ -> numbers.size()))
                .sorted()
                .toArray();
    }

    private static long total(List<int[]> words) {
        return words.stream().mapToLong(of -> of.length).sum();
    }

    private static int similarity(int[] one, int[] other) {
        var size = one.length + other.length;
        if (2 * THOUSAND * (long) Math.min(one.length, other.length) <= (long) THRESHOLD * size) {
            return 0;
        }
        var common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (int) (2L * THOUSAND * common / size);
    }

    // Candidates are numbers so that a million can be sorted: by likeness, by distance, by the sum of their places,
    // which is the same seen from either side, and last by direction.
    private static final int PLACE_BITS = 24;

    private static long candidate(int similarity, long before, long after) {
        long key = (long) THOUSAND - similarity;
        key = (key << PLACE_BITS) | Math.abs(before - after);
        key = (key << (PLACE_BITS + 1)) | (before + after);
        return (key << 1) | (before > after ? 1 : 0);
    }

    private static Pair pair(long candidate) {
        var sum = (int) ((candidate >> 1) & ((1 << (PLACE_BITS + 1)) - 1));
        var distance = (int) ((candidate >> (PLACE_BITS + 2)) & ((1 << PLACE_BITS) - 1));
        var lower = (sum - distance) / 2;
        return (candidate & 1) == 1 ? new Pair(sum - lower, lower) : new Pair(lower, sum - lower);
    }

    private static List<Pair> chosen(long[] candidates, int sizeBefore, int sizeAfter) {
        Arrays.sort(candidates);
        var takenBefore = new boolean[sizeBefore];
        var takenAfter = new boolean[sizeAfter];
        var chosen = new ArrayList<Pair>();
        for (var candidate : candidates) {
            var pair = pair(candidate);
            if (!takenBefore[pair.before()] && !takenAfter[pair.after()]) {
                takenBefore[pair.before()] = true;
                takenAfter[pair.after()] = true;
                chosen.add(pair);
            }
        }
        return chosen;
    }
}
