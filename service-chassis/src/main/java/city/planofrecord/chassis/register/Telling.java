package city.planofrecord.chassis.register;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How a register names what it tells. */
public interface Telling {

    /** The topic of the changes without its prefix, such as {@code job-classes}. */
    String stream();

    /** What event types begin with, such as {@code job-class}. */
    String stem();

    /** The same for telling of these things, so that what it looks up of them it can look up at once. */
    default Telling about(Set<UUID> things) {
        return this;
    }

    /** Whether it tells what takes effect and its state, or changes only. */
    default boolean hasState() {
        return true;
    }

    /**
     * By what the thing is known.
     *
     * @param image of the day that the event speaks of, null where the thing does not exist then
     */
    String subject(UUID id, @Nullable Map<String, JsonNode> image, LocalDate day);

    /** Further members of an event's data, about the day that it speaks of. */
    default Map<String, JsonNode> aside(UUID id, LocalDate day) {
        return Map.of();
    }
}
