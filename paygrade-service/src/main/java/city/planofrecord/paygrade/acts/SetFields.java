package city.planofrecord.paygrade.acts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** The fields that a request sets, each of which must be known. */
public final class SetFields {

    private final Map<String, JsonNode> set;
    private final String pointer;

    /**
     * @param known the fields that can be set
     * @throws Refused (400) where another is set
     */
    public SetFields(Map<String, JsonNode> set, String pointer, Set<String> known) {
        this.set = set;
        this.pointer = pointer;
        set.keySet().stream()
                .filter(field -> !known.contains(field))
                .sorted()
                .findFirst()
                .ifPresent(field -> {
                    throw malformed(Violation.at(
                            pointer + "/" + field,
                            "unknown field '" + field + "'",
                            field,
                            "one of " + known.stream().sorted().collect(Collectors.joining(", "))));
                });
    }

    public Optional<JsonNode> get(String field) {
        return Optional.ofNullable(set.get(field));
    }

    /** @throws Refused (400) where it is no text */
    public Optional<String> text(String field) {
        return get(field).map(value -> {
            if (!value.isTextual()) {
                throw malformed(Violation.at(pointer + "/" + field, "is not a text", value.toString(), "a text"));
            }
            return value.asText().strip();
        });
    }

    /** A rule that the field breaks. */
    public Refused invalid(String field, String message, String found, String expected) {
        return Refused.invalid(List.of(Violation.at(pointer + "/" + field, message, found, expected)));
    }

    private static Refused malformed(Violation violation) {
        return new Refused(
                ProblemKind.MALFORMED,
                "The body does not fit the operation: " + violation.pointer() + " " + violation.message() + ".",
                List.of(violation));
    }
}
