package city.planofrecord.notice.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A class specification in words; what has no place of its own follows at the end, so that nothing is dropped. */
final class SpecificationBlocks {

    /** How deep a value may lie within others before it is written as it is. */
    private static final int DEEPEST = 8;

    private static final Map<String, String> SECTIONS = sections();

    /** How it was read is no part of what it says; its title stands above. */
    private static final Set<String> NOT_SHOWN = Set.of("template", "title", "sources", "none");

    private final Set<String> none = new HashSet<>();
    private final List<Block> blocks = new ArrayList<>();

    private SpecificationBlocks() {}

    private static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        sections.put("jobCode", "Job code");
        sections.put("payGrade", "Pay grade");
        sections.put("generalStatement", "General statement of class duties");
        sections.put("distinguishingCharacteristics", "Distinguishing characteristics");
        sections.put("distinguishedFrom", "Distinguished from");
        sections.put("decisionMaking", "Guidelines, difficulty and decision making level");
        sections.put("supervisionReceived", "Level of supervision received and quality review");
        sections.put("interpersonalContacts", "Interpersonal communications and purpose");
        sections.put("supervisionExercised", "Level of supervision exercised");
        sections.put("essentialDuties", "Essential duties");
        sections.put("dutiesNote", "Note on the duties");
        sections.put("competencies", "Competencies");
        sections.put("knowledgeAndSkills", "Knowledge and skills");
        sections.put("physicalDemandLevel", "Physical demand level");
        sections.put("physicalDemandsNote", "Note on the physical demands");
        sections.put("physicalDemands", "Physical demands");
        sections.put("workingEnvironment", "Working environment");
        sections.put("education", "Education requirement");
        sections.put("experience", "Experience requirement");
        sections.put("equivalencies", "Education and experience equivalency");
        sections.put("licensure", "Licensure and certification");
        sections.put("backgroundChecks", "Background check");
        sections.put("assessment", "Assessment requirement");
        sections.put("probationPeriod", "Probation period");
        sections.put("flsa", "FLSA code");
        sections.put("established", "Established");
        sections.put("revised", "Revised");
        sections.put("history", "Class history");
        return sections;
    }

    static List<Block> of(ObjectNode specification) {
        var written = new SpecificationBlocks();
        specification.path("none").forEach(section -> written.none.add(section.asText()));
        SECTIONS.forEach((name, heading) -> written.section(heading, name, specification.path(name)));
        specification.fieldNames().forEachRemaining(name -> {
            if (!SECTIONS.containsKey(name) && !NOT_SHOWN.contains(name)) {
                written.section(name, name, specification.path(name));
            }
        });
        return List.copyOf(written.blocks);
    }

    private void section(String heading, String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            if (none.contains(name)) {
                blocks.add(new Block.Subheading(heading));
                blocks.add(new Block.Paragraph("None"));
            }
            return;
        }
        blocks.add(new Block.Subheading(heading));
        if (value.isArray()) {
            value.forEach(this::entry);
        } else {
            blocks.add(new Block.Paragraph(words(value, 0)));
        }
    }

    private void entry(JsonNode value) {
        if (value.isObject() && value.path("items").isArray()) {
            blocks.add(new Block.Paragraph(words(value.path("text"), 0)));
            value.path("items").forEach(item -> blocks.add(new Block.Entry(words(item, 0))));
        } else if (value.isTextual()) {
            blocks.add(new Block.Paragraph(value.asText()));
        } else {
            blocks.add(new Block.Entry(words(value, 0)));
        }
    }

    private static String words(JsonNode value, int depth) {
        if (value.isValueNode() || depth == DEEPEST) {
            return value.isValueNode() ? value.asText() : value.toString();
        }
        if (value.hasNonNull("asWritten")) {
            return value.path("asWritten").asText();
        }
        if (value.hasNonNull("name") && value.hasNonNull("definition")) {
            return words(value.path("name"), depth + 1) + " \u2013 " + words(value.path("definition"), depth + 1);
        }
        var words = new ArrayList<String>();
        value.forEach(part -> {
            var said = words(part, depth + 1);
            if (!said.isBlank()) {
                words.add(said);
            }
        });
        return String.join(value.isArray() ? "; " : ", ", words);
    }
}
