package city.planofrecord.chassis.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/**
 * The OpenAPI document of one service as it is kept in the folder that the system property {@code contracts} names. With
 * the system property {@code contracts.keep} the present document is kept in its place.
 */
public final class OpenApiContract {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS));

    private final String service;
    private final Path folder;
    private final JsonNode present;

    /** @param present the document that the running service gives, as JSON */
    public OpenApiContract(String service, String present) {
        this(service, present, Path.of(System.getProperty("contracts")).resolve("openapi"));
    }

    OpenApiContract(String service, String present, Path folder) {
        this.service = service;
        this.folder = folder;
        try {
            this.present = JSON.readTree(present);
            // Where it and its provider run is no part of what it promises.
            ((ObjectNode) this.present).remove("servers");
            this.present
                    .at("/components/securitySchemes")
                    .forEach(scheme -> ((ObjectNode) scheme).remove("openIdConnectUrl"));
            if (Boolean.getBoolean("contracts.keep")) {
                Files.createDirectories(folder);
                YAML.writeValue(file().toFile(), inUsualOrder(this.present));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode inUsualOrder(JsonNode document) {
        var ordered = JSON.createObjectNode();
        for (var part : List.of("openapi", "info", "tags", "paths")) {
            if (document.has(part)) {
                ordered.set(part, document.get(part));
            }
        }
        document.properties().forEach(part -> ordered.set(part.getKey(), part.getValue()));
        return ordered;
    }

    /** Changes by which a client that keeps to the kept document would fail, and that nobody has declared. */
    public List<String> undeclaredBreakingChanges() {
        var declared = read(folder.resolve("breaking-changes.md"));
        return new BreakingChanges(kept(), present)
                .found().stream()
                        .map(change -> "- " + service + ": " + change)
                        .filter(change ->
                                declared.lines().noneMatch(line -> line.strip().equals(change)))
                        .toList();
    }

    /** What to do about breaking changes, for the message of a test. */
    public String howToDeclare() {
        return "The service no longer keeps what " + file().getFileName()
                + " promises. Keep the promise (add, do not take away), or declare each change: copy its line into"
                + " docs/contracts/openapi/breaking-changes.md with the date and the reason, then " + howToKeep();
    }

    public boolean isKept() {
        return kept().equals(present);
    }

    /** How the present document is kept, for the message of a test. */
    public String howToKeep() {
        return "keep the present document: ./mvnw verify -pl " + service
                + " -am -Dit.test=ContractsIT -Dcontracts.keep=true, and commit it.";
    }

    /** What the document fails to say of its operations. */
    public List<String> gaps() {
        var gaps = new ArrayList<String>();
        present.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> gaps(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue(),
                                gaps)));
        return gaps;
    }

    private static void gaps(String name, JsonNode operation, List<String> gaps) {
        if (operation.path("summary").asText().isBlank()) {
            gaps.add(name + " has no summary");
        }
        var responses = operation.path("responses");
        var errors = new ArrayList<String>();
        responses.fieldNames().forEachRemaining(status -> {
            if (status.startsWith("4")) {
                errors.add(status);
            }
        });
        var parameters = operation.path("parameters");
        if ((operation.has("requestBody") || !parameters.isEmpty()) && errors.isEmpty()) {
            gaps.add(name + " takes something, but names no error");
        }
        for (var parameter : parameters) {
            if (parameter.path("name").asText().equals("If-Match") && !errors.contains("412")) {
                gaps.add(name + " takes If-Match, but does not name 412");
            }
        }
        if (operation.has("requestBody") && !errors.contains("400") && !errors.contains("422")) {
            gaps.add(name + " takes a body, but names neither 400 nor 422");
        }
    }

    private JsonNode kept() {
        try {
            return JSON.readTree(JSON.writeValueAsString(YAML.readTree(read(file()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve(service + ".yaml");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
