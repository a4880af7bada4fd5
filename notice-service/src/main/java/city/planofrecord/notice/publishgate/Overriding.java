package city.planofrecord.notice.publishgate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.RuleOverride;
import city.planofrecord.notice.noticedocument.Severity;
import city.planofrecord.notice.noticerule.RuleName;

/**
 * A human's wish that a rule of the dates shall not stop a notice.
 *
 * @param citation what allows it
 */
public record Overriding(RuleName rule, String citation, String reason) {

    private static final Map<RuleName, GateRule> CAN_BE = new EnumMap<>(Map.of(
            RuleName.POSTING_PERIOD, GateRule.POSTING_PERIOD,
            RuleName.COMMENTS_CLOSE, GateRule.COMMENTS_CLOSE,
            RuleName.SPEAKER_REQUESTS_CLOSE, GateRule.SPEAKER_REQUESTS_CLOSE));

    /** What stops the notice still, and what was overridden. */
    record Outcome(List<GateFinding> remaining, List<RuleOverride> overrides) {}

    /** The finding as it is once a rule was overridden: it stops nothing, and says by what. */
    static GateFinding shown(GateFinding finding, List<RuleOverride> overrides) {
        return overrides.stream()
                .filter(one -> finding.severity() == Severity.ERROR && finding.rule() == CAN_BE.get(one.rule()))
                .findFirst()
                .map(one -> new GateFinding(
                        Severity.WARNING,
                        finding.item(),
                        finding.field(),
                        finding.rule(),
                        finding.citation(),
                        finding.message() + " Overridden by " + one.citation() + ": " + one.reason(),
                        finding.found(),
                        finding.expected()))
                .orElse(finding);
    }

    /** @throws Refused (422) where a rule cannot be overridden, is named twice, or stops nothing */
    static Outcome apply(List<Overriding> wishes, List<GateFinding> findings, Instant recordedAt) {
        var remaining = new ArrayList<>(findings);
        var overrides = new ArrayList<RuleOverride>();
        var wrong = new ArrayList<Violation>();
        for (var i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            var broken = remaining.stream()
                    .filter(finding ->
                            finding.severity() == Severity.ERROR && finding.rule() == CAN_BE.get(wish.rule()))
                    .toList();
            if (broken.isEmpty()) {
                wrong.add(Violation.at(
                        "/overrides/" + i + "/rule",
                        CAN_BE.containsKey(wish.rule())
                                ? "The notice does not break that rule, so there is nothing to override. Leave it out."
                                : "Only rules about the hearing and the deadlines can be overridden at the posting.",
                        wish.rule().name(),
                        "one of " + List.copyOf(CAN_BE.keySet()) + " that stops the notice"));
            }
            remaining.removeAll(broken);
            broken.forEach(finding -> overrides.add(new RuleOverride(
                    wish.rule(),
                    wish.citation(),
                    wish.reason(),
                    Objects.requireNonNull(finding.found()),
                    Objects.requireNonNull(finding.expected()),
                    recordedAt)));
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
        return new Outcome(remaining, overrides);
    }
}
