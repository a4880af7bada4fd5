package city.planofrecord.chassis.testing.hostile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON body as its schema describes it, and the places in it where something else can stand. */
final class Bodies {

    private static final int DEEPEST = 5;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Operations operations;
    private final Operations.Operation operation;
    private final KnownThings known;
    private final JsonNode schema;

    Bodies(Operations operations, Operations.Operation operation, KnownThings known) {
        this.operations = operations;
        this.operation = operation;
        this.known = known;
        this.schema = operation.bodies().get("application/json").path("schema");
    }

    /** One that the operation would take, but for what is known of the service alone. */
    JsonNode good() {
        var described = operation.bodies().get("application/json");
        var given = known.bodyOf(operation.toString());
        if (given.isPresent()) {
            return given.get();
        }
        for (var example : described.path("examples")) {
            return named(example.path("value").deepCopy(), "");
        }
        return described.has("example")
                ? named(described.path("example").deepCopy(), "")
                : sample(described.path("schema"), "", 0);
    }

    /** The values that the service knows, in the place of an example's. */
    private JsonNode named(JsonNode body, String name) {
        if (body instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(named(field.getValue(), field.getKey())));
        } else if (body instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, named(array.get(i), name));
            }
        } else if (body.isTextual()) {
            return known.valueOf(operation.toString(), name)
                    .<JsonNode>map(JSON::textNode)
                    .orElse(body);
        }
        return body;
    }

    private JsonNode sample(JsonNode described, String name, int depth) {
        var meant = operations.schema(described);
        var type = type(described, meant);
        if (type.equals("object")) {
            var object = JSON.objectNode();
            var required = required(meant);
            meant.path("properties").properties().stream()
                    .filter(property -> required.contains(property.getKey()))
                    .forEach(property ->
                            object.set(property.getKey(), sample(property.getValue(), property.getKey(), depth + 1)));
            return object;
        }
        if (type.equals("array")) {
            var array = JSON.arrayNode();
            if (depth < DEEPEST) {
                array.add(sample(meant.path("items"), name, depth + 1));
            }
            return array;
        }
        return scalar(described, meant, type, name);
    }

    private JsonNode scalar(JsonNode described, JsonNode meant, String type, String name) {
        var value = known.valueOf(operation.toString(), name);
        if (value.isPresent()) {
            return JSON.textNode(value.get());
        }
        for (var where : List.of(described, meant)) {
            for (var from : List.of("examples", "enum")) {
                if (where.path(from).has(0)) {
                    return where.path(from).get(0);
                }
            }
        }
        return switch (type) {
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(false);
            default -> JSON.textNode("Words");
        };
    }

    private static String type(JsonNode described, JsonNode meant) {
        for (var where : List.of(meant, described)) {
            var type = where.path("type");
            if (type.isTextual()) {
                return type.asText();
            }
            for (var one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        return meant.has("properties") ? "object" : "string";
    }

    private static Set<String> required(JsonNode schema) {
        return StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** Every field of the body and of what is in it, and an element of each list. */
    List<JsonPointer> places() {
        var places = new ArrayList<JsonPointer>();
        places(schema, JsonPointer.empty(), places, new HashSet<>());
        return places;
    }

    private void places(JsonNode described, JsonPointer at, List<JsonPointer> places, Set<JsonNode> within) {
        var meant = operations.schema(described);
        if (!within.add(meant)) {
            return;
        }
        meant.path("properties").properties().forEach(property -> {
            var place = at.append(JsonPointer.compile("/" + property.getKey()));
            places.add(place);
            places(property.getValue(), place, places, within);
        });
        if (type(described, meant).equals("array")) {
            var place = at.append(JsonPointer.compile("/0"));
            places.add(place);
            places(meant.path("items"), place, places, within);
        }
        if (meant.path("additionalProperties").isObject()) {
            for (var field : known.openFields(operation.toString())) {
                places.add(at.append(JsonPointer.compile("/" + field)));
            }
        }
        within.remove(meant);
    }

    /** The objects of the body, whose fields are all named. */
    List<JsonPointer> closedObjects() {
        var objects = new ArrayList<JsonPointer>();
        closedObjects(schema, JsonPointer.empty(), objects, new HashSet<>());
        return objects;
    }

    private void closedObjects(JsonNode described, JsonPointer at, List<JsonPointer> objects, Set<JsonNode> within) {
        var meant = operations.schema(described);
        if (!within.add(meant)) {
            return;
        }
        if (meant.has("properties")) {
            objects.add(at);
        }
        meant.path("properties")
                .properties()
                .forEach(property -> closedObjects(
                        property.getValue(), at.append(JsonPointer.compile("/" + property.getKey())), objects, within));
        if (type(described, meant).equals("array")) {
            closedObjects(meant.path("items"), at.append(JsonPointer.compile("/0")), objects, within);
        }
        within.remove(meant);
    }

    /** Whether the schema names a field at a place. */
    boolean names(JsonPointer object, String field) {
        return places().contains(object.append(JsonPointer.compile("/" + field)));
    }

    /** The good body with something at a place, as text: what stands there need be no JSON. */
    String with(JsonPointer place, String json) {
        var mark = "\u0001here\u0001";
        var body = good();
        body = put(body, place, JSON.textNode(mark));
        return body.toString().replace("\"\\u0001here\\u0001\"", json);
    }

    /** The good body again and again, each time with the first field of another of its objects standing twice in it. */
    List<String> twice() {
        var twice = new ArrayList<String>();
        twice(good(), JsonPointer.empty(), twice);
        return twice;
    }

    private void twice(JsonNode part, JsonPointer at, List<String> twice) {
        if (part.isArray() && !part.isEmpty()) {
            twice(part.get(0), at.append(JsonPointer.compile("/0")), twice);
        }
        var first = true;
        for (var field : part.properties()) {
            var place = at.append(JsonPointer.empty().appendProperty(field.getKey()));
            if (first) {
                var value = field.getValue().toString();
                twice.add(with(place, value + "," + JSON.textNode(field.getKey()) + ":" + value));
                first = false;
            }
            twice(field.getValue(), place, twice);
        }
    }

    private JsonNode put(JsonNode body, JsonPointer place, JsonNode value) {
        if (place.matches()) {
            return value;
        }
        var name = place.getMatchingProperty();
        if (place.mayMatchElement() && !(body instanceof ObjectNode)) {
            var array = body instanceof ArrayNode given ? given : JSON.arrayNode();
            if (array.isEmpty()) {
                array.addNull();
            }
            array.set(0, put(array.get(0), place.tail(), value));
            return array;
        }
        var object = body instanceof ObjectNode given ? given : JSON.objectNode();
        object.set(name, put(object.path(name), place.tail(), value));
        return object;
    }
}
