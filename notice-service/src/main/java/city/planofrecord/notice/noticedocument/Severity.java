package city.planofrecord.notice.noticedocument;

/** How much a finding matters: an error lost or contradicts a fact, a warning may have, an info tells how a fact was reached. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
