package city.planofrecord.notice.notice;

/** Where an edition of a notice stands in its life. */
public enum NoticeStatus {
    DRAFT,
    POSTED,
    APPROVED,
    DENIED,
    CONTINUED,
    WITHDRAWN,
    SUPERSEDED,
    /** Everything that was approved was rescinded, or has lapsed, afterwards. */
    RESCINDED
}
