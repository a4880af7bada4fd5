package city.planofrecord.notice.noticedocument;

/** What an item of a notice does to the plan. */
public enum ItemKind {
    REVISE,
    ESTABLISH,
    ABOLISH,
    ESTABLISH_SCHEDULE,
    ABOLISH_SCHEDULE,
    ESTABLISH_GRADE,
    ADJUST_RANGE,
    ABOLISH_GRADE
}
