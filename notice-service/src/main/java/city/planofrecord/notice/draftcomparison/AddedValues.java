package city.planofrecord.notice.draftcomparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What of a draft comes from no line: the largest values of which nothing was read. */
final class AddedValues {

    /** What follows from other values, or tells of how the draft was read. */
    private static final Pattern FOLLOWS = Pattern.compile(
            "/(?:findings|sources|attachments|items/\\d+/(?:item|kind|changes)|items/\\d+/proposed/specification/(?:sources|template|none))");

    private final Set<String> covered;
    private final Set<String> above = new HashSet<>();
    private final List<String> added = new ArrayList<>();

    private AddedValues(Set<String> covered) {
        this.covered = covered;
        for (var pointer : covered) {
            for (var end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
                above.add(pointer.substring(0, end));
            }
        }
    }

    /** @param covered JSON pointers of what was read from lines */
    static List<String> of(JsonNode draft, Set<String> covered) {
        var values = new AddedValues(covered);
        values.fields("", draft);
        return List.copyOf(values.added);
    }

    private void value(String pointer, JsonNode value) {
        if (isNothing(value)
                || covered.contains(pointer)
                || FOLLOWS.matcher(pointer).matches()) {
            return;
        }
        if (!above.contains(pointer) && !pointer.equals("/items")) {
            added.add(pointer);
        } else {
            fields(pointer, value);
        }
    }

    private void fields(String pointer, JsonNode value) {
        if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                value(pointer + "/" + i, value.get(i));
            }
        } else {
            value.properties().forEach(field -> value(pointer + "/" + field.getKey(), field.getValue()));
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isMissingNode() || (value.isContainerNode() && value.isEmpty());
    }
}
