package city.planofrecord.local;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What {@code up} was asked for.
 *
 * @param now where to set the city's clock before anything starts, as it was typed
 * @param fresh whether the data of earlier starts are removed
 * @param empty whether no plan is loaded
 * @param plan which plan a new system is to be given, where one was asked for
 */
record UpOptions(Optional<String> now, boolean fresh, boolean empty, Optional<Plan> plan) {

    /** @throws UsageException where an argument is unknown, lacks its value or contradicts another */
    static UpOptions parse(List<String> arguments) {
        var now = Optional.<String>empty();
        var fresh = false;
        var empty = false;
        var plan = Optional.<Plan>empty();
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
                case "--plan" -> {
                    if (!rest.hasNext()) {
                        throw new UsageException("--plan needs a plan: opening or city");
                    }
                    plan = Optional.of(Plan.parse(rest.next()));
                }
                default -> throw new UsageException("Unknown argument: " + argument);
            }
        }
        if (empty && plan.isPresent()) {
            throw new UsageException("Either --empty or --plan: an empty system has no plan");
        }
        return new UpOptions(now, fresh, empty, plan);
    }
}
