package city.planofrecord.paygrade.classpay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Days;

/**
 * A stretch of days about which two beliefs differ.
 *
 * @param from inclusive
 * @param until exclusive; null where there is no end
 * @param before what was believed, null where the class was believed to have no pay
 * @param after what is believed: alike in pay, by date; empty where the class is believed to have none
 */
record PayDifference(
        LocalDate from, @Nullable LocalDate until, @Nullable PayPeriod before, List<PayPeriod> after) {

    @Nullable
    PayPeriod afterwards() {
        return after.isEmpty() ? null : after.getFirst();
    }

    /** Every stretch of the days in which pay is not what it was believed to be; neighbours that are alike are one. */
    static List<PayDifference> between(PayTimeline then, PayTimeline now, Days days) {
        var bounds = new TreeSet<LocalDate>();
        then.turns().stream().filter(days::covers).forEach(bounds::add);
        now.turns().stream().filter(days::covers).forEach(bounds::add);
        if (days.from() != null) {
            bounds.add(days.from());
        }
        var differences = new ArrayList<PayDifference>();
        for (var from : bounds) {
            var next = bounds.higher(from);
            var before = then.standing(from);
            var after = now.standing(from);
            if (!PayPeriod.samePay(before, after)) {
                add(
                        differences,
                        new PayDifference(
                                from,
                                next == null ? days.until() : next,
                                before,
                                after == null ? List.of() : List.of(after)));
            }
        }
        return differences;
    }

    private static void add(List<PayDifference> differences, PayDifference next) {
        var last = differences.isEmpty() ? null : differences.getLast();
        if (last != null
                && next.from().equals(last.until())
                && PayPeriod.samePay(last.before(), next.before())
                && PayPeriod.samePay(last.afterwards(), next.afterwards())) {
            var after = new ArrayList<>(last.after());
            after.addAll(next.after());
            differences.set(differences.size() - 1, new PayDifference(last.from(), next.until(), last.before(), after));
        } else {
            differences.add(next);
        }
    }
}
