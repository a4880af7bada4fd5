package city.planofrecord.chassis.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Acts on one thing in the order in which they are recorded, for tests. */
final class Acts {

    private final List<Act<String>> recorded = new ArrayList<>();

    Act<String> establish(String from, Map<String, String> set) {
        return add(Act.established(UUID.randomUUID(), recorded.size() + 1, LocalDate.parse(from), set));
    }

    Act<String> amend(String from, Map<String, String> set) {
        return add(Act.amended(UUID.randomUUID(), recorded.size() + 1, LocalDate.parse(from), set));
    }

    Act<String> correct(String from, String until, Map<String, String> set) {
        return correct(from, until, set, null);
    }

    Act<String> correct(String from, String until, Map<String, String> set, Boolean exists) {
        return add(Act.corrected(
                UUID.randomUUID(),
                recorded.size() + 1,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                set,
                exists));
    }

    Act<String> abolish(String from) {
        return add(Act.abolished(UUID.randomUUID(), recorded.size() + 1, LocalDate.parse(from)));
    }

    Act<String> cancel(Act<String> taken) {
        return add(Act.cancelled(UUID.randomUUID(), recorded.size() + 1, taken));
    }

    Timeline<String> timeline() {
        return Timeline.of(recorded);
    }

    Optional<Map<String, String>> on(String day) {
        return timeline().on(LocalDate.parse(day)).map(Period::image);
    }

    private Act<String> add(Act<String> act) {
        recorded.add(act);
        return act;
    }
}
