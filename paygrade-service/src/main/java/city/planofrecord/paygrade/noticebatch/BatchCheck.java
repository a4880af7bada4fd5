package city.planofrecord.paygrade.noticebatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.batch.Refusal;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.Timeline;
import city.planofrecord.paygrade.soundness.Plan;
import city.planofrecord.paygrade.soundness.Soundness;

/** Whether a batch can be recorded: each item by what it changes, all of them by the plan that they leave. */
final class BatchCheck {

    private final Map<UUID, Timeline<JsonNode>> timelines;
    private final List<Refusal> refusals = new ArrayList<>();

    private BatchCheck(Map<UUID, Timeline<JsonNode>> timelines) {
        this.timelines = new HashMap<>(timelines);
    }

    /**
     * Why items cannot be taken; empty where all can.
     *
     * @param items in the order of recording
     * @param timelines the present timelines of the things that the items change, of those that exist
     * @param stored the present plan around them
     */
    static List<Refusal> refusals(List<BatchItem> items, Map<UUID, Timeline<JsonNode>> timelines, Plan stored) {
        var check = new BatchCheck(timelines);
        items.forEach(check::apply);
        check.judge(items, stored);
        return List.copyOf(check.refusals);
    }

    private void apply(BatchItem item) {
        var timeline = timelines.getOrDefault(item.thing(), Timeline.of(List.of()));
        var hindrance = hindrance(item, timeline);
        if (hindrance.isPresent()) {
            refusals.add(new Refusal(item.item(), hindrance.get()));
        } else if (!nothingToDo(item, timeline)) {
            timelines.put(item.thing(), timeline.with(act(item, timeline)));
        }
    }

    /** A class that carries no grade can be abolished all the same. */
    static boolean nothingToDo(BatchItem item, Timeline<JsonNode> timeline) {
        return item instanceof BatchItem.AbolishAssignment
                && timeline.on(item.from()).isEmpty();
    }

    private static Act<JsonNode> act(BatchItem item, Timeline<JsonNode> timeline) {
        var exists = switch (item.act()) {
            case ESTABLISHED -> Boolean.TRUE;
            case ABOLISHED -> Boolean.FALSE;
            case AMENDED, CORRECTED, CANCELLED -> null;
        };
        return new Act<>(
                Ids.next(), timeline.acts().size() + 1L, item.act(), item.from(), null, item.fields(), exists, null);
    }

    private static Optional<String> hindrance(BatchItem item, Timeline<JsonNode> timeline) {
        var inEffect = timeline.on(item.from()).isPresent();
        return switch (item) {
            case BatchItem.EstablishSchedule schedule -> taken(timeline, schedule, "schedule " + schedule.letter());
            case BatchItem.EstablishGrade grade -> taken(timeline, grade, "grade " + grade.code());
            case BatchItem.EstablishAssignment assignment ->
                taken(timeline, assignment, "the grade assignment of the class");
            case BatchItem.AdjustRange adjusted -> missing(inEffect, adjusted, "the grade");
            case BatchItem.AmendAssignment amended -> missing(inEffect, amended, "a grade assignment of the class");
            case BatchItem.AbolishGrade abolished -> missing(inEffect, abolished, "the grade");
            case BatchItem.AbolishSchedule abolished -> missing(inEffect, abolished, "the schedule");
            case BatchItem.AbolishAssignment _ -> Optional.empty();
        };
    }

    private static Optional<String> taken(Timeline<JsonNode> timeline, BatchItem item, String what) {
        return timeline.periods().stream()
                .filter(period -> period.until() == null || period.until().isAfter(item.from()))
                .findFirst()
                .map(period -> what + " has been established already, from " + period.from() + " on");
    }

    private static Optional<String> missing(boolean inEffect, BatchItem item, String what) {
        return inEffect ? Optional.empty() : Optional.of(what + " is not in effect on " + item.from());
    }

    private void judge(List<BatchItem> items, Plan stored) {
        var byThing = new HashMap<UUID, List<BatchItem>>();
        items.forEach(item ->
                byThing.computeIfAbsent(item.thing(), _ -> new ArrayList<>()).add(item));
        Soundness.flaws(stored.with(after(items)), byThing.keySet())
                .forEach(flaw -> byThing.getOrDefault(flaw.thing(), List.of())
                        .forEach(item -> refusals.add(new Refusal(item.item(), flaw.message()))));
    }

    private Plan after(List<BatchItem> items) {
        var after = new PlanAfter();
        items.forEach(item ->
                after.put(item.kind(), item.thing(), timelines.getOrDefault(item.thing(), Timeline.of(List.of()))));
        return after.plan();
    }
}
