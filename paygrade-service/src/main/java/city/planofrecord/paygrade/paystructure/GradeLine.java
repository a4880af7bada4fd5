package city.planofrecord.paygrade.paystructure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

import city.planofrecord.paygrade.payrange.Basis;
import city.planofrecord.paygrade.payrange.PayRange;

/**
 * A grade of a schedule on a day.
 *
 * @param grade as documents of the day write it
 * @param number its number, by which grades are ordered
 * @param range empty where it has none
 * @param classes how many classes carry it
 */
record GradeLine(UUID id, String grade, int number, Optional<PayRange> range, int classes) {

    /** Ranges are compared only with ranges of the same basis and currency. */
    record Measure(Basis basis, String currency) {}

    /** A grade with a range. */
    record Ranged(GradeLine line, PayRange range) {

        BigDecimal midpoint() {
            return range.midpoint();
        }

        int number() {
            return line.number();
        }

        Measure measure() {
            return new Measure(range.basis(), range.currency());
        }
    }

    Optional<Ranged> ranged() {
        return range.map(found -> new Ranged(this, found));
    }
}
