package city.planofrecord.chassis.event;

import org.jspecify.annotations.Nullable;

/** Enters what becomes of events that cannot be processed, in the transaction of it. */
public interface DeadLetterTrail {

    /**
     * An event was put aside.
     *
     * @param id by which an operator names it
     * @param place topic, partition and offset that it came from
     */
    void parked(long id, String place, @Nullable String key, String reason);

    /** It was processed after all. */
    void replayed(long id);
}
