package city.planofrecord.paygrade.rangeadjustment;

import java.math.BigDecimal;
import java.util.Optional;

import city.planofrecord.paygrade.payrange.PayRange;

/** What an adjustment makes of one range. */
sealed interface Adjusted {

    /**
     * The range after it, which may be the one before.
     *
     * @param floor what the minimum may not lie below, in the range's own basis; empty where there is no floor
     * @param floorApplied whether the minimum was lifted to it
     */
    record Moved(PayRange before, PayRange after, Optional<BigDecimal> floor, boolean floorApplied)
            implements Adjusted {}

    /**
     * It cannot be applied.
     *
     * @param pointer of the field of the request that is at fault
     * @param expected what could stand there
     */
    record Impossible(String pointer, String message, String expected) implements Adjusted {}
}
