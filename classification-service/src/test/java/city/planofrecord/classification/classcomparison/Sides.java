package city.planofrecord.classification.classcomparison;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import city.planofrecord.classification.specification.ClassSpecification;
import city.planofrecord.classification.specification.SpecificationParser;

/** Images of classes to compare, and what is asked of a comparison. */
final class Sides {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sides() {}

    static ClassSide side(ClassSpecification specification) {
        return new ClassSide(terms("CA2433", "Keeper"), "809-A", specification);
    }

    static Map<String, JsonNode> terms(String jobCode, String title) {
        return Map.of("jobCode", TextNode.valueOf(jobCode), "title", TextNode.valueOf(title));
    }

    /** A class whose specification has the given fields. */
    static ClassSide saying(String fields) {
        try {
            return side(JSON.readValue(
                    "{\"template\": \"2011\", \"title\": \"Keeper\"" + (fields.isEmpty() ? "" : ", " + fields) + "}",
                    ClassSpecification.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ClassSpecification changed(ClassSpecification specification, UnaryOperator<ObjectNode> change) {
        try {
            return JSON.treeToValue(change.apply(JSON.valueToTree(specification)), ClassSpecification.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ClassSpecification read(List<String> lines, String title) {
        return SpecificationParser.parse(lines).specifications().stream()
                .filter(specification -> title.equals(specification.title()))
                .findFirst()
                .orElseThrow();
    }

    static SectionDiff section(ClassDiff diff, String name) {
        return diff.sections().stream()
                .filter(section -> section.section().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + name));
    }

    static List<String> sections(ClassDiff diff, Change change) {
        return diff.sections().stream()
                .filter(section -> section.change() == change)
                .map(SectionDiff::section)
                .toList();
    }

    static TermDiff term(ClassDiff diff, String name) {
        return diff.terms().stream()
                .filter(term -> term.term().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no term " + name));
    }

    /** The names of the competencies or demands of which that became. */
    static List<String> names(SectionDiff section, Change change) {
        return section.items().stream()
                .filter(item -> item.change() == change)
                .map(item -> item.after() == null
                        ? item.before().name()
                        : item.after().name())
                .toList();
    }
}
