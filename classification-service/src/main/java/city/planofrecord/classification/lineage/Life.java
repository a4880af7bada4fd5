package city.planofrecord.classification.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a class is called while it is in effect.
 *
 * @param stretches by date, at least one
 */
record Life(UUID id, List<Stretch> stretches) {

    /**
     * @param from inclusive
     * @param until exclusive; null where there is no end
     */
    record Stretch(
            String jobCode,
            String title,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    boolean inEffect(LocalDate day) {
        return on(day).isPresent();
    }

    private Optional<Stretch> on(LocalDate day) {
        return stretches.stream().filter(stretch -> stretch.covers(day)).findFirst();
    }

    /** What it is called on the day; else what it was called last before; else what it will be called first. */
    Stretch called(LocalDate day) {
        return on(day).or(() -> stretches.stream()
                        .filter(stretch -> !stretch.from().isAfter(day))
                        .reduce((_, later) -> later))
                .orElseGet(stretches::getFirst);
    }
}
