package city.planofrecord.chassis.register;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.chassis.http.MalformedJson;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/** Reads the fields of an image as the record that states their kinds and bounds. */
@Singleton
public class Fields {

    private final ObjectMapper json;
    private final Validator validator;

    Fields(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The image with the fields set on it, as a record.
     *
     * @param prefix JSON pointer of the set fields in the body
     * @throws Refused where a field is unknown, of another kind or a list that is too long (400), or out of bounds otherwise
     *     (422); names the field
     */
    public <T> T read(Class<T> type, Map<String, JsonNode> image, Map<String, JsonNode> set, String prefix) {
        var all = json.createObjectNode();
        image.forEach(all::set);
        set.forEach(all::set);
        try {
            var fields = json.treeToValue(all, type);
            requireBounds(fields, prefix);
            return fields;
        } catch (JsonProcessingException e) {
            throw MalformedJson.refusal(e, prefix);
        }
    }

    private <T> void requireBounds(T fields, String prefix) {
        List<Violation> violations = validator.validate(fields).stream()
                .map(bound -> Violation.at(
                        prefix + "/"
                                + bound.getPropertyPath()
                                        .toString()
                                        .replace('.', '/')
                                        .replaceAll("\\[(\\d+)]", "/$1"),
                        bound.getMessage(),
                        bound.getInvalidValue() == null ? null : String.valueOf(bound.getInvalidValue()),
                        null))
                .sorted(Comparator.comparing(violation -> String.valueOf(violation.pointer())))
                .toList();
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }

    /** The fields of a record that are there. */
    public Map<String, JsonNode> of(Object fields) {
        var set = new HashMap<String, JsonNode>();
        ObjectNode all = json.valueToTree(fields);
        all.properties().forEach(field -> set.put(field.getKey(), field.getValue()));
        return set;
    }
}
