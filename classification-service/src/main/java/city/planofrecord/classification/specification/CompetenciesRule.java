package city.planofrecord.classification.specification;

import java.util.List;

/** The competencies, and the statements of knowledge and skill that stand among them. */
final class CompetenciesRule implements SectionRule {

    private static final List<String> KNOWLEDGE_AND_SKILLS = List.of(
            "Knowledge of ",
            "Knowledge in ",
            "Knowledge and ",
            "Working knowledge of ",
            "Thorough knowledge of ",
            "Considerable knowledge of ",
            "Familiarity with ",
            "Skill in ",
            "Skill at ",
            "Skills in ",
            "Skilled in ",
            "Ability to ",
            "Proficiency in ",
            "Proficient in ");

    @Override
    public void read(SectionText text, SpecificationDraft draft) {
        var passages = text.passages(
                Passages.Layout.PARAGRAPHS,
                line -> isKnowledgeOrSkill(line) || Definitions.byDash(line).isPresent());
        for (var passage : Passages.qualified(passages.of(text.lines()))) {
            var said = passage.text();
            if (isKnowledgeOrSkill(said)) {
                draft.addEntry(Section.KNOWLEDGE_AND_SKILLS, said, passage.lines());
            } else {
                Definitions.byDash(said)
                        .or(() -> Definitions.byColon(said))
                        .ifPresentOrElse(
                                definition -> draft.addDefinition(text.section(), definition, passage.lines()),
                                () -> draft.unclaimed(passage));
            }
        }
        draft.possibleSplits(passages.possibleSplits());
    }

    static boolean isKnowledgeOrSkill(String text) {
        return KNOWLEDGE_AND_SKILLS.stream().anyMatch(text::startsWith);
    }
}
