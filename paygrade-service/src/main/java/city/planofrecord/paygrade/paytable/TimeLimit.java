package city.planofrecord.paygrade.paytable;

import java.time.Duration;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** How long the reading of one file may take. */
final class TimeLimit {

    private final Duration most;
    private final long end;

    TimeLimit(Duration most) {
        this.most = most;
        this.end = System.nanoTime() + most.toNanos();
    }

    /** @throws Refused (422) where the time is over */
    void check() {
        if (System.nanoTime() - end > 0) {
            throw new Refused(
                    ProblemKind.UNREADABLE_DOCUMENT,
                    "The workbook took more than " + most.toSeconds()
                            + " seconds to read. Copy the table alone into a new workbook, or save it as CSV UTF-8.");
        }
    }
}
