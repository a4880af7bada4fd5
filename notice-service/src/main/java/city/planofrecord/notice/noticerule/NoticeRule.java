package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;

/** One rule of the city, where it is written, and for which notices it applies. */
public sealed interface NoticeRule {

    RuleName name();

    /** Where the rule is written. */
    String citation();

    InForce inForce();

    /**
     * How long a notice is posted before it may be heard.
     *
     * @param calendarDays counted from the day after the notice's date, or after its posting if that is later
     */
    record PostingPeriod(int calendarDays, String citation, InForce inForce) implements NoticeRule {

        public PostingPeriod {
            if (calendarDays < 0) {
                throw new IllegalArgumentException("A posting period of " + calendarDays + " days");
            }
        }

        @Override
        public RuleName name() {
            return RuleName.POSTING_PERIOD;
        }
    }

    /** Requests to speak close before the hearing. */
    record SpeakerRequestsClose(String citation, InForce inForce) implements NoticeRule {

        @Override
        public RuleName name() {
            return RuleName.SPEAKER_REQUESTS_CLOSE;
        }
    }

    /** Written comments close before the hearing. */
    record CommentsClose(String citation, InForce inForce) implements NoticeRule {

        @Override
        public RuleName name() {
            return RuleName.COMMENTS_CLOSE;
        }
    }

    /**
     * A change takes effect at the beginning of the first work week after its approval.
     *
     * @param workWeekBegins the city's setting, where the citation does not name the day
     */
    record FirstWorkWeek(DayOfWeek workWeekBegins, String citation, InForce inForce) implements NoticeRule {

        @Override
        public RuleName name() {
            return RuleName.FIRST_WORK_WEEK;
        }
    }

    /** Whether a change waits for an ordinance. */
    record Enactment(EnactmentMode mode, String citation, InForce inForce) implements NoticeRule {

        @Override
        public RuleName name() {
            return RuleName.ENACTMENT;
        }
    }
}
