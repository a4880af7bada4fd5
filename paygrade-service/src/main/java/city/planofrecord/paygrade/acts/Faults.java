package city.planofrecord.paygrade.acts;

import java.util.List;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.paygrade.soundness.Flaw;

/** Refuses what would leave the plan unsound. */
final class Faults {

    private Faults() {}

    /** @param pointer of the field that is at fault */
    static void requireNone(List<Flaw> flaws, String pointer) {
        if (flaws.isEmpty()) {
            return;
        }
        var violations = flaws.stream()
                .map(flaw -> Violation.at(pointer, flaw.message(), flaw.found(), flaw.expected()))
                .toList();
        if (flaws.stream().allMatch(flaw -> flaw.kind() == Flaw.Kind.UNFOUNDED)) {
            throw Refused.invalid(violations);
        }
        var first = flaws.getFirst();
        throw new Refused(
                ProblemKind.CONFLICT,
                switch (first.kind()) {
                    case TAKEN, UNFOUNDED -> sentence(first.message()) + " Use another name or date.";
                    case STILL_USED -> "It is still used: " + first.message() + ". Change that first.";
                },
                violations);
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
