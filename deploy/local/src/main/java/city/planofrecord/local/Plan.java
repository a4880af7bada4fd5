package city.planofrecord.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a new system can be given. */
enum Plan {
    /** The plan as it stood before the first notice: a handful of classes, from our own samples. */
    OPENING,
    /** A made-up plan of a city's size with forty years of history. */
    CITY;

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UsageException where there is no such plan */
    static Plan parse(String word) {
        return Arrays.stream(values())
                .filter(plan -> plan.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no plan '" + word + "'. There are "
                        + Arrays.stream(values()).map(Plan::word).collect(Collectors.joining(" and ")) + "."));
    }
}
