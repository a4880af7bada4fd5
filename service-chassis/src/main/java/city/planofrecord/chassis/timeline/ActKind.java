package city.planofrecord.chassis.timeline;

/** What an act does to the thing it speaks of. */
public enum ActKind {
    /** The thing begins. */
    ESTABLISHED,
    /** Fields change from a date on. */
    AMENDED,
    /** What was recorded wrongly for a period is set right. */
    CORRECTED,
    /** An act that has not taken effect is taken out. */
    CANCELLED,
    /** The thing ends; it is never deleted. */
    ABOLISHED
}
