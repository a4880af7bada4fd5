package city.planofrecord.chassis.testing.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The operations of an OpenAPI document, with what is needed to call them. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;

    Operations(String document) {
        try {
            this.document = new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param bodies by media type: how the document describes what is sent
     * @param answers the statuses that the document names
     */
    record Operation(
            String method,
            String path,
            List<String> inPath,
            List<String> inQuery,
            List<String> inHeaders,
            Map<String, JsonNode> bodies,
            Set<Integer> answers) {

        boolean takesJson() {
            return bodies.containsKey("application/json");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> all() {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                all.add(operation(path.getKey(), operation.getKey(), operation.getValue()))));
        return all;
    }

    private static Operation operation(String path, String method, JsonNode described) {
        var bodies = new LinkedHashMap<String, JsonNode>();
        described
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(body -> bodies.put(body.getKey(), body.getValue()));
        var answers = new TreeSet<Integer>();
        described.path("responses").fieldNames().forEachRemaining(status -> answers.add(Integer.valueOf(status)));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters(described, "path"),
                parameters(described, "query"),
                parameters(described, "header"),
                bodies,
                answers);
    }

    private static List<String> parameters(JsonNode operation, String where) {
        var names = new ArrayList<String>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals(where)) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    /** The schema that is meant, through its references. */
    JsonNode schema(JsonNode schema) {
        var meant = schema;
        while (meant.has("$ref")) {
            meant = document.at(meant.path("$ref").asText().substring(1));
        }
        return meant;
    }
}
