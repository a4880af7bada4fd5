package city.planofrecord.chassis.timeline;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of days whose image is not what it was believed to be.
 *
 * @param from inclusive
 * @param until exclusive; null where there is no end
 * @param before the complete image as believed before, null where the thing did not exist
 * @param after the complete image as believed now, null where the thing does not exist
 */
public record Change<V>(
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Map<String, V> before,
        @Nullable Map<String, V> after) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
