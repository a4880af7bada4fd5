package city.planofrecord.notice.jobclass;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A job class in one period, as the class register told.
 *
 * @param from inclusive
 * @param until exclusive; null where there is no end
 */
public record HeardClass(
        UUID id,
        String jobCode,
        String title,
        LocalDate from,
        @Nullable LocalDate until,
        HeardTerms terms) {

    public HeardClass(UUID id, String jobCode, String title, LocalDate from, @Nullable LocalDate until) {
        this(id, jobCode, title, from, until, HeardTerms.NONE);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether any of the period lies on the day or after it. */
    public boolean reaches(LocalDate day) {
        return until == null || until.isAfter(day);
    }
}
