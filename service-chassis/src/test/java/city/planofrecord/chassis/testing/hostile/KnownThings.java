package city.planofrecord.chassis.testing.hostile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Things that are there in the service under test, so that what is hostile in one place comes past all others. */
public final class KnownThings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Supplier<String>> values = new HashMap<>();
    private final Map<String, Supplier<String>> bodies = new HashMap<>();
    private final Map<String, List<String>> openFields = new HashMap<>();
    private final Map<String, List<String>> sentBack = new HashMap<>();
    private final Map<String, String> queries = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();

    record Document(String type, String text) {}

    /** The value of every parameter or field of a name. */
    public KnownThings value(String name, String value) {
        values.put(name, () -> value);
        return this;
    }

    /** The value of a parameter or field of one operation, as {@code POST /things}. */
    public KnownThings value(String operation, String name, Supplier<String> value) {
        values.put(operation + " " + name, value);
        return this;
    }

    /** A body that an operation takes. */
    public KnownThings body(String operation, Supplier<String> json) {
        bodies.put(operation, json);
        return this;
    }

    /** The fields that can be set by operations on such paths, where the document leaves them open. */
    public KnownThings openFields(String pathPrefix, String... fields) {
        openFields.put(pathPrefix, List.of(fields));
        return this;
    }

    /** The fields of a body that may be sent as they were read, and are not taken over. */
    public KnownThings sentBack(String operation, String... places) {
        sentBack.put(operation, List.of(places));
        return this;
    }

    boolean isSentBack(String operation, String place) {
        return sentBack.getOrDefault(operation, List.of()).contains(place);
    }

    /** What an operation needs in its query, as {@code a=1&b=2}. */
    public KnownThings query(String operation, String query) {
        queries.put(operation, query);
        return this;
    }

    /** A document that an operation takes. */
    public KnownThings document(String operation, String type, String text) {
        documents.put(operation, new Document(type, text));
        return this;
    }

    /** What the operation needs in its query beside a parameter. */
    String queryBut(String operation, String parameter) {
        return Arrays.stream(queries.getOrDefault(operation, "").split("&"))
                .filter(one -> !one.isEmpty() && !one.startsWith(parameter + "="))
                .collect(Collectors.joining("&"));
    }

    Optional<Document> documentOf(String operation) {
        return Optional.ofNullable(documents.get(operation));
    }

    Optional<String> valueOf(String operation, String name) {
        return Optional.ofNullable(values.getOrDefault(operation + " " + name, values.get(name)))
                .map(Supplier::get);
    }

    Optional<JsonNode> bodyOf(String operation) {
        return Optional.ofNullable(bodies.get(operation)).map(Supplier::get).map(KnownThings::read);
    }

    List<String> openFields(String operation) {
        return openFields.entrySet().stream()
                .filter(fields -> operation.split(" ", 2)[1].startsWith(fields.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of("name"));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
