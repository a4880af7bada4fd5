package city.planofrecord.chassis.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of days to look at, as a condition on rows.
 *
 * @param from inclusive; null where there is no beginning
 * @param until exclusive; null where there is no end
 */
public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** Every day. */
    public static final Days ALL = new Days(null, null);

    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /** In SQL: the row of the alias stands on one of the days, ends on the first of them, or begins on the end. */
    public String touchedBy(String alias) {
        return (from == null
                        ? "true"
                        : "(" + alias + ".effective_until is null or " + alias + ".effective_until >= :touchedFrom)")
                + (until == null ? "" : " and " + alias + ".effective_from <= :touchedUntil");
    }

    /** The values with those of the condition. */
    public Map<String, Object> bound(Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        if (from != null) {
            all.put("touchedFrom", from);
        }
        if (until != null) {
            all.put("touchedUntil", until);
        }
        return all;
    }
}
