package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.NoticeRule.CommentsClose;
import city.planofrecord.notice.noticerule.NoticeRule.Enactment;
import city.planofrecord.notice.noticerule.NoticeRule.FirstWorkWeek;
import city.planofrecord.notice.noticerule.NoticeRule.FixedDate;
import city.planofrecord.notice.noticerule.NoticeRule.PostingPeriod;
import city.planofrecord.notice.noticerule.NoticeRule.ProvisionalApproval;
import city.planofrecord.notice.noticerule.NoticeRule.SpeakerRequestsClose;
import city.planofrecord.notice.noticerule.Worked.What;
import city.planofrecord.notice.noticerule.Worked.WorkedDate;
import city.planofrecord.notice.noticerule.Worked.WorkedTime;

/**
 * The rules of one notice, chosen by its date.
 *
 * @param zone the city's, in which its dates begin and end
 * @param fixedDate null where no law's date goes before the rule's
 * @param provisionalApproval null where nobody may approve before the Council enacts
 * @param calendar of the days themselves, not chosen by the notice's date
 */
public record RulesInForce(
        LocalDate noticeDate,
        ZoneId zone,
        PostingPeriod posting,
        SpeakerRequestsClose speakerRequests,
        CommentsClose comments,
        FirstWorkWeek firstWorkWeek,
        Enactment enactment,
        @Nullable FixedDate fixedDate,
        @Nullable ProvisionalApproval provisionalApproval,
        CityCalendar calendar) {

    /** The last day of the posting period, on which the notice may be heard, if it is posted on its date or before. */
    public WorkedDate postedUntil() {
        return postedUntil(noticeDate, List.of("The notice is dated " + noticeDate + "."), null);
    }

    /** The last day of the posting period, on which the notice may be heard. */
    public WorkedDate postedUntil(LocalDate postedOn) {
        boolean later = postedOn.isAfter(noticeDate);
        return postedUntil(
                later ? postedOn : noticeDate,
                List.of(
                        "The notice is dated " + noticeDate + ".",
                        later
                                ? "It was posted on " + postedOn + ", which is later and counts."
                                : "It was posted on " + postedOn + ", which is not later, so its date counts."),
                postedOn);
    }

    private WorkedDate postedUntil(LocalDate from, List<String> said, @Nullable LocalDate postedOn) {
        var until = from.plusDays(posting.calendarDays());
        var steps = new ArrayList<>(said);
        var inputs = inputs();
        if (postedOn != null) {
            inputs.put("postedOn", postedOn.toString());
        }
        inputs.put("calendarDays", String.valueOf(posting.calendarDays()));
        steps.add(
                "%d calendar days after %s, that day not counted: %s.".formatted(posting.calendarDays(), from, until));
        return new WorkedDate(What.POSTED_UNTIL, until, posting.name(), posting.citation(), steps, inputs);
    }

    private Map<String, String> inputs() {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("date", noticeDate.toString());
        return inputs;
    }

    /** The first instant at which the notice may be heard, if it is posted on its date or before. */
    public WorkedTime earliestHearing() {
        return earliestHearing(postedUntil());
    }

    /** The first instant at which the notice may be heard: the beginning of the posting period's last day. */
    public WorkedTime earliestHearing(LocalDate postedOn) {
        return earliestHearing(postedUntil(postedOn));
    }

    private WorkedTime earliestHearing(WorkedDate postedUntil) {
        var day = Objects.requireNonNull(postedUntil.value());
        var earliest = day.atStartOfDay(zone).toOffsetDateTime();
        var steps = new ArrayList<>(postedUntil.steps());
        steps.add("A hearing at any time of that day or later is late enough: from " + earliest + ".");
        var inputs = new LinkedHashMap<>(postedUntil.inputs());
        inputs.put("zone", zone.getId());
        return new WorkedTime(What.EARLIEST_HEARING, earliest, posting.name(), posting.citation(), steps, inputs);
    }

    /** Whether a hearing is late enough, if the notice is posted on its date or before. */
    public Judgement hearingIsLateEnough(OffsetDateTime hearing) {
        return hearingIsLateEnough(hearing, earliestHearing());
    }

    /** Whether a hearing is late enough; one at the first possible instant is. */
    public Judgement hearingIsLateEnough(LocalDate postedOn, OffsetDateTime hearing) {
        return hearingIsLateEnough(hearing, earliestHearing(postedOn));
    }

    private static Judgement hearingIsLateEnough(OffsetDateTime hearing, WorkedTime earliest) {
        boolean passes = !hearing.isBefore(earliest.value());
        var steps = new ArrayList<>(earliest.steps());
        steps.add("The hearing is at " + hearing + ", which is " + (passes ? "late enough." : "too early."));
        var inputs = new LinkedHashMap<>(earliest.inputs());
        inputs.put("hearingAt", hearing.toString());
        return new Judgement(
                passes,
                earliest.rule(),
                earliest.citation(),
                hearing,
                "at " + earliest.value() + " or later",
                steps,
                inputs);
    }

    /** Whether requests to speak close before the hearing. */
    public Judgement speakerRequestsCloseInTime(OffsetDateTime until, OffsetDateTime hearing) {
        return closesBefore(hearing, until, speakerRequests, "Requests to speak close");
    }

    /** Whether written comments close before the hearing. */
    public Judgement commentsCloseInTime(OffsetDateTime until, OffsetDateTime hearing) {
        return closesBefore(hearing, until, comments, "Comments close");
    }

    private static Judgement closesBefore(OffsetDateTime hearing, OffsetDateTime until, NoticeRule rule, String what) {
        boolean passes = until.isBefore(hearing);
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("until", until.toString());
        inputs.put("hearingAt", hearing.toString());
        return new Judgement(
                passes,
                rule.name(),
                rule.citation(),
                until,
                "before " + hearing,
                List.of(
                        "The hearing is at " + hearing + ".",
                        what + " at " + until + ", which is " + (passes ? "before it." : "not before it.")),
                inputs);
    }

    /** Whether something at an instant is in time; a deadline includes its own instant. */
    public static boolean isInTime(OffsetDateTime until, Instant at) {
        return !at.isAfter(until.toInstant());
    }

    /**
     * When a change takes effect that the Board approved on a day and no Council has enacted.
     *
     * @return without a value while the enactment that it counts from is awaited
     * @throws ImpossibleDatesException if the approval lies before the notice
     */
    public WorkedDate effectiveDate(LocalDate decidedOn) {
        return effective(decidedOn, null);
    }

    /**
     * When a change takes effect that was approved on one day and enacted on another.
     *
     * @throws ImpossibleDatesException if the approval lies before the notice, or the enactment before the approval
     */
    public WorkedDate effectiveDate(LocalDate decidedOn, LocalDate enactedOn) {
        return effective(decidedOn, enactedOn);
    }

    private WorkedDate effective(LocalDate decidedOn, @Nullable LocalDate enactedOn) {
        return effective(enactment.mode(), enactment, "The Board approved on ", decidedOn, enactedOn);
    }

    /**
     * When a change takes effect that was approved provisionally, by the rule that allows it.
     *
     * @throws ImpossibleDatesException if the approval lies before the notice
     * @throws IllegalStateException where no rule allows it
     */
    public WorkedDate provisionalEffectiveDate(LocalDate decidedOn) {
        if (provisionalApproval == null) {
            throw new IllegalStateException("Nobody may approve provisionally what is proposed on " + noticeDate);
        }
        return effective(
                EnactmentMode.PROVISIONAL, provisionalApproval, "It was approved provisionally on ", decidedOn, null);
    }

    /**
     * When a change would take effect that the Board approves on a day, and that the Council enacts that same day where
     * it must enact it before: the earliest that can be.
     */
    public WorkedDate expectedEffectiveDate(LocalDate decidedOn) {
        return enactment.mode() == EnactmentMode.BEFORE ? effective(decidedOn, decidedOn) : effective(decidedOn, null);
    }

    private WorkedDate effective(
            EnactmentMode mode,
            NoticeRule enacting,
            String approved,
            LocalDate decidedOn,
            @Nullable LocalDate enactedOn) {
        check(decidedOn, enactedOn);
        var steps = new ArrayList<String>();
        steps.add(approved + Words.of(decidedOn) + ".");
        var inputs = inputs();
        inputs.put("decidedOn", decidedOn.toString());
        inputs.put("enactment", mode.name());
        if (enactedOn != null) {
            inputs.put("enactedOn", enactedOn.toString());
        }
        inputs.put("workWeekBegins", firstWorkWeek.workWeekBegins().name());
        var countsFrom = switch (mode) {
            case NONE -> decidedOn;
            case BEFORE -> {
                steps.add(
                        enactedOn == null
                                ? "The date counts from the enactment, which is awaited (" + enacting.citation() + ")."
                                : "The Council enacted on " + Words.of(enactedOn) + ", from which the date counts ("
                                        + enacting.citation() + ").");
                yield enactedOn;
            }
            case PROVISIONAL -> {
                steps.add(
                        enactedOn == null
                                ? "The change counts from its approval and lapses if it is not enacted ("
                                        + enacting.citation() + ")."
                                : "The Council enacted on " + Words.of(enactedOn)
                                        + "; the change counts from its approval (" + enacting.citation()
                                        + ").");
                yield decidedOn;
            }
        };
        if (countsFrom == null) {
            return new WorkedDate(What.EFFECTIVE_DATE, null, enacting.name(), enacting.citation(), steps, inputs);
        }
        var date = firstWorkWeekAfter(countsFrom, firstWorkWeek.workWeekBegins());
        steps.add("The work week begins on " + Words.of(firstWorkWeek.workWeekBegins())
                + "; the first that begins after " + countsFrom + " begins on " + date + ".");
        return new WorkedDate(What.EFFECTIVE_DATE, date, firstWorkWeek.name(), firstWorkWeek.citation(), steps, inputs);
    }

    /**
     * The date that a law orders for a change.
     *
     * @param law its citation
     * @throws ImpossibleDatesException if no rule lets a law fix dates, or the date lies before the approval
     */
    public WorkedDate fixed(LocalDate date, String law, LocalDate decidedOn) {
        if (fixedDate == null) {
            throw new ImpossibleDatesException(
                    "fixedDate",
                    "No rule lets a law fix the date of a change that was proposed on " + noticeDate
                            + ". Leave it out.");
        }
        if (date.isBefore(decidedOn)) {
            throw new ImpossibleDatesException(
                    "fixedDate",
                    "What was approved on " + decidedOn + " does not take effect before, on " + date + ".");
        }
        var inputs = inputs();
        inputs.put("decidedOn", decidedOn.toString());
        inputs.put("fixedDate", date.toString());
        return new WorkedDate(
                What.EFFECTIVE_DATE,
                date,
                fixedDate.name(),
                law,
                List.of(
                        "A law may fix the date of a change (" + fixedDate.citation() + ").",
                        law + " orders the change for " + date + "."),
                inputs);
    }

    private void check(LocalDate decidedOn, @Nullable LocalDate enactedOn) {
        if (decidedOn.isBefore(noticeDate)) {
            throw new ImpossibleDatesException(
                    "decidedOn", "A notice of " + noticeDate + " cannot be decided on " + decidedOn + ". Correct one.");
        }
        if (enactedOn != null && enactedOn.isBefore(decidedOn)) {
            throw new ImpossibleDatesException(
                    "enactedOn",
                    "What was approved on " + decidedOn + " cannot be enacted on " + enactedOn + ". Correct one.");
        }
    }

    /** The first day of the work week that begins after {@code day}; never {@code day} itself. */
    private static LocalDate firstWorkWeekAfter(LocalDate day, DayOfWeek workWeekBegins) {
        return day.with(TemporalAdjusters.next(workWeekBegins));
    }
}
