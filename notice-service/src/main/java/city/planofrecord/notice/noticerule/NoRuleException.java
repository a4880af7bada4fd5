package city.planofrecord.notice.noticerule;

import java.time.LocalDate;
import java.util.List;

/** The city's rules do not say what they must say for a notice of that date. */
public final class NoRuleException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoRuleException(LocalDate noticeDate, List<RuleName> missing) {
        super(message(noticeDate, missing));
    }

    /** What is missing, and what to do. */
    public static String message(LocalDate noticeDate, List<RuleName> missing) {
        return "The city's rules do not say " + missing + " for a notice of " + noticeDate
                + ". Correct its date, or add the rules of that time (GET /notice-rules lists those there are).";
    }
}
