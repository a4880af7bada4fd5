package city.planofrecord.notice.noticedocument;

/** The period that an amount of pay is for. */
public enum PayBasis {
    ANNUAL,
    HOURLY
}
