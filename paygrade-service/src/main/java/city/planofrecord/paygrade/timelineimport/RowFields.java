package city.planofrecord.paygrade.timelineimport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.snapshot.LoadedRow;

/** The fields of a row that is taken, each fault of which is kept beside those of the others. */
public final class RowFields {

    private final LoadedRow row;
    private final List<Violation> violations;

    /** @param known the fields that a row may have */
    public RowFields(LoadedRow row, Set<String> known, List<Violation> violations) {
        this.row = row;
        this.violations = violations;
        row.image().keySet().stream()
                .filter(field -> !known.contains(field))
                .sorted()
                .forEach(field -> wrong(
                        field,
                        "unknown field",
                        field,
                        "one of " + String.join(", ", known.stream().sorted().toList())));
    }

    /** The text of the field; empty, and noted, where it is missing or no text. */
    public Optional<String> text(String field) {
        var value = row.image().get(field);
        if (value == null) {
            wrong(field, "is missing", null, null);
            return Optional.empty();
        }
        if (!value.isTextual()) {
            wrong(field, "is not a text", value.toString(), "a text");
            return Optional.empty();
        }
        return Optional.of(value.asText().strip());
    }

    /** As {@link #text}, of a UUID. */
    public Optional<UUID> id(String field) {
        return text(field).flatMap(text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException _) {
                wrong(field, "is no UUID", text, "the id of another row");
                return Optional.empty();
            }
        });
    }

    public Optional<JsonNode> get(String field) {
        return Optional.ofNullable(row.image().get(field));
    }

    public String pointer(String field) {
        return row.pointer(field);
    }

    /** Notes a fault. */
    public void wrong(String field, String message, @Nullable String found, @Nullable String expected) {
        violations.add(Violation.at(row.pointer(field), message, found, expected));
    }

    /** The image that reading gives; empty, with what is wrong noted, where it is refused. */
    public Map<String, JsonNode> image(Supplier<Map<String, JsonNode>> reading) {
        try {
            return reading.get();
        } catch (Refused refused) {
            violations.addAll(refused.violations());
            return Map.of();
        }
    }
}
