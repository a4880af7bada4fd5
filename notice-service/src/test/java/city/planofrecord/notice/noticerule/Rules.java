package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Rules that differ from the standard ones in what a test is about. */
final class Rules {

    private Rules() {}

    static NoticeRules standard(DayOfWeek workWeekBegins, EnactmentMode mode) {
        return with(
                new NoticeRule.FirstWorkWeek(workWeekBegins, "Career Service Rule 7-37 A", InForce.ALWAYS),
                new NoticeRule.Enactment(mode, "Charter 9.1.1 C", InForce.ALWAYS));
    }

    /** The standard rules with others in the place of those of the same names. */
    static NoticeRules with(NoticeRule... others) {
        var names = List.of(others).stream().map(NoticeRule::name).toList();
        var rules = new ArrayList<>(NoticeRules.standard().rules().stream()
                .filter(rule -> !names.contains(rule.name()))
                .toList());
        rules.addAll(List.of(others));
        return new NoticeRules(rules);
    }
}
