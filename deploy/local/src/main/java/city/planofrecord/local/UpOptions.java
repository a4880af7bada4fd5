package city.planofrecord.local;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What {@code up} was asked for.
 *
 * @param now where to set the city's clock before anything starts, as it was typed
 * @param fresh whether the data of earlier starts are removed
 * @param empty whether the opening plan is left out
 */
record UpOptions(Optional<String> now, boolean fresh, boolean empty) {

    /** @throws UsageException where an argument is unknown or lacks its value */
    static UpOptions parse(List<String> arguments) {
        var now = Optional.<String>empty();
        var fresh = false;
        var empty = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--empty" -> empty = true;
                case "--now" -> {
                    if (!rest.hasNext()) {
                        throw new UsageException("--now needs a date or date-time, such as 2011-03-23T08:00");
                    }
                    now = Optional.of(rest.next());
                }
                default -> throw new UsageException("Unknown argument: " + argument);
            }
        }
        return new UpOptions(now, fresh, empty);
    }
}
