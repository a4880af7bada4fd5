package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.paygrade.jobclass.JobClasses;

/** Tells on which days of a stretch the pay of classes becomes another. */
@Singleton
class UpcomingPay {

    private final KnownPlans plans;
    private final TouchedClasses touched;
    private final Endings endings;

    UpcomingPay(KnownPlans plans, TouchedClasses touched, Endings endings) {
        this.plans = plans;
        this.touched = touched;
        this.endings = endings;
    }

    private record Turn(UUID classId, String jobCode, PayTurn turn) {

        String place() {
            return turn.date() + " " + jobCode + " " + classId;
        }
    }

    /** The turns of all classes, by date, then by job code. */
    Slice<UpcomingView> find(Days days, @Nullable Instant knownAt, @Nullable String after, int limit) {
        return plans.atOnce(() -> {
            var plan = plans.of(touched.turning(days, knownAt), days, knownAt);
            var turns = plan.classes().stream()
                    .flatMap(id -> PayTurn.of(plan.timeline(id), days).stream().map(turn -> turn(id, turn)))
                    .toList();
            var page = Slice.of(turns, Turn::place, after, limit);
            var ended = page.items().stream()
                    .filter(turn -> turn.turn().after() == null)
                    .toList();
            var assignments =
                    endings.ofAssignments(ended.stream().map(Turn::classId).collect(Collectors.toSet()), knownAt);
            var grades = endings.ofGrades(
                    ended.stream()
                            .map(turn -> standing(turn.turn()).grade().subject())
                            .collect(Collectors.toSet()),
                    knownAt);
            return page.map(turn -> view(plan, turn, assignments, grades));
        });
    }

    private static Turn turn(UUID classId, PayTurn turn) {
        return new Turn(classId, JobClasses.name(standing(turn).jobClass()).jobCode(), turn);
    }

    private static PayPeriod standing(PayTurn turn) {
        return Objects.requireNonNull(turn.after() == null ? turn.before() : turn.after());
    }

    private static UpcomingView view(KnownPlan plan, Turn of, Endings.Known assignments, Endings.Known grades) {
        var turn = of.turn();
        return new UpcomingView(
                turn.date(),
                of.classId(),
                of.jobCode(),
                PayChange.between(turn.before(), turn.after()),
                plan.payIfAny(turn.before(), turn.date().minusDays(1)),
                plan.payIfAny(turn.after(), turn.date()),
                turn.after() == null
                        ? ended(standing(turn), turn.date(), assignments, grades)
                        : begun(turn.date(), turn.before(), turn.after()));
    }

    /** The facts that begin on the day and are otherwise than what stood before. */
    private static List<Cause> begun(LocalDate date, @Nullable PayPeriod before, PayPeriod after) {
        var changes = PayChange.between(before, after);
        var causes = new ArrayList<Cause>();
        if (after.jobClass().effectiveFrom().equals(date)
                && Stream.of(PayChange.BEGIN, PayChange.RECODE, PayChange.RETITLE)
                        .anyMatch(changes::contains)) {
            causes.add(Cause.of(after.jobClass()));
        }
        if (after.assignment().effectiveFrom().equals(date)
                && Stream.of(PayChange.BEGIN, PayChange.REGRADE).anyMatch(changes::contains)) {
            causes.add(Cause.of(Cause.Kind.ASSIGNMENT, after.assignment()));
        }
        if (after.grade().effectiveFrom().equals(date)
                && Stream.of(PayChange.BEGIN, PayChange.GRADE_RECODE, PayChange.RANGE)
                        .anyMatch(changes::contains)) {
            causes.add(Cause.of(Cause.Kind.RANGE, after.grade()));
        }
        return causes;
    }

    private static List<Cause> ended(PayPeriod last, LocalDate date, Endings.Known assignments, Endings.Known grades) {
        var causes = new ArrayList<Cause>();
        if (date.equals(last.jobClass().effectiveUntil())) {
            causes.add(new Cause(Cause.Kind.CLASS, date, null, null, null));
        }
        if (date.equals(last.assignment().effectiveUntil())) {
            assignments.on(last.jobClass().subject(), date).ifPresent(causes::add);
        }
        if (date.equals(last.grade().effectiveUntil())) {
            grades.on(last.grade().subject(), date).ifPresent(causes::add);
        }
        return causes;
    }
}
