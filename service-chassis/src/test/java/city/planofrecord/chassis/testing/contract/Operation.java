package city.planofrecord.chassis.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation of an OpenAPI document.
 *
 * @param roles any of which may call it; none where it is open to everybody
 * @param consumes the first of the kinds of body that it takes
 */
public record Operation(String method, String path, Set<String> roles, String consumes) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** All operations of the document. */
    public static List<Operation> of(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                roles(operation.getValue()),
                                consumes(operation.getValue())))));
        return operations;
    }

    /** The path, with something for each of its parameters that names nothing. */
    public String anyPath() {
        return path.replaceAll("\\{[^}]*}", "x");
    }

    private static Set<String> roles(JsonNode operation) {
        var roles = new TreeSet<String>();
        for (var requirement : operation.path("security")) {
            requirement.forEach(named -> named.forEach(role -> roles.add(role.asText())));
        }
        return roles;
    }

    private static String consumes(JsonNode operation) {
        var content = operation.path("requestBody").path("content").fieldNames();
        return content.hasNext() ? content.next() : "application/json";
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
