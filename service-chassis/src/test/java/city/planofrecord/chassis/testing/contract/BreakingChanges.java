package city.planofrecord.chassis.testing.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a client of one OpenAPI 3.1 document could no longer rely on in another: operations, parameters and answers that
 * are gone, what is required newly, types and bounds that are narrower for what is sent or other for what is answered.
 */
final class BreakingChanges {

    private final JsonNode kept;
    private final JsonNode present;
    private final List<String> found = new ArrayList<>();

    BreakingChanges(JsonNode kept, JsonNode present) {
        this.kept = kept;
        this.present = present;
    }

    List<String> found() {
        found.clear();
        kept.path("paths").properties().forEach(path -> {
            var now = present.path("paths").path(path.getKey());
            path.getValue().properties().stream()
                    .filter(operation -> operation.getValue().has("responses"))
                    .forEach(operation -> {
                        var name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                        if (now.has(operation.getKey())) {
                            operation(name, operation.getValue(), now.get(operation.getKey()));
                        } else {
                            found.add(name + " is gone");
                        }
                    });
        });
        return List.copyOf(new TreeSet<>(found));
    }

    private void operation(String name, JsonNode before, JsonNode after) {
        var then = parameters(before, kept);
        var now = parameters(after, present);
        then.forEach((parameter, was) -> {
            var is = now.get(parameter);
            if (is == null) {
                found.add(name + ": the " + parameter + " is gone");
                return;
            }
            if (!required(was) && required(is)) {
                found.add(name + ": the " + parameter + " is required now");
            }
            sent(name + ": the " + parameter, was.path("schema"), is.path("schema"), new HashSet<>());
        });
        now.forEach((parameter, is) -> {
            if (!then.containsKey(parameter) && required(is)) {
                found.add(name + ": the " + parameter + " is new and required");
            }
        });
        body(name, resolved(before.path("requestBody"), kept), resolved(after.path("requestBody"), present));
        responses(name, before.path("responses"), after.path("responses"));
    }

    private void body(String name, JsonNode was, JsonNode is) {
        if (!required(was) && required(is)) {
            found.add(name + ": the body is required now");
        }
        was.path("content").properties().forEach(media -> {
            var now = is.path("content").path(media.getKey());
            if (now.isMissingNode()) {
                found.add(name + ": a body of " + media.getKey() + " is no longer taken");
            } else {
                sent(name + ": body", media.getValue().path("schema"), now.path("schema"), new HashSet<>());
            }
        });
    }

    private void responses(String name, JsonNode before, JsonNode after) {
        before.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> {
                    var now = resolved(after.path(response.getKey()), present);
                    if (now.isMissingNode()) {
                        found.add(name + ": the answer " + response.getKey() + " is gone");
                        return;
                    }
                    resolved(response.getValue(), kept)
                            .path("content")
                            .properties()
                            .forEach(media -> answer(name, media.getKey(), media.getValue(), now));
                });
    }

    private void answer(String name, String media, JsonNode was, JsonNode now) {
        var is = now.path("content").path(media);
        if (is.isMissingNode()) {
            found.add(name + ": answers " + media + " no longer");
        } else {
            answered(name + ": answer", was.path("schema"), is.path("schema"), new HashSet<>());
        }
    }

    /** What was allowed to be sent must still be. */
    private void sent(String place, JsonNode was, JsonNode is, Set<String> seen) {
        var before = SchemaView.of(was, kept);
        var after = SchemaView.of(is, present);
        if (!seen.add(before.key() + " " + after.key())) {
            return;
        }
        if (!after.types().isEmpty() && !after.types().containsAll(before.types())) {
            found.add(place + " was " + before.types() + " and takes only " + after.types());
        }
        after.narrowerThan(before).ifPresent(how -> found.add(place + " " + how));
        before.properties().forEach((field, schema) -> {
            var now = after.properties().get(field);
            if (now == null) {
                found.add(place + "/" + field + " is no longer taken");
            } else {
                sent(place + "/" + field, schema, now, seen);
            }
        });
        after.required().stream()
                .filter(field -> !before.required().contains(field))
                .forEach(field -> found.add(place + "/" + field + " is required now"));
        if (before.items().isPresent() && after.items().isPresent()) {
            sent(place + "/*", before.items().get(), after.items().get(), seen);
        }
    }

    /** What was answered must still be, as what it was. */
    private void answered(String place, JsonNode was, JsonNode is, Set<String> seen) {
        var before = SchemaView.of(was, kept);
        var after = SchemaView.of(is, present);
        if (!seen.add(before.key() + " " + after.key())) {
            return;
        }
        if (!before.types().isEmpty() && !before.types().containsAll(after.types())) {
            found.add(place + " was " + before.types() + " and is " + after.types());
        }
        before.properties().forEach((field, schema) -> {
            var now = after.properties().get(field);
            if (now == null) {
                found.add(place + "/" + field + " is gone");
            } else {
                answered(place + "/" + field, schema, now, seen);
            }
        });
        before.required().stream()
                .filter(field -> after.properties().containsKey(field)
                        && !after.required().contains(field))
                .forEach(field -> found.add(place + "/" + field + " may be absent now"));
        if (before.items().isPresent()) {
            answered(place + "/*", before.items().get(), after.items().orElse(MissingNode.getInstance()), seen);
        }
    }

    private static TreeMap<String, JsonNode> parameters(JsonNode operation, JsonNode document) {
        var parameters = new TreeMap<String, JsonNode>();
        for (var parameter : operation.path("parameters")) {
            var resolved = resolved(parameter, document);
            parameters.put(
                    resolved.path("in").asText() + " parameter "
                            + resolved.path("name").asText(),
                    resolved);
        }
        return parameters;
    }

    private static boolean required(JsonNode thing) {
        return thing.path("required").asBoolean(false);
    }

    static JsonNode resolved(JsonNode node, JsonNode document) {
        return Optional.of(node.path("$ref").asText())
                .filter(ref -> ref.startsWith("#"))
                .map(ref -> resolved(document.at(ref.substring(1)), document))
                .orElse(node);
    }
}
