package city.planofrecord.notice.noticedocument;

/** What a revision changes about a class, in the order in which an item lists it. */
public enum Change {
    RECODE,
    RETITLE,
    REGRADE,
    RESPECIFY,
    RECLASSIFY
}
