package city.planofrecord.classification.classcomparison;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.classification.specification.ClassSpecification;

/**
 * One of the two images of a class that are compared.
 *
 * @param terms every field of the class by its name, but the specification; none where the class is not there
 * @param grade as written
 */
public record ClassSide(
        Map<String, JsonNode> terms,
        @Nullable String grade,
        @Nullable ClassSpecification specification) {

    /** The side on which there is no class. */
    public static final ClassSide ABSENT = new ClassSide(Map.of(), null, null);

    public ClassSide {
        terms = Map.copyOf(terms);
    }

    public boolean isAbsent() {
        return terms.isEmpty();
    }

    /** A term in words, where it is one. */
    public Optional<String> term(String name) {
        return Optional.ofNullable(terms.get(name)).map(JsonNode::textValue);
    }

    /** The side with other terms in place of its own, and with all that those leave alone. */
    public ClassSide with(
            Map<String, JsonNode> others,
            @Nullable String otherGrade,
            @Nullable ClassSpecification otherSpecification) {
        var all = new TreeMap<>(terms);
        all.putAll(others);
        return new ClassSide(
                all,
                otherGrade == null ? grade : otherGrade,
                otherSpecification == null ? specification : otherSpecification);
    }
}
