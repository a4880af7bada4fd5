package city.planofrecord.notice.noticerule;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Whether a time that somebody chose keeps a rule, and why.
 *
 * @param found the time that was judged
 * @param expected in words, what the rule asks for
 */
public record Judgement(
        boolean passes, RuleName rule, String citation, OffsetDateTime found, String expected, List<String> steps) {

    public Judgement {
        steps = List.copyOf(steps);
    }
}
