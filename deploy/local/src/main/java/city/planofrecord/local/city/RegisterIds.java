package city.planofrecord.local.city;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The ids that the registers gave.
 *
 * @param classes by the job code that they bear
 * @param grades by name, number first
 * @param schedules by letter
 */
public record RegisterIds(Map<String, UUID> classes, Map<String, UUID> grades, Map<String, UUID> schedules) {

    UUID jobClass(JobClass jobClass) {
        return Objects.requireNonNull(classes.get(jobClass.last().jobCode()));
    }

    UUID grade(String name) {
        return Objects.requireNonNull(grades.get(name));
    }

    UUID schedule(String letter) {
        return Objects.requireNonNull(schedules.get(letter));
    }
}
