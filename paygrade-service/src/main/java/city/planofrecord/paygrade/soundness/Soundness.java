package city.planofrecord.paygrade.soundness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Every day of an assignment is a day of its grade, every day of a grade is a day of its schedule, and no two things
 * bear one name on a day. Judged by how the plan stands in the end, in whatever order it came to that.
 */
public final class Soundness {

    private final Plan plan;
    private final Set<UUID> changed;
    private final List<Flaw> flaws = new ArrayList<>();

    private Soundness(Plan plan, Set<UUID> changed) {
        this.plan = plan;
        this.changed = changed;
    }

    /** What is wrong with the changed things, and with those that rest on them. */
    public static List<Flaw> flaws(Plan plan, Set<UUID> changed) {
        var soundness = new Soundness(plan, changed);
        soundness.judgeSchedules();
        soundness.judgeGrades();
        soundness.judgeAssignments();
        return List.copyOf(new ArrayList<>(new LinkedHashSet<>(soundness.flaws)));
    }

    private void judgeSchedules() {
        var letters = byName(plan.schedules(), SchedulePeriod::letter);
        plan.schedules().forEach((id, periods) -> {
            if (changed.contains(id)) {
                periods.forEach(period -> clash(letters, id, period, period.letter())
                        .ifPresent(other -> taken(id, "schedule " + period.letter(), period.letter(), other)));
            }
        });
    }

    private void judgeGrades() {
        var names = byName(plan.grades(), GradePeriod::grade);
        plan.grades()
                .forEach((id, periods) -> periods.forEach(period -> {
                    var schedule = plan.schedule(period.schedule());
                    var missing = firstUncovered(period, lettered(schedule, period.letter()));
                    if (changed.contains(id)) {
                        clash(names, id, period, period.grade())
                                .ifPresent(other -> taken(id, "grade " + period.grade(), period.grade(), other));
                        missing.ifPresent(day -> unfounded(id, "schedule", period.letter(), day, schedule));
                    } else if (changed.contains(period.schedule())) {
                        missing.ifPresent(day -> stillUsed(
                                period.schedule(),
                                "grade " + period.grade() + " is a line of it on " + day,
                                period.grade()));
                    }
                }));
    }

    private void judgeAssignments() {
        plan.assignments()
                .forEach((id, periods) -> periods.forEach(period -> {
                    var grade = plan.grade(period.grade());
                    var missing = firstUncovered(period, grade);
                    if (changed.contains(id)) {
                        missing.ifPresent(day -> unfounded(id, "grade", period.name(), day, grade));
                    } else if (changed.contains(period.grade())) {
                        missing.ifPresent(
                                day -> stillUsed(period.grade(), "a class carries it on " + day, "class " + id));
                    }
                }));
    }

    private static List<SchedulePeriod> lettered(List<SchedulePeriod> periods, String letter) {
        return periods.stream().filter(period -> period.letter().equals(letter)).toList();
    }

    /** A period in which a thing bears a name. */
    private record Borne(UUID bearer, PlanPeriod period) {}

    private static <T extends PlanPeriod> Map<String, List<Borne>> byName(
            Map<UUID, List<T>> all, Function<T, String> name) {
        var borne = new HashMap<String, List<Borne>>();
        all.forEach((id, periods) ->
                periods.forEach(period -> borne.computeIfAbsent(name.apply(period), _ -> new ArrayList<>())
                        .add(new Borne(id, period))));
        return borne;
    }

    private static Optional<PlanPeriod> clash(Map<String, List<Borne>> names, UUID id, PlanPeriod period, String name) {
        return names.getOrDefault(name, List.of()).stream()
                .filter(borne -> !borne.bearer().equals(id))
                .map(Borne::period)
                .filter(other -> other.overlaps(period))
                .min(Comparator.comparing(PlanPeriod::from));
    }

    private static Optional<LocalDate> firstUncovered(PlanPeriod period, List<? extends PlanPeriod> ground) {
        var days = new HashSet<LocalDate>();
        days.add(period.from());
        ground.forEach(under -> {
            if (under.until() != null) {
                days.add(under.until());
            }
        });
        return days.stream()
                .filter(period::covers)
                .filter(day -> ground.stream().noneMatch(under -> under.covers(day)))
                .min(Comparator.naturalOrder());
    }

    private void taken(UUID id, String what, String found, PlanPeriod other) {
        flaws.add(new Flaw(
                id, Flaw.Kind.TAKEN, what + " is taken " + days(other), found, "a name that is free on every day"));
    }

    private void unfounded(UUID id, String what, String name, LocalDate day, List<? extends PlanPeriod> ground) {
        flaws.add(new Flaw(
                id,
                Flaw.Kind.UNFOUNDED,
                what + " " + name + " is not in effect on " + day,
                name,
                ground.isEmpty()
                        ? "a " + what + " that is in effect on " + day
                        : name + " is in effect "
                                + String.join(
                                        ", ",
                                        ground.stream().map(Soundness::days).toList())));
    }

    private void stillUsed(UUID id, String message, String found) {
        flaws.add(new Flaw(id, Flaw.Kind.STILL_USED, message, found, "nothing that rests on it after its end"));
    }

    private static String days(PlanPeriod period) {
        return "from " + period.from() + (period.until() == null ? " on" : " until before " + period.until());
    }
}
