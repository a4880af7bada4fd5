package city.planofrecord.classification.jobclass;

/**
 * On what the exemption of a class from overtime rests: 29 U.S.C. 213(a)(1) and (17), by the tests of 29 CFR part 541.
 * Other bases of the Act (elected officials and their staff, seasonal recreation, small fire and police agencies) are
 * {@link #OTHER}.
 */
public enum FlsaExemption {
    /** 29 CFR 541.100. */
    EXECUTIVE,
    /** 29 CFR 541.200. */
    ADMINISTRATIVE,
    /** Learned, creative, teaching, law and medicine: 29 CFR 541.300 to 541.304. */
    PROFESSIONAL,
    /** 29 CFR 541.400. */
    COMPUTER,
    /** 29 CFR 541.500. */
    OUTSIDE_SALES,
    /** 29 CFR 541.601. */
    HIGHLY_COMPENSATED,
    OTHER
}
