package city.planofrecord.notice.publishgate;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.noticerule.Judgement;
import city.planofrecord.notice.noticerule.Occasion;
import city.planofrecord.notice.noticerule.RuleName;
import city.planofrecord.notice.noticerule.RulesInForce;

/** Whether date, hearing and deadlines of a notice keep the rules. */
final class DeadlineRules {

    private final Findings findings;

    DeadlineRules(Findings findings) {
        this.findings = findings;
    }

    /** @param rules null where the notice bears no date to choose them by, or there are none for it */
    void check(Draft draft, @Nullable RulesInForce rules, @Nullable LocalDate postedOn) {
        if (draft.date() == null) {
            missing("/date", "The notice bears no date.");
        }
        var hearing = draft.hearing();
        var at = hearing == null ? null : hearing.at();
        if (at == null) {
            missing("/hearing/at", "The notice does not say when the hearing is.");
        }
        if (draft.items().isEmpty()) {
            missing("/items", "The notice proposes nothing.");
        }
        if (rules == null || at == null) {
            return;
        }
        judge(
                "/hearing/at",
                GateRule.POSTING_PERIOD,
                "The hearing comes too early.",
                postedOn == null ? rules.hearingIsLateEnough(at) : rules.hearingIsLateEnough(postedOn, at));
        warn("/hearing/at", Occasion.HEARING, at, rules);
        var comments = draft.comments();
        if (comments != null && comments.until() != null) {
            judge(
                    "/comments/until",
                    GateRule.COMMENTS_CLOSE,
                    "Comments must close before the hearing.",
                    rules.commentsCloseInTime(comments.until(), at));
            warn("/comments/until", Occasion.COMMENTS_CLOSE, comments.until(), rules);
        }
        var speakers = draft.speakers();
        if (speakers != null && speakers.until() != null) {
            judge(
                    "/speakers/until",
                    GateRule.SPEAKER_REQUESTS_CLOSE,
                    "Requests to speak must close before the hearing.",
                    rules.speakerRequestsCloseInTime(speakers.until(), at));
            warn("/speakers/until", Occasion.SPEAKER_REQUESTS_CLOSE, speakers.until(), rules);
        }
    }

    private void missing(String field, String message) {
        findings.refuse(field, GateRule.COMPLETE, null, message + " Add it.", null, null);
    }

    private void warn(String field, Occasion occasion, OffsetDateTime at, RulesInForce rules) {
        for (var closure : rules.calendar().closures(occasion, at)) {
            findings.warn(
                    field,
                    closure.rule() == RuleName.HOLIDAYS ? GateRule.HOLIDAYS : GateRule.OFFICE_HOURS,
                    closure.citation(),
                    String.join(" ", closure.steps()) + " Nothing is moved; look whether it is meant.",
                    closure.found().toString(),
                    closure.expected());
        }
    }

    private void judge(String field, GateRule rule, String message, Judgement judgement) {
        if (!judgement.passes()) {
            findings.refuse(
                    field,
                    rule,
                    judgement.citation(),
                    message + " " + String.join(" ", judgement.steps()),
                    judgement.found().toString(),
                    judgement.expected());
        }
    }
}
