package city.planofrecord.classification.specification;

import static city.planofrecord.classification.specification.Template.heading;

/** The template of 2018: Markdown, its later headings in bold. Case, colons and {@code &} for "and" do not matter. */
final class Template2018 {

    static final Template TEMPLATE = Template.of(
            "2018",
            Template.Marking.MARKDOWN,
            heading(Section.GENERAL_STATEMENT, "General Statement of Duties", "General Statement of the Duties"),
            heading(Section.DISTINGUISHING_CHARACTERISTICS, "Distinguishing Characteristics"),
            heading(Section.DECISION_MAKING, "Guidelines, Difficulty & Decision Making Level"),
            heading(Section.SUPERVISION_RECEIVED, "Level of Supervision Received & Quality Review"),
            heading(Section.INTERPERSONAL_CONTACTS, "Interpersonal Communications & Purpose"),
            heading(Section.SUPERVISION_EXERCISED, "Level of Supervision Exercised"),
            heading(Section.ESSENTIAL_DUTIES, "Essential Duties"),
            heading(Section.COMPETENCIES, "Competencies", "Competency"),
            heading(
                    Section.KNOWLEDGE_AND_SKILLS,
                    "Knowledge & Skills",
                    "Knowledges & Skills",
                    "Knowledge, Skills & Abilities",
                    "Knowledge/Skills"),
            heading(Section.EDUCATION, "Education Requirement"),
            heading(Section.EXPERIENCE, "Experience Requirement"),
            heading(
                    Section.EQUIVALENCIES,
                    "Education & Experience Equivalency",
                    "Education & Experience Equivalencies",
                    "Education and/or Experience Equivalency"),
            heading(
                    Section.LICENSURE,
                    "Licensure & Certification",
                    "Licensures & Certifications",
                    "Licenses & Certifications"),
            heading(Section.WORKING_ENVIRONMENT, "Working Environment"),
            heading(
                    Section.PHYSICAL_DEMAND_LEVEL,
                    "Level of Physical Demand",
                    "Level of Physical Demands",
                    "Physical Demand Level"),
            heading(Section.PHYSICAL_DEMANDS, "Physical Demands"),
            heading(
                    Section.BACKGROUND_CHECKS,
                    "Background Check Requirement",
                    "Background Check Requirements",
                    "Background Checks",
                    "Background Check"),
            heading(Section.ASSESSMENT, "Assessment Requirement", "Assessment Requirements", "Assessment"),
            heading(Section.PROBATION_PERIOD, "Probation Period", "Probationary Period"),
            heading(Section.CLASS_DETAIL, "Class Detail"),
            heading(Section.JOB_CODE, "Job Code"),
            heading(Section.PAY_GRADE, "Pay Grade"),
            heading(Section.FLSA, "FLSA Code"),
            heading(Section.ESTABLISHED_DATE, "Established Date"),
            heading(Section.ESTABLISHED_BY, "Established By"),
            heading(Section.REVISED_DATE, "Revised Date"),
            heading(Section.REVISED_BY, "Revised By"),
            heading(Section.CLASS_HISTORY, "Class History"));

    private Template2018() {}
}
