package city.planofrecord.paygrade.noticebatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.timeline.Period;
import city.planofrecord.chassis.timeline.Timeline;
import city.planofrecord.paygrade.soundness.AssignmentPeriod;
import city.planofrecord.paygrade.soundness.GradePeriod;
import city.planofrecord.paygrade.soundness.Plan;
import city.planofrecord.paygrade.soundness.SchedulePeriod;

/** What a batch leaves of the things that it changes. */
final class PlanAfter {

    private final Map<UUID, List<SchedulePeriod>> schedules = new HashMap<>();
    private final Map<UUID, List<GradePeriod>> grades = new HashMap<>();
    private final Map<UUID, List<AssignmentPeriod>> assignments = new HashMap<>();

    void put(BatchItem.Kind kind, UUID thing, Timeline<JsonNode> timeline) {
        var periods = timeline.periods();
        switch (kind) {
            case SCHEDULE ->
                schedules.put(
                        thing,
                        periods.stream()
                                .map(period ->
                                        new SchedulePeriod(period.from(), period.until(), text(period, "schedule")))
                                .toList());
            case GRADE ->
                grades.put(
                        thing,
                        periods.stream()
                                .map(period -> new GradePeriod(
                                        period.from(),
                                        period.until(),
                                        UUID.fromString(text(period, "scheduleId")),
                                        text(period, "schedule"),
                                        text(period, "grade")))
                                .toList());
            case ASSIGNMENT ->
                assignments.put(
                        thing,
                        periods.stream()
                                .map(period -> new AssignmentPeriod(
                                        period.from(),
                                        period.until(),
                                        UUID.fromString(text(period, "gradeId")),
                                        text(period, "grade")))
                                .toList());
        }
    }

    Plan plan() {
        return new Plan(schedules, grades, assignments);
    }

    private static String text(Period<JsonNode> period, String field) {
        var value = period.image().get(field);
        if (value == null) {
            throw new IllegalStateException("an image without " + field);
        }
        return value.asText();
    }
}
