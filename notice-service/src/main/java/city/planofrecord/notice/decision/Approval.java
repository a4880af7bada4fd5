package city.planofrecord.notice.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.ItemEnactment;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.noticerule.EnactmentMode;
import city.planofrecord.notice.noticerule.NoticeRule.ProvisionalApproval;
import city.planofrecord.notice.noticerule.RulesInForce;

/**
 * What the approval of a body is worth by the rules of the notice.
 *
 * @param expected from when the approved counts; where it must be enacted before, if it were enacted on the day of the approval
 * @param provisional the rule by which the body approves before the Council enacts; null where it is not such a body
 */
record Approval(
        EnactmentMode mode,
        String citation,
        EffectiveDate expected,
        @Nullable ProvisionalApproval provisional) {

    /**
     * @param asked that the decision says of itself that it is provisional
     * @throws Refused (422) where no rule lets the body approve provisionally
     */
    static Approval of(BoardDecision decision, boolean asked, RulesInForce rules) {
        var rule = rules.provisionalApproval();
        if (rule != null && rule.isBy(decision.body())) {
            return new Approval(
                    EnactmentMode.PROVISIONAL,
                    rule.citation(),
                    EffectiveDate.byRule(rules.provisionalEffectiveDate(decision.decidedOn())),
                    rule);
        }
        if (asked) {
            throw Refused.invalid(List.of(Violation.at(
                    "/provisional",
                    rule == null
                            ? "No rule lets anybody approve provisionally what is proposed in a notice of "
                                    + rules.noticeDate() + "."
                            : rule.inWords() + " (" + rule.citation() + ") The body named here may not.",
                    decision.body(),
                    rule == null ? "left out" : String.join(" or ", rule.bodies()))));
        }
        return new Approval(
                rules.enactment().mode(),
                rules.enactment().citation(),
                EffectiveDate.byRule(rules.expectedEffectiveDate(decision.decidedOn())),
                null);
    }

    /** From when the approved counts; null where that is not known before the enactment. */
    @Nullable
    EffectiveDate effective() {
        return switch (mode) {
            case NONE, PROVISIONAL -> expected;
            case BEFORE -> null;
        };
    }

    /** What the approved items wait for; null where the approval is enough. */
    @Nullable
    ItemEnactment enactment() {
        return switch (mode) {
            case NONE -> null;
            case BEFORE, PROVISIONAL -> ItemEnactment.awaited(mode, citation);
        };
    }
}
