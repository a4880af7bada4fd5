package city.planofrecord.classification.specification;

import static city.planofrecord.classification.specification.Template.heading;

/** The template of 2011: text out of a word processor. Case, colons and {@code &} for "and" do not matter. */
final class Template2011 {

    static final Template TEMPLATE = Template.of(
            "2011",
            Template.Marking.PLAIN,
            heading(Section.TITLE, "Class Title", "Classification Title", "Job Title"),
            heading(Section.GENERAL_STATEMENT, "GENERAL STATEMENT OF CLASS DUTIES", "General Statement of Class"),
            heading(
                    Section.DISTINGUISHING_CHARACTERISTICS,
                    "DISTINGUISHING CHARACTERISTICS",
                    "Distinguishing Characteristic"),
            heading(
                    Section.DECISION_MAKING,
                    "Guidelines, Difficulty and Decision Making Level:",
                    "Guidelines, Difficulty, and Decision-Making Level",
                    "Guidelines, Difficulty and Decision Making",
                    "Level of Guidelines, Difficulty and Decision Making"),
            heading(
                    Section.SUPERVISION_RECEIVED,
                    "Level of Supervision Received and Quality Review:",
                    "Level of Supervision Received",
                    "Supervision Received and Quality Review",
                    "Supervision Received"),
            heading(
                    Section.INTERPERSONAL_CONTACTS,
                    "Interpersonal Communications and Purpose:",
                    "Interpersonal Communication and Purpose",
                    "Interpersonal Contacts and Purpose",
                    "Interpersonal Communications"),
            heading(Section.SUPERVISION_EXERCISED, "Level of Supervision Exercised:", "Supervision Exercised"),
            heading(
                    Section.ESSENTIAL_DUTIES,
                    "ESSENTIAL DUTIES",
                    "Essential Duties and Responsibilities",
                    "Essential Functions"),
            heading(Section.MINIMUM_QUALIFICATIONS, "MINIMUM QUALIFICATIONS", "Minimum Qualification"),
            heading(
                    Section.COMPETENCIES,
                    "Competencies, Knowledge, & Skills:",
                    "Competencies, Knowledges & Skills",
                    "Competencies, Knowledge, Skills",
                    "Competencies, Knowledges, Skills and Abilities",
                    "Competencies, Knowledge, Skills and Abilities",
                    "Competencies, Skills and Knowledge"),
            heading(Section.KNOWLEDGE_AND_SKILLS, "Knowledge & Skills:", "Knowledges & Skills"),
            heading(Section.PHYSICAL_DEMAND_LEVEL, "Level of Physical Demand:"),
            heading(Section.PHYSICAL_DEMANDS, "Physical Demands:", "Physical Demand"),
            heading(Section.WORKING_ENVIRONMENT, "Working Environment:", "Work Environment", "Working Conditions"),
            heading(Section.EDUCATION, "Education Requirement:", "Education Requirements", "Education"),
            heading(Section.EXPERIENCE, "Experience Requirement:", "Experience Requirements", "Experience"),
            heading(
                    Section.EQUIVALENCIES,
                    "Education/Experience Equivalency:",
                    "Education/Experience Equivalencies",
                    "Education/Experience Equivalence",
                    "Equivalency"),
            heading(
                    Section.LICENSURE,
                    "Licensure and/or Certification:",
                    "Licensure or Certification",
                    "Licensure/Certification",
                    "Licenses and/or Certifications",
                    "Licensure"),
            heading(Section.BACKGROUND_CHECKS, "Background Check Requirement:", "Background Check"),
            heading(Section.ASSESSMENT, "Assessment Requirement:"),
            heading(Section.PROBATION_PERIOD, "Probation Period:", "Probationary Period"),
            heading(Section.CLASS_DETAIL, "CLASS DETAIL", "Class Details"),
            heading(Section.JOB_CODE, "JOB CODE:", "Class Code"),
            heading(Section.PAY_GRADE, "PAY GRADE:"),
            heading(Section.FLSA, "FLSA CODE:", "FLSA Status", "FLSA"),
            heading(Section.ESTABLISHED_DATE, "ESTABLISHED DATE:", "Date Established", "Established"),
            heading(Section.ESTABLISHED_BY, "ESTABLISHED BY:"),
            heading(Section.REVISED_DATE, "REVISED DATE:", "Date Revised", "Revised"),
            heading(Section.REVISED_BY, "REVISED BY:"),
            heading(Section.CLASS_HISTORY, "CLASS HISTORY:", "History of Class"));

    private Template2011() {}
}
