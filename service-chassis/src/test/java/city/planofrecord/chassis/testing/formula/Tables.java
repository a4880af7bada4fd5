package city.planofrecord.chassis.testing.formula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;

/**
 * The tables that a service gives and takes, from its OpenAPI document: a test says how it tries each, so that one that nobody
 * thought of is noticed.
 */
public final class Tables {

    private static final List<String> KINDS = List.of("csv", "spreadsheet", "ms-excel", "tab-separated");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode paths;

    /** @param document the document that the running service gives, as JSON */
    public Tables(String document) {
        try {
            paths = new ObjectMapper().readTree(document).path("paths");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operations that answer with a table, as method and path, each with the kind of table. */
    public Set<String> given() {
        return all(operation -> {
            var contents = new ArrayList<JsonNode>();
            operation
                    .path("responses")
                    .properties()
                    .forEach(response -> contents.add(response.getValue().path("content")));
            return contents;
        });
    }

    /** The operations that take a table, likewise. */
    public Set<String> taken() {
        return all(operation -> List.of(operation.path("requestBody").path("content")));
    }

    /**
     * What answers with a table although the document does not say so.
     *
     * @param path of something that is there, for a path of the document
     */
    public List<String> givenUnsaid(UnaryOperator<String> path) {
        var said = given();
        var found = new ArrayList<String>();
        paths.fieldNames().forEachRemaining(template -> {
            if (!paths.path(template).has("get")) {
                return;
            }
            for (var kind : List.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
                var type = RestAssured.given()
                        .urlEncodingEnabled(false)
                        .accept(kind)
                        .get(path.apply(template))
                        .contentType();
                var answer = "GET " + template + " " + kind;
                if (isTable(type) && !said.contains(answer)) {
                    found.add(answer);
                }
            }
        });
        return found;
    }

    /** The contents by media type of which an operation speaks. */
    private interface Contents {
        List<JsonNode> of(JsonNode operation);
    }

    private Set<String> all(Contents contents) {
        var found = new TreeSet<String>();
        paths.properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> contents.of(operation.getValue()).stream()
                                .flatMap(content -> StreamSupport.stream(
                                        ((Iterable<String>) content::fieldNames).spliterator(), false))
                                .filter(Tables::isTable)
                                .forEach(kind -> found.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                                        + path.getKey() + " " + kind))));
        return found;
    }

    private static boolean isTable(String type) {
        return type != null && KINDS.stream().anyMatch(type.toLowerCase(Locale.ROOT)::contains);
    }
}
