package city.planofrecord.classification.specification;

/** What can be found when a specification is read. */
public enum FindingCode {
    /** The document holds no class specification. */
    NO_SPECIFICATION,
    /** No title stands before the first section. */
    NO_TITLE,
    /** The specification bears no job code of its own. */
    NO_JOB_CODE,
    /** A section without which there is no specification is not there. */
    MISSING_SECTION,
    /** A heading has nothing under it, not even None. */
    EMPTY_SECTION,
    /** A section occurs twice; what it says was put together. */
    REPEATED_SECTION,
    /** What looks like a heading names no section that is known. */
    UNKNOWN_HEADING,
    /** Text that no rule claims; the message holds it. */
    UNCLAIMED_TEXT,
    /** A paragraph may be the rest of the one before it. */
    POSSIBLE_SPLIT,
    /** A date lacks its day, or its month and day. */
    PARTIAL_DATE,
    /** What stands in place of a date is none. */
    UNREAD_DATE,
    /** What is written for the FLSA status does not say exempt or non-exempt. */
    FLSA_NOT_UNDERSTOOD,
    /** A date of establishment that nothing else in the document bears out. */
    ESTABLISHED_UNCONFIRMED,
    /** The date of establishment is not the one on record. */
    ESTABLISHED_CONTRADICTED,
    /** There is more to be found than is listed. */
    MORE_FINDINGS
}
