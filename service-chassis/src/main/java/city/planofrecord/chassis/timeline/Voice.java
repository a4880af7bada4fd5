package city.planofrecord.chassis.timeline;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of days on which an act speaks.
 *
 * @param from inclusive
 * @param until exclusive; null where there is no end
 * @param fields for which it does
 * @param existence whether it also says that the thing exists or not
 */
public record Voice(LocalDate from, @Nullable LocalDate until, Set<String> fields, boolean existence) {

    public Voice {
        fields = Set.copyOf(fields);
    }
}
