package city.planofrecord.notice.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which item of a draft is which after it was drafted anew: the one about the same class, grade or schedule, else the one of its kind
 * in its place.
 */
public final class SameItems {

    private static final Pattern ITEM = Pattern.compile("/items/(\\d{1,6})((?:/.*)?)");

    private final Map<Integer, Integer> after = new HashMap<>();

    private SameItems() {}

    public static SameItems of(List<ProposedItem> before, List<ProposedItem> after) {
        var same = new SameItems();
        var byName = new HashMap<String, Integer>();
        after.forEach(item -> names(item).forEach(name -> byName.putIfAbsent(name, item.item())));
        var taken = new HashSet<Integer>();
        for (var item : before) {
            names(item).stream()
                    .map(byName::get)
                    .filter(found -> found != null && !taken.contains(found))
                    .findFirst()
                    .ifPresent(found -> same.take(item.item(), found, taken));
        }
        for (var item : before) {
            var place = item.item();
            if (same.of(place).isEmpty()
                    && place <= after.size()
                    && after.get(place - 1).kind() == item.kind()) {
                same.take(place, place, taken);
            }
        }
        return same;
    }

    private void take(int item, int found, Set<Integer> taken) {
        if (taken.add(found)) {
            after.put(item, found);
        }
    }

    /** The number that the item has now; empty where it is gone. */
    public Optional<Integer> of(int item) {
        return Optional.ofNullable(after.get(item));
    }

    /** The pointer of the same value now; null where it was in an item that is gone. */
    public @Nullable String pointer(@Nullable String pointer) {
        var item = ITEM.matcher(pointer == null ? "" : pointer);
        if (!item.matches()) {
            return pointer;
        }
        return of(Integer.parseInt(item.group(1)) + 1)
                .map(number -> "/items/" + (number - 1) + item.group(2))
                .orElse(null);
    }

    /** What the item is about, the surest first. */
    private static List<String> names(ProposedItem item) {
        var names = new ArrayList<String>();
        name(names, "class ", item.before().jobCode());
        name(names, "grade ", grade(item.before(), item));
        name(names, "schedule ", item.before().schedule());
        if (item.before().jobCode() == null) {
            name(names, "new class ", item.after().jobCode());
            name(names, "new title ", item.after().title());
            name(names, "new grade ", grade(item.after(), item));
            name(names, "new schedule ", item.after().schedule());
        }
        return names;
    }

    /** Classes share grades, so that a grade names only an item that is about no class. */
    private static @Nullable String grade(Terms terms, ProposedItem item) {
        return switch (item.kind()) {
            case REVISE, ESTABLISH, ABOLISH -> null;
            case ESTABLISH_SCHEDULE, ABOLISH_SCHEDULE, ESTABLISH_GRADE, ADJUST_RANGE, ABOLISH_GRADE ->
                terms.grade() == null
                        ? null
                        : GradeName.parse(terms.grade())
                                .map(GradeName::canonical)
                                .orElse(terms.grade());
        };
    }

    private static void name(List<String> names, String what, @Nullable String value) {
        if (value != null) {
            names.add(what + value);
        }
    }
}
