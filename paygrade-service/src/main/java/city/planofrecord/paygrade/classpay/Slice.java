package city.planofrecord.paygrade.classpay;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of what was worked out.
 *
 * @param total how many there are in all
 * @param next the cursor at which the next page begins, null on the last
 */
record Slice<T>(List<T> items, long total, @Nullable String next) {

    /**
     * The page after the cursor.
     *
     * @param place by which the items are sorted, and no two share
     * @param after the place after which it begins, null for the first page
     */
    static <T> Slice<T> of(List<T> all, Function<T, String> place, @Nullable String after, int limit) {
        var left = all.stream()
                .sorted(Comparator.comparing(place))
                .filter(item -> after == null || place.apply(item).compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        if (left.size() <= limit) {
            return new Slice<>(left, all.size(), null);
        }
        var items = left.subList(0, limit);
        return new Slice<>(items, all.size(), place.apply(items.getLast()));
    }

    <R> Slice<R> map(Function<T, R> shown) {
        return new Slice<>(items.stream().map(shown).toList(), total, next);
    }
}
