package city.planofrecord.notice.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.AllottedIds;
import city.planofrecord.notice.notice.AllottedIds.Thing;
import city.planofrecord.notice.notice.GradeName;
import city.planofrecord.notice.notice.ItemIds;
import city.planofrecord.notice.notice.ProposedAction;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.publishgate.Plan;
import city.planofrecord.notice.publishgate.PlanAsHeard;

/** Finds the ids of what items touch: of what exists on a day from the plan as heard, of what they establish anew. */
@Singleton
public class ItemResolution {

    private final PlanAsHeard plan;
    private final AllottedIds allotted;

    ItemResolution(PlanAsHeard plan, AllottedIds allotted) {
        this.plan = plan;
        this.allotted = allotted;
    }

    /**
     * The ids of the items' classes, grades and schedules.
     *
     * @param whole all items of the notice, some of which may establish what others use
     * @throws Refused (422) where something is not known on the day
     */
    public Map<Integer, ItemIds> resolve(
            String number, List<ProposedItem> items, List<ProposedItem> whole, LocalDate day) {
        var resolving = new Resolving(number, plan.forItems(items.size()), whole, day);
        var ids = new TreeMap<Integer, ItemIds>();
        for (var item : items) {
            item.action().ifPresent(action -> ids.put(item.item(), resolving.resolve(item, action)));
        }
        if (!resolving.unknown.isEmpty()) {
            throw Refused.invalid(resolving.unknown);
        }
        return ids;
    }

    /** One run for one notice. */
    private final class Resolving {

        private final String number;
        private final Plan plan;
        private final Set<GradeName> newGrades = new HashSet<>();
        private final Set<String> newSchedules = new HashSet<>();
        private final LocalDate day;
        private final List<Violation> unknown = new ArrayList<>();

        Resolving(String number, Plan plan, List<ProposedItem> whole, LocalDate day) {
            this.number = number;
            this.plan = plan;
            this.day = day;
            for (var item : whole) {
                item.action().ifPresent(this::establishing);
            }
        }

        private void establishing(ProposedAction action) {
            if (action instanceof ProposedAction.EstablishGrade establish) {
                newGrades.add(establish.grade());
            } else if (action instanceof ProposedAction.EstablishSchedule establish) {
                newSchedules.add(establish.schedule());
            }
        }

        ItemIds resolve(ProposedItem item, ProposedAction action) {
            return switch (action) {
                case ProposedAction.Revise revise -> {
                    var grade = revise.change().grade();
                    var jobClass = jobClass(item, revise.jobCode());
                    yield grade == null ? ofClass(jobClass) : ofClass(jobClass, grade(item, "/proposed/grade", grade));
                }
                case ProposedAction.Establish establish ->
                    ofClass(
                            allotted.of(number, Thing.JOB_CLASS, establish.jobCode()),
                            grade(item, "/proposed/grade", establish.grade()));
                case ProposedAction.Abolish abolish -> ofClass(jobClass(item, abolish.jobCode()));
                case ProposedAction.EstablishSchedule establish ->
                    new ItemIds(null, null, null, allotted.of(number, Thing.PAY_SCHEDULE, establish.schedule()));
                case ProposedAction.AbolishSchedule abolish ->
                    new ItemIds(null, null, null, presentSchedule(item, "/present/schedule", abolish.schedule()));
                case ProposedAction.EstablishGrade establish ->
                    new ItemIds(
                            null,
                            null,
                            allotted.of(
                                    number, Thing.PAY_GRADE, establish.grade().canonical()),
                            schedule(item, "/proposed/grade", establish.grade().schedule()));
                case ProposedAction.AdjustRange adjust -> ofGrade(grade(item, "/present/grade", adjust.grade()));
                case ProposedAction.AbolishGrade abolish ->
                    ofGrade(presentGrade(item, "/present/grade", abolish.grade()));
            };
        }

        private static ItemIds ofClass(UUID jobClass) {
            return new ItemIds(jobClass, null, null, null);
        }

        private static ItemIds ofClass(UUID jobClass, UUID grade) {
            return new ItemIds(jobClass, grade, null, null);
        }

        private static ItemIds ofGrade(UUID grade) {
            return new ItemIds(null, null, grade, null);
        }

        private UUID jobClass(ProposedItem item, String jobCode) {
            return plan.bearing(jobCode).stream()
                    .filter(period -> period.covers(day))
                    .findFirst()
                    .map(found -> found.id())
                    .orElseGet(() -> unknown(item, "/present/jobCode", jobCode));
        }

        private UUID grade(ProposedItem item, String field, GradeName grade) {
            return newGrades.contains(grade)
                    ? allotted.of(number, Thing.PAY_GRADE, grade.canonical())
                    : presentGrade(item, field, grade);
        }

        /** Of the plan, though the notice establish another of its name. */
        private UUID presentGrade(ProposedItem item, String field, GradeName grade) {
            return plan.named(grade.canonical()).stream()
                    .filter(period -> period.covers(day))
                    .findFirst()
                    .map(found -> found.id())
                    .orElseGet(() -> unknown(item, field, grade.canonical()));
        }

        private UUID schedule(ProposedItem item, String field, String schedule) {
            return newSchedules.contains(schedule)
                    ? allotted.of(number, Thing.PAY_SCHEDULE, schedule)
                    : presentSchedule(item, field, schedule);
        }

        /** Of the plan, though the notice establish another of its letter. */
        private UUID presentSchedule(ProposedItem item, String field, String schedule) {
            return plan.ofSchedule(schedule).stream()
                    .filter(period -> period.covers(day))
                    .findFirst()
                    .map(found -> found.scheduleId())
                    .orElseGet(() -> unknown(item, field, schedule));
        }

        private UUID unknown(ProposedItem item, String field, String found) {
            unknown.add(Violation.at(
                    "/items/" + (item.item() - 1) + field,
                    found + " is not in the plan on " + day + ".",
                    found,
                    "something in effect on " + day));
            return new UUID(0, 0);
        }
    }
}
