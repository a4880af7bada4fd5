package city.planofrecord.paygrade.code;

/** In which order documents of a time write a grade's number and letter. */
public enum Notation {
    /** As in {@code 809-A}. */
    NUMBER_FIRST,
    /** As in {@code A-811}. */
    LETTER_FIRST
}
