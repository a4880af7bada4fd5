package city.planofrecord.chassis.dated;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

/** Says of a thing that is not in effect on a day when it was or will be. */
public final class NotInEffect {

    private NotInEffect() {}

    /**
     * @param name what is asked for, as the beginning of a sentence
     * @param ended what became of it at its end, such as {@code was abolished}
     */
    public static Refused on(LocalDate day, String name, String ended, List<Span> spans) {
        var next =
                spans.stream().map(Span::from).filter(from -> from.isAfter(day)).min(Comparator.naturalOrder());
        if (next.isPresent()) {
            var from = next.get();
            return new Refused(
                    ProblemKind.NOT_IN_EFFECT,
                    name + " is not in effect on " + day + "; it is from " + from + " on. Ask with asOf on or after "
                            + from + ".",
                    List.of(),
                    Map.of("effectiveFrom", from.toString()));
        }
        var last = spans.stream().map(Span::until).filter(Objects::nonNull).max(Comparator.naturalOrder());
        if (last.isEmpty()) {
            return new Refused(ProblemKind.NOT_IN_EFFECT, name + " is not in effect on " + day + ".");
        }
        var until = last.get();
        return new Refused(
                ProblemKind.NOT_IN_EFFECT,
                name + " " + ended + " on " + until + ". Ask with asOf on or before " + until.minusDays(1) + ".",
                List.of(),
                Map.of("effectiveUntil", until.toString()));
    }
}
