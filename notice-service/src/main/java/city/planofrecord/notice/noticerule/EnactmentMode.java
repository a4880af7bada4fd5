package city.planofrecord.notice.noticerule;

/** Whether the Council must enact a change that the Board has approved. */
public enum EnactmentMode {
    /** The approval is enough. */
    NONE,
    /** The change counts from its enactment, and nothing is recorded before. */
    BEFORE,
    /** The change counts from its approval, and lapses if it is not enacted later. */
    PROVISIONAL
}
