package city.planofrecord.notice.paygrade;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A pay grade in one period, as the pay plan told.
 *
 * @param grade number first
 * @param range null where the grade has none
 * @param from inclusive
 * @param until exclusive; null where there is no end
 */
public record HeardGrade(
        UUID id,
        UUID scheduleId,
        String schedule,
        String grade,
        @Nullable HeardRange range,
        LocalDate from,
        @Nullable LocalDate until) {

    /** The range of a grade, both ends included. */
    public record HeardRange(BigDecimal minimum, BigDecimal maximum, String currency, String basis) {

        /** The part of the minimum by which the maximum exceeds it. */
        public double spread() {
            return minimum.signum() == 0 ? 0 : maximum.subtract(minimum).doubleValue() / minimum.doubleValue();
        }

        @Override
        public String toString() {
            return minimum.toPlainString() + " to " + maximum.toPlainString() + " " + currency + " " + basis;
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether any of the period lies on the day or after it. */
    public boolean reaches(LocalDate day) {
        return until == null || until.isAfter(day);
    }
}
