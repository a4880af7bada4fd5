package city.planofrecord.notice.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.preview.Conflict.Kind;

/** What did not fit while notices were carried out one after the other. */
final class Conflicts {

    private final List<Conflict> all = new ArrayList<>();
    private final Map<String, ItemOf> set = new HashMap<>();
    private final Map<String, ItemOf> given = new HashMap<>();

    void add(Conflict conflict) {
        all.add(conflict);
    }

    /** @param last the item that touched it before, null where none did */
    void notThere(ItemOf by, @Nullable ItemOf last, String about, String anyMore, String never) {
        all.add(new Conflict(Kind.NOT_THERE, by, last, about, last == null ? never : anyMore));
    }

    void present(ItemOf by, @Nullable ItemOf last, String about, @Nullable String printed, @Nullable String found) {
        if (printed != null && !printed.equals(found)) {
            all.add(new Conflict(
                    Kind.PRESENT_DIFFERS,
                    by,
                    last,
                    about,
                    "The item says that it is " + printed + "; by then it is " + (found == null ? "none" : found)
                            + "."));
        }
    }

    void set(ItemOf by, String key, String about) {
        var before = set.put(key, by);
        if (before != null && !before.notice().equals(by.notice())) {
            all.add(new Conflict(
                    Kind.SET_TWICE, by, before, about, "Both notices change it. What the later one says counts."));
        }
    }

    void give(ItemOf by, String about) {
        var before = given.put(about.toLowerCase(Locale.ROOT), by);
        if (before != null && !before.notice().equals(by.notice())) {
            all.add(new Conflict(
                    Kind.GIVEN_TWICE, by, before, about, "Both notices give it, to different things. Change one."));
        }
    }

    List<Conflict> all() {
        return List.copyOf(all);
    }
}
