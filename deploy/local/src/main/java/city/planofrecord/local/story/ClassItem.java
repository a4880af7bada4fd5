package city.planofrecord.local.story;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An item of a notice that is about a class, as the draft tells it. */
record ClassItem(int number, String kind, JsonNode present, JsonNode proposed, boolean approved) {

    /** The items of the notice that are about classes, in its order. */
    static List<ClassItem> of(JsonNode notice) {
        var items = new ArrayList<ClassItem>();
        for (var item : notice.path("items")) {
            var kind = item.path("kind").asText();
            if (kind.equals("REVISE") || kind.equals("ESTABLISH") || kind.equals("ABOLISH")) {
                var outcome = item.path("decision").path("outcome").asText();
                items.add(new ClassItem(
                        item.path("item").asInt(),
                        kind,
                        item.path("present"),
                        amended(item),
                        outcome.startsWith("APPROVED")));
            }
        }
        return items;
    }

    private static JsonNode amended(JsonNode item) {
        if (!item.path("proposed").isObject()
                || !item.path("decision").path("amended").isObject()) {
            return item.path("proposed");
        }
        var terms = (ObjectNode) item.path("proposed").deepCopy();
        return terms.setAll((ObjectNode) item.path("decision").path("amended"));
    }

    boolean establishes() {
        return kind.equals("ESTABLISH");
    }

    boolean abolishes() {
        return kind.equals("ABOLISH");
    }

    /** The code before, or that of a class that begins. */
    String oldCode() {
        return present.path("jobCode").asText(proposed.path("jobCode").asText());
    }

    /** The code after, or that of a class that ends. */
    String newCode() {
        return proposed.path("jobCode").asText(present.path("jobCode").asText());
    }

    /** Where the plan before and after differs from what was approved. */
    List<String> differences(Standing before, Standing after) {
        var differences = new ArrayList<String>();
        if (before.isInEffect() == establishes()) {
            differences.add(establishes() ? "it was in effect before" : "it was not in effect before");
        }
        if (after.isInEffect() == abolishes()) {
            differences.add(abolishes() ? "it is in effect still" : "it is not in effect: " + after.absence());
        }
        if (!before.isInBothAlike() || !after.isInBothAlike()) {
            differences.add("the class register and the pay plan do not agree on when it is in effect");
        }
        if (before.isInEffect() && !establishes()) {
            before.differencesFrom(present).forEach(difference -> differences.add("before, the " + difference));
        }
        if (after.isInEffect() && !abolishes()) {
            after.differencesFrom(proposed).forEach(difference -> differences.add("the " + difference));
        }
        return differences.stream()
                .map(difference -> "Item " + number + ", " + newCode() + ": " + difference)
                .toList();
    }
}
