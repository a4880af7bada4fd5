package city.planofrecord.notice.retention;

import java.time.LocalDate;
import java.time.Period;

/**
 * For how long it is kept who wrote about a notice, counted from the end of the notice's life.
 *
 * @param period as the calendar counts it: a month after 31 January is the last day of February
 * @param citation the rule that says so
 */
record Retention(Period period, String citation) {

    /** @throws IllegalArgumentException where the period is negative */
    Retention {
        if (period.isNegative()) {
            throw new IllegalArgumentException("The retention of personal data is negative: " + period
                    + ". Write an ISO 8601 period such as P2Y.");
        }
    }

    /** Whether it is to be erased by now: from the day on on which the period has passed. */
    boolean isOver(LocalDate ended, LocalDate today) {
        return !today.isBefore(ended.plus(period));
    }
}
