package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Days;

/**
 * A day on which the pay of a class becomes another.
 *
 * @param before until the day, null where there was none
 * @param after from the day on, null where there is none
 */
record PayTurn(
        LocalDate date,
        @Nullable PayPeriod before,
        @Nullable PayPeriod after) {

    /** The turns of the timeline on the days, by date. */
    static List<PayTurn> of(PayTimeline timeline, Days days) {
        return timeline.turns().stream()
                .filter(days::covers)
                .map(date -> new PayTurn(date, timeline.standing(date.minusDays(1)), timeline.standing(date)))
                .filter(turn -> !PayPeriod.samePay(turn.before(), turn.after()))
                .toList();
    }
}
