package city.planofrecord.paygrade.classpay;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** In what the pay of a class differs from one image of it to another. */
public enum PayChange {
    /** There was none. */
    BEGIN,
    /** There is none any more. */
    END,
    /** The class bears another job code. */
    RECODE,
    /** The class has another title. */
    RETITLE,
    /** The class carries another grade. */
    REGRADE,
    /** The same grade is called otherwise. */
    GRADE_RECODE,
    /** Minimum, maximum, currency or basis differ. */
    RANGE;

    /** What differs, in the order of the constants; nothing where both are alike. */
    static List<PayChange> between(@Nullable PayPeriod before, @Nullable PayPeriod after) {
        if (before == null || after == null) {
            return before != null ? List.of(END) : after != null ? List.of(BEGIN) : List.of();
        }
        var changes = new ArrayList<PayChange>();
        if (differ(
                before.jobClass().image().path("jobCode"),
                after.jobClass().image().path("jobCode"))) {
            changes.add(RECODE);
        }
        if (differ(
                before.jobClass().image().path("title"),
                after.jobClass().image().path("title"))) {
            changes.add(RETITLE);
        }
        if (differ(before.grade().subject(), after.grade().subject())) {
            changes.add(REGRADE);
        } else if (differ(
                before.grade().image().path("grade"), after.grade().image().path("grade"))) {
            changes.add(GRADE_RECODE);
        }
        if (differ(before.grade().image().path("range"), after.grade().image().path("range"))) {
            changes.add(RANGE);
        }
        return changes;
    }

    private static boolean differ(Object one, Object other) {
        return !one.equals(other);
    }
}
