package city.planofrecord.paygrade.classpay;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Days;
import city.planofrecord.paygrade.jobclass.JobClasses;

/** Tells what is believed about days otherwise than it was: what payroll has to pay or take back. */
@Singleton
class PayDifferences {

    private final KnownPlans plans;
    private final TouchedClasses touched;
    private final Endings endings;

    PayDifferences(KnownPlans plans, TouchedClasses touched, Endings endings) {
        this.plans = plans;
        this.touched = touched;
        this.endings = endings;
    }

    private record Found(UUID classId, String jobCode, PayDifference difference) {

        String place() {
            return jobCode + " " + classId + " " + difference.from();
        }
    }

    /** The differences of all classes, by job code, then by date. */
    Slice<PayDifferenceView> between(
            Instant knownFrom, Instant knownUntil, Days days, @Nullable String after, int limit) {
        return plans.atOnce(() -> {
            var classes = touched.changed(knownFrom, knownUntil, days);
            var then = plans.of(classes, days, knownFrom);
            var now = plans.of(classes, days, knownUntil);
            var all = classes.stream()
                    .flatMap(id -> PayDifference.between(then.timeline(id), now.timeline(id), days).stream()
                            .map(difference -> found(id, difference)))
                    .toList();
            var page = Slice.of(all, Found::place, after, limit);
            var assignments = endings.ofAssignments(gone(page, Found::classId), knownUntil);
            var grades = endings.ofGrades(
                    gone(page, found -> standing(found.difference()).grade().subject()), knownUntil);
            return page.map(found -> new PayDifferenceView(
                    found.classId(),
                    found.jobCode(),
                    found.difference().from(),
                    found.difference().until(),
                    PayChange.between(
                            found.difference().before(), found.difference().afterwards()),
                    then.payIfAny(
                            found.difference().before(), found.difference().from()),
                    now.payIfAny(
                            found.difference().afterwards(), found.difference().from()),
                    causes(found.difference(), knownFrom, assignments, grades)));
        });
    }

    private static Found found(UUID classId, PayDifference difference) {
        return new Found(
                classId, JobClasses.name(standing(difference).jobClass()).jobCode(), difference);
    }

    private static PayPeriod standing(PayDifference difference) {
        var after = difference.afterwards();
        return Objects.requireNonNull(after == null ? difference.before() : after);
    }

    private static Set<UUID> gone(Slice<Found> page, java.util.function.Function<Found, UUID> thing) {
        return page.items().stream()
                .filter(found -> found.difference().after().isEmpty())
                .map(thing)
                .collect(Collectors.toSet());
    }

    /** What is believed of the period and was not: where nothing is, by what it is not. */
    private static List<Cause> causes(
            PayDifference difference, Instant knownFrom, Endings.Known assignments, Endings.Known grades) {
        if (difference.after().isEmpty()) {
            var last = standing(difference);
            return Stream.of(
                            assignments.on(last.jobClass().subject(), difference.from()),
                            grades.on(last.grade().subject(), difference.from()))
                    .flatMap(java.util.Optional::stream)
                    .filter(cause -> isNews(cause.recordedAt(), knownFrom))
                    .toList();
        }
        var causes = new LinkedHashSet<Cause>();
        for (var period : difference.after()) {
            if (period.jobClass().receivedAt().isAfter(knownFrom)) {
                causes.add(Cause.of(period.jobClass()));
            }
            if (period.assignment().recordedAt().isAfter(knownFrom)) {
                causes.add(Cause.of(Cause.Kind.ASSIGNMENT, period.assignment()));
            }
            if (period.grade().recordedAt().isAfter(knownFrom)) {
                causes.add(Cause.of(Cause.Kind.RANGE, period.grade()));
            }
        }
        return List.copyOf(causes);
    }

    private static boolean isNews(@Nullable Instant recordedAt, Instant knownFrom) {
        return recordedAt != null && recordedAt.isAfter(knownFrom);
    }
}
