package city.planofrecord.notice.hearing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.Rescheduling;
import city.planofrecord.notice.notice.Rescheduling.Cause;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticerule.Judgement;
import city.planofrecord.notice.noticerule.RulesInForce;

/**
 * Another hearing for a posted notice. The rules that judged its posting judge it too; what was promised to the public is
 * never shortened.
 *
 * @param under JSON pointer of the object of the body that says it
 * @param place null where it stays as it was
 * @param commentsUntil null where that stays as it was
 * @param speakersUntil null where that stays as it was
 */
public record NewHearing(
        String under,
        OffsetDateTime at,
        @Nullable String place,
        @Nullable OffsetDateTime commentsUntil,
        @Nullable OffsetDateTime speakersUntil,
        String reason) {

    /**
     * What it means for the notice.
     *
     * @param rules by which the notice is judged
     * @throws Refused (409) where the notice waits for no hearing, (422) where the hearing breaks a rule
     */
    public Rescheduling of(Notice notice, RulesInForce rules, Instant recordedAt) {
        requireWaiting(notice);
        var wrong = new ArrayList<Violation>();
        judge(notice, rules, wrong);
        judgeDeadline(
                under + "/commentsUntil",
                "comments",
                commentsUntil,
                notice.asRescheduled().commentsUntil(),
                until -> rules.commentsCloseInTime(until, at),
                wrong);
        judgeDeadline(
                under + "/speakersUntil",
                "requests to speak",
                speakersUntil,
                notice.asRescheduled().speakersUntil(),
                until -> rules.speakerRequestsCloseInTime(until, at),
                wrong);
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
        var cause = notice.status() == NoticeStatus.CONTINUED ? Cause.CONTINUED : Cause.MOVED;
        return new Rescheduling(
                cause, new Hearing(at, placeOf(notice)), commentsUntil, speakersUntil, reason, recordedAt);
    }

    private static void requireWaiting(Notice notice) {
        if (notice.status() != NoticeStatus.POSTED && notice.status() != NoticeStatus.CONTINUED) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Notice " + notice.number() + " is " + notice.status() + ": "
                            + (notice.status() == NoticeStatus.DRAFT
                                    ? "put the hearing into the draft."
                                    : "it waits for no hearing."));
        }
    }

    private @Nullable String placeOf(Notice notice) {
        var before = notice.asRescheduled().hearing();
        return place != null || before == null ? place : before.place();
    }

    private void judge(Notice notice, RulesInForce rules, List<Violation> wrong) {
        var before = notice.asRescheduled().hearing();
        if (before != null
                && before.at() != null
                && at.isEqual(before.at())
                && Objects.equals(placeOf(notice), before.place())) {
            wrong.add(Violation.at(
                    under + "/at",
                    "The hearing is set for that time and place already.",
                    at.toString(),
                    "another time or place"));
        }
        var postedOn = local(notice.whenPosted().orElseThrow().postedAt(), rules.zone());
        var judgement = rules.hearingIsLateEnough(postedOn, at);
        if (!judgement.passes() && !notice.ownCourse().overrides(judgement.rule())) {
            wrong.add(violation(under + "/at", "The hearing comes too early.", judgement));
        }
        continuedOn(notice).ifPresent(day -> {
            if (!local(at, rules.zone()).isAfter(day)) {
                wrong.add(Violation.at(
                        under + "/at",
                        "Items were continued on " + day + ", to be heard again after that day.",
                        at.toString(),
                        "after " + day));
            }
        });
    }

    /** The day on which items that are open were continued last; empty where none was. */
    private static Optional<LocalDate> continuedOn(Notice notice) {
        return notice.open().stream()
                .map(item -> notice.course(item.item()).decision())
                .filter(Objects::nonNull)
                .map(ItemDecision::decidedOn)
                .max(LocalDate::compareTo);
    }

    private interface Rule {
        Judgement judge(OffsetDateTime until);
    }

    private static void judgeDeadline(
            String pointer,
            String what,
            @Nullable OffsetDateTime wanted,
            Optional<OffsetDateTime> before,
            Rule rule,
            List<Violation> wrong) {
        if (before.isEmpty()) {
            if (wanted != null) {
                wrong.add(Violation.at(
                        pointer,
                        "What was posted names no time until which there are " + what
                                + ". Post an updated edition to name one.",
                        wanted.toString(),
                        "left out"));
            }
            return;
        }
        if (wanted != null && wanted.isBefore(before.get())) {
            wrong.add(Violation.at(
                    pointer,
                    "A time that was promised to the public is not shortened. Post an updated edition instead.",
                    wanted.toString(),
                    "at " + before.get() + " or later"));
            return;
        }
        var judgement = rule.judge(wanted == null ? before.get() : wanted);
        if (!judgement.passes()) {
            wrong.add(violation(
                    pointer,
                    "Before that hearing there is no end of " + what + ", as was promised until " + before.get()
                            + ". Choose a later hearing, or post an updated edition.",
                    judgement));
        }
    }

    private static Violation violation(String pointer, String message, Judgement judgement) {
        return Violation.at(
                pointer,
                message + " " + String.join(" ", judgement.steps()) + " (" + judgement.citation() + ")",
                judgement.found().toString(),
                judgement.expected());
    }

    private static LocalDate local(OffsetDateTime time, ZoneId zone) {
        return time.atZoneSameInstant(zone).toLocalDate();
    }
}
