package city.planofrecord.notice.noticerule;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a time that somebody chose keeps a rule, and why.
 *
 * @param found the time that was judged
 * @param expected in words, what the rule asks for
 * @param inputs by name, what it was judged by
 */
public record Judgement(
        boolean passes,
        RuleName rule,
        String citation,
        OffsetDateTime found,
        String expected,
        List<String> steps,
        Map<String, String> inputs) {

    public Judgement {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        steps = List.copyOf(steps);
    }
}
