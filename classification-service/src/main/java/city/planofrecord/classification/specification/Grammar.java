package city.planofrecord.classification.specification;

/** Which rule reads which section. */
final class Grammar {

    private Grammar() {}

    static void read(SectionText text, SpecificationDraft draft) {
        rule(text.section()).read(text, draft);
    }

    private static SectionRule rule(Section section) {
        return switch (section) {
            case TITLE, JOB_CODE, PAY_GRADE, FLSA, ESTABLISHED_DATE, ESTABLISHED_BY, REVISED_DATE, REVISED_BY ->
                SectionRule.field();
            case GENERAL_STATEMENT, PHYSICAL_DEMAND_LEVEL, EDUCATION, EXPERIENCE, ASSESSMENT, PROBATION_PERIOD ->
                SectionRule.text();
            case DISTINGUISHING_CHARACTERISTICS -> new DistinguishingRule();
            case DECISION_MAKING, SUPERVISION_RECEIVED, INTERPERSONAL_CONTACTS, SUPERVISION_EXERCISED ->
                SectionRule.paragraphs();
            case ESSENTIAL_DUTIES -> new DutiesRule();
            case MINIMUM_QUALIFICATIONS, CLASS_DETAIL -> SectionRule.container();
            case COMPETENCIES -> new CompetenciesRule();
            case KNOWLEDGE_AND_SKILLS, WORKING_ENVIRONMENT, EQUIVALENCIES, LICENSURE, BACKGROUND_CHECKS ->
                SectionRule.lines();
            case PHYSICAL_DEMANDS -> new DemandsRule();
            case CLASS_HISTORY -> new HistoryRule();
        };
    }
}
