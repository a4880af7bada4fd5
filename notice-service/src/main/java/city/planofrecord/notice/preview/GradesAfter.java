package city.planofrecord.notice.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.GradeName;
import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.notice.ProposedAction;
import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;
import city.planofrecord.notice.preview.GradeBeforeAndAfter.GradeImage;
import city.planofrecord.notice.publishgate.WholePlan;

/** The grades and schedules as notices leave them. */
public final class GradesAfter {

    private final WholePlan plan;
    private final Conflicts conflicts;

    /** Grades that were touched so far, as they are now, number first; empty where abolished. */
    private final Map<String, Optional<PricedGrade>> touched = new HashMap<>();

    private final List<GradeBeforeAndAfter> grades = new ArrayList<>();
    private final List<ScheduleBeforeAndAfter> schedules = new ArrayList<>();

    GradesAfter(WholePlan plan, Conflicts conflicts) {
        this.plan = plan;
        this.conflicts = conflicts;
    }

    /** A grade that is there, with or without a range. */
    public record PricedGrade(String schedule, @Nullable HeardRange range) {

        private GradeImage image() {
            return new GradeImage(schedule, RangeImage.of(range));
        }
    }

    static String canonical(String written) {
        return GradeName.parse(written).map(GradeName::canonical).orElse(written);
    }

    // What is abolished goes first, so that its name is free for what is established.
    void carryOut(Batch batch) {
        for (var item : batch.items()) {
            item.action().ifPresent(action -> end(batch, new ItemOf(batch.notice(), item.item()), action));
        }
        for (var item : batch.items()) {
            item.action().ifPresent(action -> begin(batch, new ItemOf(batch.notice(), item.item()), action));
        }
    }

    private void end(Batch batch, ItemOf by, ProposedAction action) {
        if (action instanceof ProposedAction.AbolishGrade abolish) {
            change(batch, by, abolish.grade().canonical(), null);
        } else if (action instanceof ProposedAction.AdjustRange adjust) {
            change(batch, by, adjust.grade().canonical(), heard(adjust.range()));
        } else if (action instanceof ProposedAction.AbolishSchedule abolish) {
            schedules.add(new ScheduleBeforeAndAfter(by, abolish.schedule(), batch.effective(), true, false));
        }
    }

    private void begin(Batch batch, ItemOf by, ProposedAction action) {
        if (action instanceof ProposedAction.EstablishGrade establish) {
            var name = establish.grade().canonical();
            var after = new PricedGrade(establish.grade().schedule(), heard(establish.range()));
            touched.put(name, Optional.of(after));
            grades.add(new GradeBeforeAndAfter(by, name, batch.effective(), null, after.image(), List.of()));
            conflicts.give(by, "grade " + name);
        } else if (action instanceof ProposedAction.EstablishSchedule establish) {
            schedules.add(new ScheduleBeforeAndAfter(by, establish.schedule(), batch.effective(), false, true));
            conflicts.give(by, "schedule " + establish.schedule());
        }
    }

    private void change(Batch batch, ItemOf by, String name, @Nullable HeardRange range) {
        var before = on(name, batch.present());
        if (before.isEmpty()) {
            conflicts.notThere(
                    by,
                    last(name).orElse(null),
                    "grade " + name,
                    "There is no grade " + name + " on " + batch.effective() + " any more; the item is left out.",
                    "There is no grade " + name + " on " + batch.effective() + "; the item is left out.");
            return;
        }
        var after = Optional.ofNullable(range)
                .map(given -> new PricedGrade(before.get().schedule(), given));
        touched.put(name, after);
        conflicts.set(by, "grade " + name, "grade " + name);
        grades.add(new GradeBeforeAndAfter(
                by,
                name,
                batch.effective(),
                before.get().image(),
                after.map(PricedGrade::image).orElse(null),
                range != null && !Objects.equals(before.get().range(), range) ? List.of("range") : List.of()));
    }

    private Optional<ItemOf> last(String name) {
        return grades.reversed().stream()
                .filter(one -> one.grade().equals(name))
                .findFirst()
                .map(GradeBeforeAndAfter::by);
    }

    private static HeardRange heard(PrintedRange range) {
        return new HeardRange(
                range.minimum().value(),
                range.maximum().value(),
                range.currency(),
                range.basis().name());
    }

    /** The grade on the day after all this; empty where it is not there. */
    public Optional<PricedGrade> on(String grade, LocalDate day) {
        var now = touched.get(grade);
        return now != null
                ? now
                : plan.named(grade).stream()
                        .filter(period -> period.covers(day))
                        .findFirst()
                        .map(found -> new PricedGrade(found.schedule(), found.range()));
    }

    @Nullable
    HeardRange range(@Nullable String grade, LocalDate day) {
        return grade == null ? null : on(grade, day).map(PricedGrade::range).orElse(null);
    }

    /** Every grade that is there on the day after all this, by its name, number first. */
    public Map<String, PricedGrade> allOn(LocalDate day) {
        var there = new TreeMap<String, PricedGrade>();
        plan.gradesOn(day).forEach(one -> there.put(one.grade(), new PricedGrade(one.schedule(), one.range())));
        touched.forEach((name, now) -> now.ifPresentOrElse(one -> there.put(name, one), () -> there.remove(name)));
        return there;
    }

    /** What each item makes of its grade. */
    public List<GradeBeforeAndAfter> touched() {
        return List.copyOf(grades);
    }

    public List<ScheduleBeforeAndAfter> schedules() {
        return List.copyOf(schedules);
    }
}
