package city.planofrecord.notice.gradeassignment;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The grade that a class carries in one period, as the pay plan told.
 *
 * @param from inclusive
 * @param until exclusive; null where there is no end
 */
public record HeardAssignment(
        UUID jobClass,
        UUID gradeId,
        String grade,
        LocalDate from,
        @Nullable LocalDate until) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
