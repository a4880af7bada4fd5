package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import city.planofrecord.notice.noticedocument.Change;

/** One rule of the city, where it is written, and for which notices it applies. */
public sealed interface NoticeRule {

    RuleName name();

    /** What the rule says, in a sentence. */
    String inWords();

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

        @Override
        public String inWords() {
            return "A notice is posted for " + calendarDays
                    + " calendar days from its date, or from its posting if that is later, that day not counted. "
                    + "It may be heard at any time of the last day or later.";
        }
    }

    /** Requests to speak close before the hearing. */
    record SpeakerRequestsClose(String citation, InForce inForce) implements NoticeRule {

        @Override
        public RuleName name() {
            return RuleName.SPEAKER_REQUESTS_CLOSE;
        }

        @Override
        public String inWords() {
            return "Requests to speak close before the hearing; the instant at which they close is still in time.";
        }
    }

    /** Written comments close before the hearing. */
    record CommentsClose(String citation, InForce inForce) implements NoticeRule {

        @Override
        public RuleName name() {
            return RuleName.COMMENTS_CLOSE;
        }

        @Override
        public String inWords() {
            return "Written comments close before the hearing; the instant at which they close is still in time.";
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

        @Override
        public String inWords() {
            return "A change takes effect at the beginning of the first work week after its approval, never on the day of the "
                    + "approval. The work week begins on " + Words.of(workWeekBegins) + ".";
        }
    }

    /** Whether a change waits for an ordinance. */
    record Enactment(EnactmentMode mode, String citation, InForce inForce) implements NoticeRule {

        @Override
        public RuleName name() {
            return RuleName.ENACTMENT;
        }

        @Override
        public String inWords() {
            return switch (mode) {
                case NONE -> "The approval of the Board is enough.";
                case BEFORE ->
                    "The Council enacts what the Board approved. Nothing is recorded before, and the date counts from the enactment.";
                case PROVISIONAL ->
                    "What the Board approved is recorded at once, and lapses if the Council refuses to enact it.";
            };
        }
    }

    /** A law may fix the date of a change; then the change takes it, cited. Without this rule no item has a date of its own. */
    record FixedDate(String citation, InForce inForce) implements NoticeRule {

        @Override
        public RuleName name() {
            return RuleName.FIXED_DATE;
        }

        @Override
        public String inWords() {
            return "A change that a law orders for a date takes that date, with the law's citation.";
        }
    }

    /**
     * Some body may approve small changes at once, which the Council enacts later, many together.
     *
     * @param bodies who may, as their decisions name them; compared without regard to case and spaces
     * @param changes of existing classes, which alone may be approved so
     */
    record ProvisionalApproval(List<String> bodies, Set<Change> changes, String citation, InForce inForce)
            implements NoticeRule {

        public ProvisionalApproval {
            bodies = List.copyOf(bodies);
            changes = Set.copyOf(changes);
        }

        @Override
        public RuleName name() {
            return RuleName.PROVISIONAL_APPROVAL;
        }

        @Override
        public String inWords() {
            return String.join(" or ", bodies) + " may approve at once what does nothing but " + changesInOrder()
                    + "; the Council enacts it later, and it lapses if the Council refuses.";
        }

        /** Whether a decision is of one of the bodies. */
        public boolean isBy(String body) {
            return bodies.stream().anyMatch(one -> comparable(one).equals(comparable(body)));
        }

        /** The changes by name, in their order. */
        public String changesInOrder() {
            return new TreeSet<>(changes).stream().map(Change::name).collect(Collectors.joining(", "));
        }

        private static String comparable(String body) {
            return String.join(" ", Arrays.asList(body.strip().split("\\s+"))).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * When the city's offices are open. A time outside of them stands, and is warned of: nothing is moved.
     *
     * @param opens the first minute of the day that is within, inclusive
     * @param closes the last, inclusive
     * @param concerns what is warned of
     * @param inForce the days on which these hours hold, whenever the notice is dated
     */
    record OfficeHours(
            Set<DayOfWeek> days,
            LocalTime opens,
            LocalTime closes,
            Set<Occasion> concerns,
            String citation,
            InForce inForce)
            implements NoticeRule {

        public OfficeHours {
            days = Set.copyOf(days);
            concerns = Set.copyOf(concerns);
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException("Offices that open at " + opens + " and close at " + closes);
            }
        }

        @Override
        public RuleName name() {
            return RuleName.OFFICE_HOURS;
        }

        @Override
        public String inWords() {
            return "The offices are open on "
                    + new TreeSet<>(days).stream().map(Words::of).collect(Collectors.joining(", "))
                    + " from " + opens + " to " + closes + ", both included. " + Words.warned(concerns);
        }
    }

    /**
     * On which days the city's offices are closed. A time on one stands, and is warned of: nothing is moved.
     *
     * @param concerns what is warned of
     * @param inForce the days on which these holidays hold, whenever the notice is dated
     */
    record Holidays(List<Holiday> days, Set<Occasion> concerns, String citation, InForce inForce)
            implements NoticeRule {

        public Holidays {
            days = List.copyOf(days);
            concerns = Set.copyOf(concerns);
        }

        @Override
        public RuleName name() {
            return RuleName.HOLIDAYS;
        }

        @Override
        public String inWords() {
            return "The offices are closed on "
                    + days.stream().map(Holiday::name).collect(Collectors.joining(", ")) + ". "
                    + Words.warned(concerns);
        }
    }

    /**
     * How long personal data are kept.
     *
     * @param period from the end of the notice's life
     */
    record PersonalDataRetention(Period period, String citation, InForce inForce) implements NoticeRule {

        public PersonalDataRetention {
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("A retention of " + period);
            }
        }

        /**
         * Whether it is to be erased by now: from the day on on which the period has passed since the end of the notice's
         * life, as the calendar counts it. A month after 31 January is the last day of February.
         */
        public boolean isOver(LocalDate ended, LocalDate today) {
            return !today.isBefore(ended.plus(period));
        }

        @Override
        public RuleName name() {
            return RuleName.PERSONAL_DATA_RETENTION;
        }

        @Override
        public String inWords() {
            return "Names, telephone numbers and addresses of those who wrote or asked to speak are erased " + period
                    + " after the notice was withdrawn or its last item decided.";
        }
    }
}
