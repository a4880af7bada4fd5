package city.planofrecord.notice.publishgate;

/** The rules of the publish gate; a name once published keeps its meaning. */
public enum GateRule {
    /** The notice or an item lacks something that posting it needs. */
    COMPLETE,
    /** The city's rules say what they must for a notice of that date. */
    RULES_KNOWN,
    /** The hearing comes too early after date and posting. */
    POSTING_PERIOD,
    /** Written comments close before the hearing. */
    COMMENTS_CLOSE,
    /** Requests to speak close before the hearing. */
    SPEAKER_REQUESTS_CLOSE,
    /** The hearing or a deadline lies within the hours of the city's offices, where the rule concerns it. */
    OFFICE_HOURS,
    /** The hearing or a deadline lies on no holiday. */
    HOLIDAYS,
    /** No class has ever borne the job code. */
    JOB_CODE_KNOWN,
    /** A class bore the job code or will bear it, and none does on the day. */
    CLASS_IN_EFFECT,
    /** Another class bears the proposed job code on the day or later. */
    JOB_CODE_FREE,
    /** Another class bore the proposed job code, and the item does not say that it takes its place. */
    FORMER_JOB_CODE,
    /** The present title is the register's. */
    PRESENT_TITLE,
    /** The present grade is the pay plan's. */
    PRESENT_GRADE,
    /** There has never been such a grade. */
    GRADE_KNOWN,
    /** There was or will be such a grade, and none is there on the day. */
    GRADE_IN_EFFECT,
    /** A grade of the proposed name is there on the day or later. */
    GRADE_FREE,
    /** A grade that an item calls new is one that the notice establishes. */
    NEW_GRADE,
    /** No class goes on carrying a grade that the notice abolishes. */
    GRADE_STILL_CARRIED,
    /** The schedule is known. */
    SCHEDULE_KNOWN,
    /** The proposed schedule is not there yet. */
    SCHEDULE_FREE,
    /** A printed range is the pay plan's. */
    PRINTED_RANGE,
    /** The minimum of a range is not above its maximum. */
    RANGE_ORDER,
    /** No two items change the same class, grade or schedule. */
    CHANGED_ONCE,
    /** An item does nothing but what may be approved before the Council enacts it. */
    PROVISIONAL_APPROVAL,
    /** What is told of a decided notice fits into one message. */
    MESSAGE_SIZE,
    /** Another class has the title. */
    TITLE_UNUSED,
    /** The range spread is like that of the schedule's other grades. */
    RANGE_SPREAD,
    /** The growth from the midpoint of the grade below is like that between the schedule's other grades. */
    MIDPOINT_PROGRESSION,
    /** The specification distinguishes the class from one that no longer exists. */
    DISTINGUISHED_FROM,
    /** What was read with doubt from the document has been settled. */
    FINDING_SETTLED,
    /** The notice that is to be mended, and its items, have been approved. */
    MENDS_APPROVED
}
