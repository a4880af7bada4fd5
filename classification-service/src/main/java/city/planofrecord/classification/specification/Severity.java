package city.planofrecord.classification.specification;

/** How much a finding matters. */
public enum Severity {
    /** Something that must be there could not be read. */
    ERROR,
    /** Something was read with doubt, or not at all. */
    WARNING,
    /** Something that a reader should know and need not mend. */
    INFO
}
