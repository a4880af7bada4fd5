package city.planofrecord.notice.publishgate;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.notice.GradeName;
import city.planofrecord.notice.notice.PrintedRange;
import city.planofrecord.notice.notice.ProposedAction.AbolishGrade;
import city.planofrecord.notice.notice.ProposedAction.AbolishSchedule;
import city.planofrecord.notice.notice.ProposedAction.AdjustRange;
import city.planofrecord.notice.notice.ProposedAction.EstablishGrade;
import city.planofrecord.notice.notice.ProposedAction.EstablishSchedule;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.paygrade.HeardGrade;
import city.planofrecord.notice.paygrade.HeardGrade.HeardRange;

/** Whether what an item says of grades, ranges and schedules fits the pay plan on the day. */
final class GradeRules {

    /** How many classes a finding names. */
    private static final int NAMED = 20;

    private final Plan plan;
    private final LocalDate day;
    private final WholeNotice whole;
    private final Findings findings;

    GradeRules(Plan plan, LocalDate day, WholeNotice whole, Findings findings) {
        this.plan = plan;
        this.day = day;
        this.whole = whole;
        this.findings = findings;
    }

    void check(ProposedItem item, EstablishSchedule establish) {
        if (!whole.abolishes(establish.schedule())
                && plan.ofSchedule(establish.schedule()).stream().anyMatch(grade -> grade.reaches(day))) {
            findings.refuse(
                    item,
                    "/proposed/schedule",
                    GateRule.SCHEDULE_FREE,
                    "There is a schedule " + establish.schedule() + " already.",
                    establish.schedule(),
                    "a letter that no schedule bears");
        }
    }

    void check(ProposedItem item, AbolishSchedule abolish) {
        scheduleIsKnown(item, "/present/schedule", abolish.schedule());
    }

    void check(ProposedItem item, EstablishGrade establish) {
        var name = establish.grade();
        if (plan.named(name.canonical()).stream().anyMatch(grade -> grade.reaches(day)) && !whole.abolishes(name)) {
            findings.refuse(
                    item,
                    "/proposed/grade",
                    GateRule.GRADE_FREE,
                    "There is a grade " + name.canonical() + " on " + day + " or later.",
                    name.canonical(),
                    "a grade that is not there yet");
        }
        if (!whole.establishes(name.schedule())) {
            scheduleIsKnown(item, "/proposed/grade", name.schedule());
        }
        inOrder(item, "/proposed/range", establish.range());
        shapeIsAlike(item, name, establish.range());
    }

    void check(ProposedItem item, AdjustRange adjust) {
        usable(item, "/present/grade", adjust.grade());
        printed(item, "/present/range", adjust.grade(), item.present());
        inOrder(item, "/proposed/range", adjust.range());
        shapeIsAlike(item, adjust.grade(), adjust.range());
    }

    void check(ProposedItem item, AbolishGrade abolish) {
        if (onDay(abolish.grade()).isEmpty()) {
            notThere(item, "/present/grade", abolish.grade());
        }
        printed(item, "/present/range", abolish.grade(), item.present());
        nobodyIsLeft(item, abolish.grade().canonical());
    }

    /** No class that the notice does not speak of goes on carrying the grade; those that it does are judged by their items. */
    private void nobodyIsLeft(ProposedItem item, String grade) {
        var left = plan.carrying(grade, day).stream()
                .map(HeardClass::jobCode)
                .filter(jobCode -> !whole.changes(jobCode))
                .toList();
        if (!left.isEmpty()) {
            findings.refuse(
                    item,
                    "/present/grade",
                    GateRule.GRADE_STILL_CARRIED,
                    left.size() == 1
                            ? left.getFirst() + " carries " + grade + ", and no item regrades or abolishes it."
                            : left.size() + " classes carry " + grade + ", and no item regrades or abolishes them.",
                    String.join(", ", left.subList(0, Math.min(left.size(), NAMED))),
                    "an item for each class that carries the grade");
        }
    }

    /** A class can carry the grade after the notice: it is there on the day or established by it, and not abolished. */
    void usable(ProposedItem item, String field, GradeName grade) {
        if (!whole.establishes(grade) && (onDay(grade).isEmpty() || whole.abolishes(grade))) {
            notThere(item, field, grade);
        }
    }

    /** What an item calls the new grade is established by the notice. */
    void newWhereItSaysSo(ProposedItem item, GradeName grade) {
        if (item.proposed() != null && Boolean.TRUE.equals(item.proposed().newGrade()) && !whole.establishes(grade)) {
            findings.refuse(
                    item,
                    "/proposed/newGrade",
                    GateRule.NEW_GRADE,
                    "No item establishes " + grade.canonical() + ". Leave newGrade out, or establish the grade.",
                    grade.canonical(),
                    "a grade that this notice establishes");
        }
    }

