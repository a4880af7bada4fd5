package city.planofrecord.notice.noticerule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.NoticeRule.CommentsClose;
import city.planofrecord.notice.noticerule.NoticeRule.Enactment;
import city.planofrecord.notice.noticerule.NoticeRule.FirstWorkWeek;
import city.planofrecord.notice.noticerule.NoticeRule.PostingPeriod;
import city.planofrecord.notice.noticerule.NoticeRule.SpeakerRequestsClose;
import city.planofrecord.notice.noticerule.Worked.What;
import city.planofrecord.notice.noticerule.Worked.WorkedDate;
import city.planofrecord.notice.noticerule.Worked.WorkedTime;

/**
 * The rules of one notice, chosen by its date.
 *
 * @param zone the city's, in which its dates begin and end
 */
public record RulesInForce(
        LocalDate noticeDate,
        ZoneId zone,
        PostingPeriod posting,
        SpeakerRequestsClose speakerRequests,
        CommentsClose comments,
        FirstWorkWeek firstWorkWeek,
        Enactment enactment) {

    /** The last day of the posting period, on which the notice may be heard, if it is posted on its date or before. */
    public WorkedDate postedUntil() {
        return postedUntil(noticeDate, List.of("The notice is dated " + noticeDate + "."));
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
                                : "It was posted on " + postedOn + ", which is not later, so its date counts."));
    }

    private WorkedDate postedUntil(LocalDate from, List<String> inputs) {
        var until = from.plusDays(posting.calendarDays());
        var steps = new ArrayList<>(inputs);
        steps.add(
                "%d calendar days after %s, that day not counted: %s.".formatted(posting.calendarDays(), from, until));
        return new WorkedDate(What.POSTED_UNTIL, until, posting.name(), posting.citation(), steps);
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
        return new WorkedTime(What.EARLIEST_HEARING, earliest, posting.name(), posting.citation(), steps);
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
        return new Judgement(
                passes, earliest.rule(), earliest.citation(), hearing, "at " + earliest.value() + " or later", steps);
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
        return new Judgement(
                passes,
                rule.name(),
                rule.citation(),
                until,
                "before " + hearing,
                List.of(
                        "The hearing is at " + hearing + ".",
                        what + " at " + until + ", which is " + (passes ? "before it." : "not before it.")));
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
        check(decidedOn, enactedOn);
        var steps = new ArrayList<String>();
        steps.add("The Board approved on " + withWeekday(decidedOn) + ".");
        var countsFrom = switch (enactment.mode()) {
            case NONE -> decidedOn;
            case BEFORE -> {
                steps.add(
                        enactedOn == null
                                ? "The date counts from the enactment, which is awaited (" + enactment.citation() + ")."
                                : "The Council enacted on " + withWeekday(enactedOn) + ", from which the date counts ("
                                        + enactment.citation() + ").");
                yield enactedOn;
            }
            case PROVISIONAL -> {
                steps.add(
                        enactedOn == null
                                ? "The change counts from its approval and lapses if it is not enacted ("
                                        + enactment.citation() + ")."
                                : "The Council enacted on " + withWeekday(enactedOn)
                                        + "; the change counts from its approval (" + enactment.citation()
                                        + ").");
                yield decidedOn;
            }
        };
        if (countsFrom == null) {
            return new WorkedDate(What.EFFECTIVE_DATE, null, enactment.name(), enactment.citation(), steps);
        }
        var date = firstWorkWeekAfter(countsFrom, firstWorkWeek.workWeekBegins());
        steps.add("The work week begins on " + name(firstWorkWeek.workWeekBegins()) + "; the first that begins after "
                + countsFrom + " begins on " + date + ".");
        return new WorkedDate(What.EFFECTIVE_DATE, date, firstWorkWeek.name(), firstWorkWeek.citation(), steps);
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

    private static String withWeekday(LocalDate date) {
        return name(date.getDayOfWeek()) + " " + date;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
