package city.planofrecord.notice.noticerule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.Worked.What;
import city.planofrecord.notice.noticerule.Worked.WorkedDate;
import city.planofrecord.notice.noticerule.Worked.WorkedTime;

/** Works out every date that follows from the dates that are known. */
public final class DateCalculation {

    /** The answers, in the order of {@link What}. */
    public record Answer(List<Worked> results) {

        public Answer {
            results = List.copyOf(results);
        }
    }

    private final NoticeRules rules;
    private final ZoneId zone;

    public DateCalculation(NoticeRules rules, ZoneId zone) {
        this.rules = rules;
        this.zone = zone;
    }

    /**
     * Until when the notice is posted and from when it can be heard, and when it takes effect if it is decided.
     *
     * @throws ImpossibleDatesException if the dates cannot all be true
     */
    public Answer calculate(DateQuestion question) {
        var inForce = rules.on(question.date(), zone);
        var results = new ArrayList<Worked>();
        var postedAt = question.postedAt();
        if (postedAt == null) {
            results.add(inForce.postedUntil());
            results.add(judged(inForce.earliestHearing(), question.hearingAt(), inForce, null));
        } else {
            var postedOn = postedAt.atZoneSameInstant(zone).toLocalDate();
            results.add(inForce.postedUntil(postedOn));
            results.add(judged(inForce.earliestHearing(postedOn), question.hearingAt(), inForce, postedOn));
        }
        effective(question, inForce).ifPresent(results::add);
        return new Answer(results);
    }

    private static WorkedTime judged(
            WorkedTime earliest,
            @Nullable OffsetDateTime hearingAt,
            RulesInForce inForce,
            @Nullable LocalDate postedOn) {
        if (hearingAt == null) {
            return earliest;
        }
        var judgement = postedOn == null
                ? inForce.hearingIsLateEnough(hearingAt)
                : inForce.hearingIsLateEnough(postedOn, hearingAt);
        return new WorkedTime(
                earliest.what(), earliest.value(), earliest.rule(), earliest.citation(), judgement.steps());
    }

    private static Optional<WorkedDate> effective(DateQuestion question, RulesInForce inForce) {
        var decidedOn = question.decidedOn();
        var enactedOn = question.enactedOn();
        if (decidedOn == null) {
            if (enactedOn != null) {
                throw new ImpossibleDatesException(
                        "decidedOn", "Nothing is enacted that was not approved. Give the day of the approval as well.");
            }
            return Optional.empty();
        }
        return Optional.of(
                enactedOn == null ? inForce.effectiveDate(decidedOn) : inForce.effectiveDate(decidedOn, enactedOn));
    }
}
