package city.planofrecord.classification.jobclass;

/** Whether a class is exempt from overtime under the Fair Labor Standards Act. */
public enum FlsaStatus {
    EXEMPT,
    NON_EXEMPT
}
