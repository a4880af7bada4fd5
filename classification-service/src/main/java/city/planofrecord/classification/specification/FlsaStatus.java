package city.planofrecord.classification.specification;

/** Whether a class is exempt from overtime under the Fair Labor Standards Act. */
public enum FlsaStatus {
    EXEMPT,
    NON_EXEMPT,
    /** What is written says neither. */
    UNKNOWN
}
