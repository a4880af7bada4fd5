package city.planofrecord.notice.noticerule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.DateQuestion.CitedDate;
import city.planofrecord.notice.noticerule.EffectiveDate.DateOverride;
import city.planofrecord.notice.noticerule.Worked.What;
import city.planofrecord.notice.noticerule.Worked.WorkedDate;
import city.planofrecord.notice.noticerule.Worked.WorkedTime;

/** Works out every date that follows from the dates that are known, and judges those that somebody chose. */
public final class DateCalculation {

    /**
     * The answers.
     *
     * @param results in the order of {@link What}
     * @param judgements of the times that were given: whether each keeps its rule, and where the offices are closed
     */
    public record Answer(List<Worked> results, List<Judgement> judgements) {

        public Answer {
            results = List.copyOf(results);
            judgements = List.copyOf(judgements);
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
     * @throws NoRuleException if the rules do not say what they must for a notice of that date
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
        return new Answer(results, judgements(question, inForce));
    }

    private static WorkedTime judged(
            WorkedTime earliest,
            @Nullable OffsetDateTime hearingAt,
            RulesInForce inForce,
            @Nullable LocalDate postedOn) {
        if (hearingAt == null) {
            return earliest;
        }
        var judgement = hearing(hearingAt, inForce, postedOn);
        return new WorkedTime(
                earliest.what(),
                earliest.value(),
                earliest.rule(),
                earliest.citation(),
                judgement.steps(),
                judgement.inputs());
    }

    private static Judgement hearing(OffsetDateTime hearingAt, RulesInForce inForce, @Nullable LocalDate postedOn) {
        return postedOn == null
                ? inForce.hearingIsLateEnough(hearingAt)
                : inForce.hearingIsLateEnough(postedOn, hearingAt);
    }

    private List<Judgement> judgements(DateQuestion question, RulesInForce inForce) {
        var judgements = new ArrayList<Judgement>();
        var hearingAt = local(question.hearingAt());
        var commentsUntil = local(question.commentsUntil());
        var speakersUntil = local(question.speakersUntil());
        if (hearingAt != null) {
            var postedAt = local(question.postedAt());
            judgements.add(hearing(hearingAt, inForce, postedAt == null ? null : postedAt.toLocalDate()));
            if (speakersUntil != null) {
                judgements.add(inForce.speakerRequestsCloseInTime(speakersUntil, hearingAt));
            }
            if (commentsUntil != null) {
                judgements.add(inForce.commentsCloseInTime(commentsUntil, hearingAt));
            }
            judgements.addAll(inForce.calendar().closures(Occasion.HEARING, hearingAt));
        }
        if (speakersUntil != null) {
            judgements.addAll(inForce.calendar().closures(Occasion.SPEAKER_REQUESTS_CLOSE, speakersUntil));
        }
        if (commentsUntil != null) {
            judgements.addAll(inForce.calendar().closures(Occasion.COMMENTS_CLOSE, commentsUntil));
        }
        return judgements;
    }

    private @Nullable OffsetDateTime local(@Nullable OffsetDateTime time) {
        return time == null ? null : time.atZoneSameInstant(zone).toOffsetDateTime();
    }

    private static Optional<WorkedDate> effective(DateQuestion question, RulesInForce inForce) {
        var decidedOn = question.decidedOn();
        if (decidedOn == null) {
            requireNothingBeforeTheApproval(question);
            return Optional.empty();
        }
        var enactedOn = question.enactedOn();
        var byRule = enactedOn == null ? inForce.effectiveDate(decidedOn) : inForce.effectiveDate(decidedOn, enactedOn);
        var fixed = question.fixedDate();
        var dated =
                fixed == null ? byRule : inForce.fixed(date(fixed, "fixedDate"), cited(fixed, "fixedDate"), decidedOn);
        var override = question.override();
        return Optional.of(override == null ? dated : overridden(dated, override));
    }

    private static void requireNothingBeforeTheApproval(DateQuestion question) {
        if (question.enactedOn() != null) {
            throw new ImpossibleDatesException(
                    "decidedOn", "Nothing is enacted that was not approved. Give the day of the approval as well.");
        }
        if (question.fixedDate() != null || question.override() != null) {
            throw new ImpossibleDatesException(
                    "decidedOn", "Nothing takes effect that was not approved. Give the day of the approval as well.");
        }
    }

    private static WorkedDate overridden(WorkedDate byRule, CitedDate override) {
        var insteadOf = byRule.value();
        if (insteadOf == null) {
            throw new ImpossibleDatesException(
                    "override", "There is no date yet that another could replace: " + String.join(" ", byRule.steps()));
        }
        var reason = override.reason();
        if (reason == null || reason.isBlank()) {
            throw new ImpossibleDatesException("override/reason", "Give the reason for another date.");
        }
        var date = date(override, "override");
        var citation = cited(override, "override");
        var dated = EffectiveDate.byRule(byRule).overridden(date, citation, reason);
        var inputs = new LinkedHashMap<>(byRule.inputs());
        inputs.put("override", date.toString());
        return new WorkedDate(
                byRule.what(),
                date,
                byRule.rule(),
                byRule.citation(),
                dated.steps(),
                inputs,
                new DateOverride(date, insteadOf, citation, reason));
    }

    private static LocalDate date(CitedDate given, String field) {
        if (given.date() == null) {
            throw new ImpossibleDatesException(field + "/date", "Give the date.");
        }
        return Objects.requireNonNull(given.date());
    }

    private static String cited(CitedDate given, String field) {
        var citation = given.citation();
        if (citation == null || citation.isBlank()) {
            throw new ImpossibleDatesException(field + "/citation", "Cite what allows the date.");
        }
        return citation.strip();
    }
}
