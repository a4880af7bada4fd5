package city.planofrecord.paygrade.acts;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the fields of a request mean.
 *
 * @param fields as an image holds them
 * @param things ids and names, beyond the thing itself, that no decided notice may hold
 */
public record Meaning(Map<String, JsonNode> fields, Set<String> things) {

    public static final Meaning NOTHING = new Meaning(Map.of(), Set.of());
}
