package city.planofrecord.classification.classcomparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.github.difflib.algorithm.myers.MyersDiff;

/** Finds what two lists have in common, in the order of both. */
final class Alignment {

    /** Beyond it, lists are first cut where an element stands once in each. */
    private static final int LONGEST_WHOLE = 2_000;

    private static final long STEPS_OF_A_CELL = 8;
    private static final long STEPS_OF_A_LOOKUP = 20;

    private final List<Integer> before;
    private final List<Integer> after;
    private final Effort effort;
    private final List<Pair> found = new ArrayList<>();

    private Alignment(List<Integer> before, List<Integer> after, Effort effort) {
        this.before = before;
        this.after = after;
        this.effort = effort;
    }

    /** Two equal elements, by their places from 0. */
    record Pair(int before, int after) {

        private Pair mirrored() {
            return new Pair(/* before= */ after, /* after= */ before);
        }
    }

    /** Pairs of equal elements, rising in both. With the lists swapped the same pairs are found. */
    static List<Pair> of(List<String> before, List<String> after, Effort effort) {
        var numbers = new HashMap<String, Integer>();
        var first = numbered(before, numbers);
        var second = numbered(after, numbers);
        // Several alignments can be equally good; one of the two directions is always taken.
        if (inOrder(before, after)) {
            return new Alignment(first, second, effort).run();
        }
        return new Alignment(second, first, effort)
                .run().stream().map(Pair::mirrored).toList();
    }

    private static List<Integer> numbered(List<String> elements, Map<String, Integer> numbers) {
        var list = new ArrayList<Integer>(elements.size());
        elements.forEach(element -> list.add(numbers.computeIfAbsent(element, _ -> numbers.size())));
        return list;
    }

    private static boolean inOrder(List<String> one, List<String> other) {
        if (one.size() != other.size()) {
            return one.size() < other.size();
        }
        for (var i = 0; i < one.size(); i++) {
            var order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return true;
    }

    private List<Pair> run() {
        align(0, before.size(), 0, after.size());
        return found;
    }

    private void align(int fromBefore, int untilBefore, int fromAfter, int untilAfter) {
        var b = fromBefore;
        var a = fromAfter;
        while (b < untilBefore && a < untilAfter && before.get(b).equals(after.get(a))) {
            found.add(new Pair(b++, a++));
        }
        var tail = 0;
        while (b < untilBefore - tail
                && a < untilAfter - tail
                && before.get(untilBefore - tail - 1).equals(after.get(untilAfter - tail - 1))) {
            tail++;
        }
        if (b < untilBefore - tail && a < untilAfter - tail) {
            alignMiddle(b, untilBefore - tail, a, untilAfter - tail);
        }
        for (var i = tail; i > 0; i--) {
            found.add(new Pair(untilBefore - i, untilAfter - i));
        }
    }

    private void alignMiddle(int fromBefore, int untilBefore, int fromAfter, int untilAfter) {
        var placesBefore = placesOfWhatIsIn(after.subList(fromAfter, untilAfter), before, fromBefore, untilBefore);
        var placesAfter = placesOfWhatIsIn(before.subList(fromBefore, untilBefore), after, fromAfter, untilAfter);
        var size = placesBefore.length + placesAfter.length;
        if (size <= LONGEST_WHOLE && effort.spend(STEPS_OF_A_CELL * size * size / 2)) {
            alignWhole(placesBefore, placesAfter);
        } else if (effort.spend(STEPS_OF_A_LOOKUP * size)) {
            alignBetweenAnchors(fromBefore, untilBefore, fromAfter, untilAfter);
        }
    }

    /** Only what is in both lists can be in what they have in common. */
    private static int[] placesOfWhatIsIn(List<Integer> others, List<Integer> list, int from, int until) {
        var in = new HashSet<>(others);
        return IntStream.range(from, until)
                .filter(place -> in.contains(list.get(place)))
                .toArray();
    }

    private void alignWhole(int[] placesBefore, int[] placesAfter) {
        var changes = new MyersDiff<Integer>()
                .computeDiff(at(before, placesBefore), at(after, placesAfter), null).stream()
                        .sorted(Comparator.comparingInt(change -> change.startOriginal))
                        .toList();
        var b = 0;
        var a = 0;
        for (var change : changes) {
            while (b < change.startOriginal) {
                found.add(new Pair(placesBefore[b++], placesAfter[a++]));
            }
            b = change.endOriginal;
            a = change.endRevised;
        }
        while (b < placesBefore.length) {
            found.add(new Pair(placesBefore[b++], placesAfter[a++]));
        }
    }

    private static List<Integer> at(List<Integer> list, int[] places) {
        return Arrays.stream(places).mapToObj(list::get).toList();
    }

    private void alignBetweenAnchors(int fromBefore, int untilBefore, int fromAfter, int untilAfter) {
        var b = fromBefore;
        var a = fromAfter;
        var anchors = rising(standingOnce(fromBefore, untilBefore, fromAfter, untilAfter));
        for (var anchor : anchors) {
            align(b, anchor.before(), a, anchor.after());
            found.add(anchor);
            b = anchor.before() + 1;
            a = anchor.after() + 1;
        }
        if (!anchors.isEmpty()) {
            align(b, untilBefore, a, untilAfter);
        }
    }

    /** The elements that stand once in each stretch, by their place before. */
    private List<Pair> standingOnce(int fromBefore, int untilBefore, int fromAfter, int untilAfter) {
        var placesAfter = onlyPlaces(after, fromAfter, untilAfter);
        var once = new ArrayList<Pair>();
        onlyPlaces(before, fromBefore, untilBefore).forEach((element, place) -> {
            var counterpart = placesAfter.getOrDefault(element, -1);
            if (place >= 0 && counterpart >= 0) {
                once.add(new Pair(place, counterpart));
            }
        });
        once.sort((one, other) -> Integer.compare(one.before(), other.before()));
        return once;
    }

    /** By element, its place, or -1 where it has several. */
    private static Map<Integer, Integer> onlyPlaces(List<Integer> list, int from, int until) {
        var places = new HashMap<Integer, Integer>();
        for (var i = from; i < until; i++) {
            places.merge(list.get(i), i, (_, _) -> -1);
        }
        return places;
    }

    /** The longest run of pairs, given by their place before, that rises in both. */
    private static List<Pair> rising(List<Pair> pairs) {
        var ends = new int[pairs.size()];
        var lasts = new int[pairs.size()];
        var previous = new int[pairs.size()];
        var length = 0;
        for (var i = 0; i < pairs.size(); i++) {
            var place = Arrays.binarySearch(ends, 0, length, pairs.get(i).after());
            var at = place < 0 ? -place - 1 : place;
            ends[at] = pairs.get(i).after();
            lasts[at] = i;
            previous[i] = at == 0 ? -1 : lasts[at - 1];
            length = Math.max(length, at + 1);
        }
        var run = new ArrayList<Pair>();
        for (var i = length == 0 ? -1 : lasts[length - 1]; i >= 0; i = previous[i]) {
            run.add(pairs.get(i));
        }
        return run.reversed();
    }
}
