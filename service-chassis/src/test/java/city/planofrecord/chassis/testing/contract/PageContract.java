package city.planofrecord.chassis.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;

/** Every operation of an OpenAPI document that answers in pages, asked for pages that nobody may have. */
public final class PageContract {

    private static final List<Integer> OUT_OF_BOUNDS = List.of(501, Integer.MAX_VALUE, 0, -1, Integer.MIN_VALUE);

    private final JsonNode document;

    /** @param document the document that the running service gives, as JSON */
    public PageContract(String document) {
        try {
            this.document = new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of operations with a parameter {@code limit}. */
    public List<String> paged() {
        var paths = new ArrayList<String>();
        document.path("paths").properties().forEach(path -> {
            if (path.getValue()
                    .path("get")
                    .path("parameters")
                    .findValuesAsText("name")
                    .contains("limit")) {
                paths.add(path.getKey());
            }
        });
        return paths;
    }

    /**
     * Where a page out of bounds was not refused with 400 and the name of the parameter. What stands below a thing that is
     * not there may be a 404.
     */
    public List<String> unbounded() {
        var found = new ArrayList<String>();
        for (var path : paged()) {
            for (var limit : OUT_OF_BOUNDS) {
                var request = RestAssured.given().accept("application/json").queryParam("limit", limit);
                for (var parameter :
                        document.path("paths").path(path).path("get").path("parameters")) {
                    if (parameter.path("in").asText().equals("query")
                            && parameter.path("required").asBoolean()) {
                        request = request.queryParam(
                                parameter.path("name").asText(),
                                parameter.path("example").asText());
                    }
                }
                var answer = request.get(path.replaceAll("\\{[^}]*}", "x"));
                var refused = answer.statusCode() == 400 && answer.asString().contains("\"parameter\":\"limit\"");
                var below = path.contains("{") && answer.statusCode() == 404;
                if (!refused && !below) {
                    found.add(path + " with limit=" + limit + ": " + answer.statusCode());
                }
            }
        }
        return found;
    }
}
