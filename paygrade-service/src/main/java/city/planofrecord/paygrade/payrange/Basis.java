package city.planofrecord.paygrade.payrange;

/** For what time an amount is paid. */
public enum Basis {
    /** For a year. */
    ANNUAL,
    /** For an hour. */
    HOURLY
}
