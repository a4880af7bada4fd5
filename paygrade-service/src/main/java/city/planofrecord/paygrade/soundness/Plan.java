package city.planofrecord.paygrade.soundness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The periods of schedules, grades and assignments that bear on each other.
 *
 * @param assignments by the id of the class
 */
public record Plan(
        Map<UUID, List<SchedulePeriod>> schedules,
        Map<UUID, List<GradePeriod>> grades,
        Map<UUID, List<AssignmentPeriod>> assignments) {

    public Plan {
        schedules = Map.copyOf(schedules);
        grades = Map.copyOf(grades);
        assignments = Map.copyOf(assignments);
    }

    /** The plan in which the things of the other stand as they stand there. */
    public Plan with(Plan other) {
        return new Plan(
                both(schedules, other.schedules), both(grades, other.grades), both(assignments, other.assignments));
    }

    List<SchedulePeriod> schedule(UUID id) {
        return schedules.getOrDefault(id, List.of());
    }

    List<GradePeriod> grade(UUID id) {
        return grades.getOrDefault(id, List.of());
    }

    private static <T> Map<UUID, List<T>> both(Map<UUID, List<T>> one, Map<UUID, List<T>> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
