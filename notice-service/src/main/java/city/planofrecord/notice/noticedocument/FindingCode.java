package city.planofrecord.notice.noticedocument;

/** What can be doubtful about a notice document; a name once published keeps its meaning. */
public enum FindingCode {
    /** The text is no classification notice. */
    NO_NOTICE,
    /** More text than a notice can have; nothing was read. */
    DOCUMENT_TOO_LONG,
    /** There is more to find than is listed. */
    MORE_FINDINGS,
    /** No rule of the grammar claims this text. */
    UNCLAIMED_TEXT,
    /** A heading in none of the known spellings. */
    UNKNOWN_HEADING,
    /** A part that every notice has is not there. */
    VALUE_MISSING,
    /** A part that a notice has once is there again. */
    VALUE_REPEATED,
    /** A date was expected and none, or more than one, was found. */
    DATE_UNREADABLE,
    /** A date that no calendar has. */
    DATE_IMPOSSIBLE,
    /** The weekday is not that of the date beside it. */
    WEEKDAY_MISMATCH,
    /** A time of day was expected and none, or more than one, was found. */
    TIME_UNREADABLE,
    /** A local time that the clocks skip, or show twice, on that day. */
    TIME_CHANGE,
    /** The place of the hearing could not be told from the text. */
    PLACE_UNREADABLE,
    /** Nobody to write to, or to call, could be told from the text. */
    CONTACT_UNREADABLE,
    /** A table without a heading row, with a column twice, or without rows. */
    TABLE_UNREADABLE,
    /** A column in none of the known spellings. */
    UNKNOWN_COLUMN,
    /** A row whose cells do not fit the columns. */
    ROW_UNREADABLE,
    /** Columns that stand apart from their table were matched to it by the order of the rows. */
    TORN_COLUMNS_MATCHED,
    /** Columns that stand apart from their table have more or fewer rows than it, and were left out. */
    TORN_COLUMNS_REFUSED,
    /** A job code that is none. */
    JOB_CODE_UNREADABLE,
    /** A grade or a range that could not be read. */
    PAY_UNREADABLE,
    /** Amounts too small for a year, without a word that says hourly. */
    PAY_BASIS_ASSUMED,
    /** A range whose minimum is above its maximum, or that changes while the grade does not. */
    RANGE_CONTRADICTORY,
    /** A section's heading and its columns do not say the same. */
    HEADING_DISAGREES,
    /** An attached specification without a job code was joined to its item by title. */
    ATTACHMENT_JOINED_BY_TITLE,
    /** An attached specification was joined to its item by job code although the titles differ. */
    ATTACHMENT_JOINED_BY_CODE,
    /** An attached specification was joined to the item that somebody named, although the titles differ. */
    ATTACHMENT_JOINED_BY_NUMBER,
    /** An attached specification that belongs to no item. */
    ATTACHMENT_WITHOUT_ITEM,
    /** An attached specification that could belong to several items, or an item to which several could belong. */
    ATTACHMENT_AMBIGUOUS,
    /** An item whose specification ought to be attached, and is not. */
    ITEM_WITHOUT_ATTACHMENT
}
