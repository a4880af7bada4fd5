package city.planofrecord.chassis.testing.contract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A schema with its references followed and its parts taken together.
 *
 * @param key tells it from others of its document, so that a schema within itself is looked at once
 * @param types empty where any will do; {@code null} among them is left out
 */
record SchemaView(
        String key,
        Set<String> types,
        Map<String, JsonNode> properties,
        Set<String> required,
        Optional<JsonNode> items,
        Set<String> values,
        Map<String, JsonNode> bounds) {

    private static final Set<String> UPPER = Set.of("maxLength", "maximum", "maxItems");
    private static final Set<String> LOWER = Set.of("minLength", "minimum", "minItems");

    static SchemaView of(JsonNode schema, JsonNode document) {
        var key = schema.path("$ref").asText(Integer.toHexString(System.identityHashCode(schema)));
        var view = new SchemaView(
                key,
                new TreeSet<>(),
                new LinkedHashMap<>(),
                new TreeSet<>(),
                Optional.empty(),
                new HashSet<>(),
                new LinkedHashMap<>());
        return view.with(schema, document);
    }

    private SchemaView with(JsonNode schema, JsonNode document) {
        var resolved = BreakingChanges.resolved(schema, document);
        var found = items;
        if (resolved.path("type").isArray()) {
            resolved.path("type").forEach(type -> types.add(type.asText()));
        } else if (resolved.has("type")) {
            types.add(resolved.path("type").asText());
        }
        types.remove("null");
        resolved.path("properties").properties().forEach(field -> properties.put(field.getKey(), field.getValue()));
        resolved.path("required").forEach(field -> required.add(field.asText()));
        resolved.path("enum").forEach(value -> values.add(value.asText()));
        UPPER.stream().filter(resolved::has).forEach(bound -> bounds.put(bound, resolved.get(bound)));
        LOWER.stream().filter(resolved::has).forEach(bound -> bounds.put(bound, resolved.get(bound)));
        if (resolved.has("pattern")) {
            bounds.put("pattern", resolved.get("pattern"));
        }
        if (resolved.has("items")) {
            found = Optional.of(resolved.get("items"));
        }
        var view = new SchemaView(key, types, properties, required, found, values, bounds);
        for (var parts : new String[] {"allOf", "anyOf", "oneOf"}) {
            for (var part : resolved.path(parts)) {
                view = view.with(part, document);
            }
        }
        return view;
    }

    /** How this takes less than the other did. */
    Optional<String> narrowerThan(SchemaView before) {
        if (!values.isEmpty() && !values.containsAll(before.values)) {
            var gone = new TreeSet<>(before.values);
            gone.removeAll(values);
            return Optional.of("no longer takes " + gone);
        }
        return bounds.keySet().stream()
                .filter(bound -> isNarrower(bound, before.bounds.get(bound), Objects.requireNonNull(bounds.get(bound))))
                .sorted()
                .findFirst()
                .map(bound -> "is bound by " + bound + " " + bounds.get(bound).asText()
                        + (before.bounds.containsKey(bound)
                                ? ", was " + before.bounds.get(bound).asText()
                                : " newly"));
    }

    private static boolean isNarrower(String bound, JsonNode before, JsonNode after) {
        if (before == null) {
            return !(LOWER.contains(bound) && after.asDouble() <= 0);
        }
        if (UPPER.contains(bound)) {
            return after.asDouble() < before.asDouble();
        }
        return LOWER.contains(bound) ? after.asDouble() > before.asDouble() : !after.equals(before);
    }
}
