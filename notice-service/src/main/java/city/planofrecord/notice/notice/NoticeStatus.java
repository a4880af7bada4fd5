package city.planofrecord.notice.notice;

/** Where a notice stands in its life. */
public enum NoticeStatus {
    DRAFT,
    POSTED,
    APPROVED,
    DENIED,
    CONTINUED
}
