package city.planofrecord.local.story;

import java.time.OffsetDateTime;

/** The city's time, as far as a story can move it. */
public interface CityTime {

    /**
     * Moves the city's clock on to the moment, where it has been set and stands before it. It is never moved back, and real
     * time is left alone.
     *
     * @return whether it was moved
     */
    boolean reach(OffsetDateTime moment);
}
