package city.planofrecord.notice.draftcomparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Finds again in a changed value what stood in it before. An entry of a list is the one that is equal wherever it stands, else the
 * one in its place unless that is equal to another of before.
 */
final class Pointers {

    private final Map<String, Map<Integer, Integer>> entries = new HashMap<>();

    /** Where a value is now, below the two values that are compared; empty where it is gone. */
    Optional<String> find(String root, JsonNode before, JsonNode after, String pointer) {
        var was = before;
        var is = after;
        var path = new StringBuilder();
        var seen = new StringBuilder(root);
        for (var segment : segments(pointer)) {
            if (was.isArray()) {
                var list = was;
                var changed = is;
                var found = entries.computeIfAbsent(seen.toString(), _ -> matched(list, changed))
                        .get(Integer.valueOf(segment));
                if (found == null) {
                    return Optional.empty();
                }
                path.append('/').append(found);
                was = was.path(Integer.parseInt(segment));
                is = is.path(found);
            } else {
                path.append('/').append(segment);
                was = was.path(segment);
                is = is.path(segment);
            }
            seen.append('/').append(segment);
            if (is.isMissingNode() || is.isNull()) {
                return Optional.empty();
            }
        }
        return Optional.of(path.toString());
    }

    private static Map<Integer, Integer> matched(JsonNode before, JsonNode after) {
        var places = new HashMap<JsonNode, List<Integer>>();
        for (var i = 0; i < after.size(); i++) {
            places.computeIfAbsent(after.get(i), _ -> new ArrayList<>()).add(i);
        }
        var matched = new HashMap<Integer, Integer>();
        var taken = new HashSet<Integer>();
        for (var i = 0; i < before.size(); i++) {
            if (before.get(i).equals(after.get(i))) {
                take(matched, taken, i, i);
            }
        }
        for (var i = 0; i < before.size(); i++) {
            if (!matched.containsKey(i)) {
                var index = i;
                places.getOrDefault(before.get(i), List.of()).stream()
                        .filter(place -> !taken.contains(place))
                        .findFirst()
                        .ifPresent(place -> take(matched, taken, index, place));
            }
        }
        for (var i = 0; i < before.size(); i++) {
            if (!matched.containsKey(i) && i < after.size() && !taken.contains(i)) {
                take(matched, taken, i, i);
            }
        }
        return matched;
    }

    private static void take(Map<Integer, Integer> matched, Set<Integer> taken, int before, int after) {
        matched.put(before, after);
        taken.add(after);
    }

    static JsonNode at(JsonNode root, String pointer) {
        return pointer.startsWith("/") || pointer.isEmpty()
                ? root.at(JsonPointer.compile(pointer))
                : MissingNode.getInstance();
    }

    static List<String> segments(String pointer) {
        return pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/"));
    }
}
