package city.planofrecord.paygrade.paytable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** How large a pay table may be. */
final class TableLimits {

    /** Rows with something in them, the header not counted. */
    static final int ROWS = 5_000;

    /** Rows of one grade: each is judged against all others of it. */
    static final int ROWS_OF_A_GRADE = 200;

    static final int COLUMNS = 100;

    /** So many findings are named; the problem says how many there are. */
    static final int FINDINGS = 1_000;

    private TableLimits() {}

    static Refused tooManyRows() {
        return new Refused(
                ProblemKind.TOO_LARGE,
                "The pay table has more than " + ROWS
                        + " rows, the most that one import takes. Nothing was stored; send it"
                        + " in parts, for instance schedule by schedule.");
    }
}
