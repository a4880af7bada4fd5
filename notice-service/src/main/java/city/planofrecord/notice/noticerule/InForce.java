package city.planofrecord.notice.noticerule;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * For notices of which dates a rule applies.
 *
 * @param from the first date; absent where nobody knows of an earlier rule
 * @param until the first date on which it no longer applies; absent while it applies
 */
public record InForce(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** For every notice. */
    public static final InForce ALWAYS = new InForce(null, null);

    public InForce {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("A rule from " + from + " until " + until + " never applies");
        }
    }

    /** Whether the rule applies to a notice of that date. */
    public boolean covers(LocalDate noticeDate) {
        return (from == null || !noticeDate.isBefore(from)) && (until == null || noticeDate.isBefore(until));
    }

    /** The period as it stands within a sentence. */
    public String inWords() {
        if (from == null && until == null) {
            return "always";
        }
        return (from == null ? "" : "from " + from)
                + (from == null || until == null ? "" : " ")
                + (until == null ? "" : "until " + until);
    }

    boolean overlaps(InForce other) {
        return startsBefore(other.until) && other.startsBefore(until);
    }

    private boolean startsBefore(@Nullable LocalDate end) {
        return from == null || end == null || from.isBefore(end);
    }
}
