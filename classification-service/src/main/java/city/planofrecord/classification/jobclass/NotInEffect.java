package city.planofrecord.classification.jobclass;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.ledger.Row;

/** Says of a class that is not in effect on a day when it was or will be. */
final class NotInEffect {

    private NotInEffect() {}

    static Refused on(LocalDate day, JobCode code, List<Row> rows) {
        var later =
                rows.stream().filter(row -> row.effectiveFrom().isAfter(day)).findFirst();
        if (later.isPresent()) {
            var from = later.get().effectiveFrom();
            return new Refused(
                    ProblemKind.NOT_IN_EFFECT,
                    code + " is not in effect on " + day + "; it will be from " + from + ". Ask with asOf on or after "
                            + from + ".",
                    List.of(),
                    Map.of("effectiveFrom", from.toString()));
        }
        if (rows.isEmpty() || rows.getLast().effectiveUntil() == null) {
            return new Refused(ProblemKind.NOT_IN_EFFECT, code + " is not in effect on " + day + ".");
        }
        var until = rows.getLast().effectiveUntil();
        return new Refused(
                ProblemKind.NOT_IN_EFFECT,
                code + " was abolished on " + until + ". Ask with asOf on or before " + until.minusDays(1) + ".",
                List.of(),
                Map.of("effectiveUntil", until.toString()));
    }
}
