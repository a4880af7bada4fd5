package city.planofrecord.local.city;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The codes that classes bear from the day of a restructuring on: with the letter of the new schedule, none of them twice. */
final class NewCodes {

    private final Set<String> taken;
    private final Map<String, String> exchanged = new HashMap<>();

    NewCodes(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** Each gets the other's. */
    void exchange(String one, String other) {
        exchanged.put(one, other);
        exchanged.put(other, one);
        taken.add(one);
        taken.add(other);
    }

    String of(String code, String letter) {
        var exchange = exchanged.get(code);
        if (exchange != null) {
            return exchange;
        }
        for (var number = Integer.parseInt(code.substring(2)); ; number++) {
            var next = "C" + letter + number;
            if (taken.add(next)) {
                return next;
            }
        }
    }
}
