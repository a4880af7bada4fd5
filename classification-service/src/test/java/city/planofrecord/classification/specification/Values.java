package city.planofrecord.classification.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts of a specification by their JSON pointers, and specifications without what printing does not keep. */
final class Values {

    private final Map<String, String> values = new LinkedHashMap<>();

    private Values() {}

    static Map<String, String> of(ClassSpecification specification) {
        var all = new Values();
        all.put("/title", specification.title());
        all.put("/jobCode", specification.jobCode());
        all.put("/generalStatement", specification.generalStatement());
        all.put("/distinguishingCharacteristics", specification.distinguishingCharacteristics());
        all.put("/distinguishedFrom", specification.distinguishedFrom());
        all.put("/decisionMaking", specification.decisionMaking());
        all.put("/supervisionReceived", specification.supervisionReceived());
        all.put("/interpersonalContacts", specification.interpersonalContacts());
        all.put("/supervisionExercised", specification.supervisionExercised());
        for (var i = 0; i < specification.essentialDuties().size(); i++) {
            var duty = specification.essentialDuties().get(i);
            all.put("/essentialDuties/" + i, duty.text());
            all.put("/essentialDuties/%d/items".formatted(i), duty.items());
        }
        all.put("/dutiesNote", specification.dutiesNote());
        all.define("/competencies", specification.competencies());
        all.put("/knowledgeAndSkills", specification.knowledgeAndSkills());
        all.put("/physicalDemandLevel", specification.physicalDemandLevel());
        all.put("/physicalDemandsNote", specification.physicalDemandsNote());
        all.define("/physicalDemands", specification.physicalDemands());
        all.put("/workingEnvironment", specification.workingEnvironment());
        all.put("/education", specification.education());
        all.put("/experience", specification.experience());
        all.put("/equivalencies", specification.equivalencies());
        all.put("/licensure", specification.licensure());
        all.put("/backgroundChecks", specification.backgroundChecks());
        all.put("/assessment", specification.assessment());
        all.put("/probationPeriod", specification.probationPeriod());
        all.put("/payGrade", specification.payGrade());
        all.put(
                "/flsa",
                specification.flsa() == null ? null : specification.flsa().asWritten());
        all.put("/established", specification.established());
        all.put("/revised", specification.revised());
        for (var i = 0; i < specification.history().size(); i++) {
            all.put("/history/" + i, specification.history().get(i).text());
        }
        return all.values;
    }

    /** The specification as another template's, without the lines that it came from. */
    static ClassSpecification unsourced(ClassSpecification it, String template) {
        return new ClassSpecification(
                template,
                it.title(),
                it.jobCode(),
                it.generalStatement(),
                it.distinguishingCharacteristics(),
                it.distinguishedFrom(),
                it.decisionMaking(),
                it.supervisionReceived(),
                it.interpersonalContacts(),
                it.supervisionExercised(),
                it.essentialDuties(),
                it.dutiesNote(),
                it.competencies(),
                it.knowledgeAndSkills(),
                it.physicalDemandLevel(),
                it.physicalDemandsNote(),
                it.physicalDemands(),
                it.workingEnvironment(),
                it.education(),
                it.experience(),
                it.equivalencies(),
                it.licensure(),
                it.backgroundChecks(),
                it.assessment(),
                it.probationPeriod(),
                it.payGrade(),
                it.flsa(),
                it.established(),
                it.revised(),
                it.history(),
                it.none(),
                Map.of());
    }

    private void put(String pointer, String value) {
        if (value != null) {
            values.put(pointer, value);
        }
    }

    private void put(String pointer, List<String> entries) {
        for (var i = 0; i < entries.size(); i++) {
            put(pointer + "/" + i, entries.get(i));
        }
    }

    private void define(String pointer, List<Definition> definitions) {
        for (var i = 0; i < definitions.size(); i++) {
            put(pointer + "/" + i, definitions.get(i).definition());
        }
    }

    private void put(String pointer, Stamp stamp) {
        if (stamp != null) {
            put(pointer + "/date", stamp.date() == null ? null : stamp.date().asWritten());
            put(pointer + "/by", stamp.by());
        }
    }
}
