package city.planofrecord.chassis.timeline;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of days in which the thing exists and looks the same.
 *
 * @param from inclusive
 * @param until exclusive; null where there is no end
 * @param image every field that has been set
 * @param act the act that the image dates from: of those that speak for it, the latest by effective date, then by recording
 */
public record Period<V>(LocalDate from, @Nullable LocalDate until, Map<String, V> image, UUID act) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
