package city.planofrecord.notice.noticerule;

/** By which rule a date was worked out or judged. */
public enum RuleName {
    /** A notice is posted for so many calendar days before it is heard. */
    POSTING_PERIOD,
    /** Requests to speak close before the hearing. */
    SPEAKER_REQUESTS_CLOSE,
    /** Written comments close before the hearing. */
    COMMENTS_CLOSE,
    /** A change takes effect at the beginning of the first work week after its approval. */
    FIRST_WORK_WEEK,
    /** Whether a change waits for an ordinance. */
    ENACTMENT,
    /** A law fixes the date. */
    FIXED_DATE,
    /** Who may approve small changes before the Council has enacted them. */
    PROVISIONAL_APPROVAL,
    /** When the city's offices are open. */
    OFFICE_HOURS,
    /** On which days the city's offices are closed. */
    HOLIDAYS,
    /** How long the personal data of those who wrote or asked to speak are kept. */
    PERSONAL_DATA_RETENTION
}
