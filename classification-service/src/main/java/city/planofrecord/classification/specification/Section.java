package city.planofrecord.classification.specification;

/** The sections of a class specification, in the order in which they are read, and the field that each fills. */
enum Section {
    TITLE("title"),
    JOB_CODE("jobCode"),
    GENERAL_STATEMENT("generalStatement"),
    DISTINGUISHING_CHARACTERISTICS("distinguishingCharacteristics"),
    DECISION_MAKING("decisionMaking"),
    SUPERVISION_RECEIVED("supervisionReceived"),
    INTERPERSONAL_CONTACTS("interpersonalContacts"),
    SUPERVISION_EXERCISED("supervisionExercised"),
    ESSENTIAL_DUTIES("essentialDuties"),
    MINIMUM_QUALIFICATIONS("minimumQualifications"),
    COMPETENCIES("competencies"),
    KNOWLEDGE_AND_SKILLS("knowledgeAndSkills"),
    PHYSICAL_DEMAND_LEVEL("physicalDemandLevel"),
    PHYSICAL_DEMANDS("physicalDemands"),
    WORKING_ENVIRONMENT("workingEnvironment"),
    EDUCATION("education"),
    EXPERIENCE("experience"),
    EQUIVALENCIES("equivalencies"),
    LICENSURE("licensure"),
    BACKGROUND_CHECKS("backgroundChecks"),
    ASSESSMENT("assessment"),
    PROBATION_PERIOD("probationPeriod"),
    CLASS_DETAIL("classDetail"),
    PAY_GRADE("payGrade"),
    FLSA("flsa"),
    ESTABLISHED_DATE("established"),
    ESTABLISHED_BY("established"),
    REVISED_DATE("revised"),
    REVISED_BY("revised"),
    CLASS_HISTORY("history");

    private final String field;

    Section(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    /** Whether a heading without text is worth a word: the details of the class are often left blank. */
    boolean mustSay() {
        return compareTo(CLASS_DETAIL) < 0 && this != MINIMUM_QUALIFICATIONS && this != TITLE && this != JOB_CODE;
    }

    /**
     * Whether a heading with that value is one: the columns of a table are headed Job Code as well.
     *
     * @param closed whether the heading is set apart by a colon or marks
     */
    boolean takes(String value, boolean closed) {
        return switch (this) {
            case TITLE -> value.isEmpty() ? closed : value.indexOf(':') < 0;
            case JOB_CODE -> value.isEmpty() ? closed : JobCodes.isJobCode(value);
            case PAY_GRADE -> value.isEmpty() ? closed : value.chars().anyMatch(Character::isDigit);
            default -> true;
        };
    }

    /** Whether a note in parentheses may follow the heading on its line. */
    boolean noted() {
        return this == PHYSICAL_DEMANDS;
    }
}