    /** The grade that a class keeps is not abolished beneath it. */
    void staysUsable(ProposedItem item, String carried) {
        GradeName.parse(carried)
                .filter(whole::abolishes)
                .ifPresent(grade -> findings.refuse(
                        item,
                        "/proposed/grade",
                        GateRule.GRADE_STILL_CARRIED,
                        "The class carries " + carried + ", which this notice abolishes. "
                                + (whole.establishes(grade)
                                        ? "Say grade and newGrade, if it goes to the new grade of that name."
                                        : "Propose another grade."),
                        carried,
                        whole.establishes(grade) ? "newGrade with " + carried : "a grade that stays"));
    }

    private void notThere(ProposedItem item, String field, GradeName grade) {
        var ever = plan.named(grade.canonical());
        if (ever.isEmpty()) {
            findings.refuse(
                    item,
                    field,
                    GateRule.GRADE_KNOWN,
                    "There has never been a grade " + grade.canonical() + ". Correct it, or establish it.",
                    grade.canonical(),
                    "a grade of the pay plan");
        } else {
            findings.refuse(
                    item,
                    field,
                    GateRule.GRADE_IN_EFFECT,
                    "There is no grade " + grade.canonical() + " on " + day + ", the day of the change.",
                    grade.canonical(),
                    "a grade in effect on " + day);
        }
    }

    /** The range that the terms print is the one that the pay plan has for the grade on the day. */
    void printed(ProposedItem item, String field, GradeName grade, @Nullable Terms terms) {
        var printed = terms == null ? null : terms.range();
        if (printed == null || whole.establishes(grade)) {
            return;
        }
        onDay(grade).ifPresent(found -> {
            if (!same(printed, found.range())) {
                findings.refuse(
                        item,
                        field,
                        GateRule.PRINTED_RANGE,
                        "The pay plan has another range for " + grade.canonical() + " on " + day + ".",
                        printed.toString(),
                        found.range() == null ? "no range" : found.range().toString());
            }
        });
    }

    private static boolean same(PrintedRange printed, @Nullable HeardRange range) {
        return range != null
                && printed.minimum().value().compareTo(range.minimum()) == 0
                && printed.maximum().value().compareTo(range.maximum()) == 0
                && printed.currency().equals(range.currency())
                && printed.basis().name().equals(range.basis());
    }

    private void inOrder(ProposedItem item, String field, PrintedRange range) {
        if (range.minimum().value().compareTo(range.maximum().value()) > 0) {
            findings.refuse(
                    item,
                    field,
                    GateRule.RANGE_ORDER,
                    "The minimum of the range is above its maximum.",
                    range.toString(),
                    "a minimum that is not above the maximum");
        }
    }

    private void shapeIsAlike(ProposedItem item, GradeName name, PrintedRange range) {
        var shape = new ScheduleShape(plan.ofSchedule(name.schedule()).stream()
                .filter(grade -> grade.covers(day) && !grade.grade().equals(name.canonical()))
                .toList());
        var proposed = ScheduleShape.heard(range);
        shape.usualSpread()
                .filter(usual -> Math.abs(proposed.spread() - usual) > ScheduleShape.UNLIKE_SPREAD)
                .ifPresent(usual -> findings.warn(
                        item,
                        "/proposed/range",
                        GateRule.RANGE_SPREAD,
                        "The range spread is unlike that of the schedule's other grades.",
                        percent(proposed.spread()),
                        "about " + percent(usual)));
        var growth = shape.progression(Integer.parseInt(name.number()), proposed);
        growth.flatMap(found -> shape.usualProgression()
                        .filter(usual -> Math.abs(found - usual) > ScheduleShape.UNLIKE_PROGRESSION))
                .ifPresent(usual -> findings.warn(
                        item,
                        "/proposed/range",
                        GateRule.MIDPOINT_PROGRESSION,
                        "The midpoint grows from the grade below unlike those of the schedule's other grades.",
                        percent(growth.orElseThrow()),
                        "about " + percent(usual)));
    }

    private static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    private void scheduleIsKnown(ProposedItem item, String field, String schedule) {
        if (plan.ofSchedule(schedule).stream().noneMatch(grade -> grade.covers(day))) {
            findings.refuse(
                    item,
                    field,
                    GateRule.SCHEDULE_KNOWN,
                    "No grade of a schedule " + schedule + " is in effect on " + day
                            + ". Correct the letter, or establish the schedule.",
                    schedule,
                    "a schedule of the pay plan");
        }
    }

    private Optional<HeardGrade> onDay(GradeName grade) {
        return plan.named(grade.canonical()).stream()
                .filter(period -> period.covers(day))
                .findFirst();
    }
}
