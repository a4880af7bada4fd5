package city.planofrecord.classification.classcomparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An item of a section's list.
 *
 * @param name of a competency or a physical demand
 * @param items what a duty lists after its colon
 */
record Item(@Nullable String name, String text, List<String> items) {

    private static final Pattern SPACES_AND_DASHES = Pattern.compile("[\\s\\p{Z}\\p{Pd}\u2212]+");

    Item {
        items = List.copyOf(items);
    }

    static Item of(String text) {
        return new Item(null, text, List.of());
    }

    /** Everything that the item says; items that differ in white space only have the same. */
    String whole() {
        var whole = new StringBuilder();
        if (name != null) {
            whole.append(Word.collapsed(name)).append('\n');
        }
        whole.append(Word.collapsed(text));
        items.forEach(item -> whole.append('\n').append(Word.collapsed(item)));
        return whole.toString();
    }

    /** The name without what differs from one writer to the next: {@code Self-Management} is {@code self management}. */
    Optional<String> nameToMatch() {
        return Optional.ofNullable(name)
                .map(written ->
                        SPACES_AND_DASHES.matcher(written).replaceAll("").toLowerCase(Locale.ROOT));
    }
}
