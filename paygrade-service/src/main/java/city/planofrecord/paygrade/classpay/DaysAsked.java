package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.chassis.register.ActRules;

/** The stretch of days that a request asks about. */
final class DaysAsked {

    private DaysAsked() {}

    /**
     * @param until exclusive; null for no end
     * @throws Refused (400) where the stretch is empty, or reaches beyond the dates that are taken at all
     */
    static Days of(@Nullable LocalDate from, @Nullable LocalDate until) {
        var violations = new ArrayList<Violation>();
        requireWithin("from", from, violations);
        requireWithin("until", until, violations);
        if (violations.isEmpty() && from != null && until != null && !until.isAfter(from)) {
            violations.add(Violation.ofParameter(
                    "until", "the period is empty; until is exclusive", until.toString(), "a date after " + from));
        }
        if (!violations.isEmpty()) {
            var first = violations.getFirst();
            throw new Refused(ProblemKind.MALFORMED, first.parameter() + ": " + first.message() + ".", violations);
        }
        return new Days(from, until);
    }

    private static void requireWithin(String name, @Nullable LocalDate date, List<Violation> violations) {
        if (date != null && (date.isBefore(ActRules.EARLIEST) || date.isAfter(ActRules.LATEST))) {
            violations.add(Violation.ofParameter(
                    name, "the date is out of bounds", date.toString(), ActRules.EARLIEST + " to " + ActRules.LATEST));
        }
    }
}
