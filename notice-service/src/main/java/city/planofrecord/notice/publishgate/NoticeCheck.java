package city.planofrecord.notice.publishgate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.notice.Posting;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.RuleOverride;
import city.planofrecord.notice.noticedocument.Severity;
import city.planofrecord.notice.noticerule.NoRuleException;
import city.planofrecord.notice.noticerule.NoticeRule.ProvisionalApproval;
import city.planofrecord.notice.noticerule.RulesInForce;
import city.planofrecord.notice.publishgate.PlanAsHeard.Freshness;

/** Runs the gate for a notice against the plan as it has been heard. */
@Singleton
public class NoticeCheck {

    private final PlanAsHeard plan;
    private final CityRules city;
    private final Notices notices;

    NoticeCheck(PlanAsHeard plan, CityRules city, Notices notices) {
        this.plan = plan;
        this.city = city;
        this.notices = notices;
    }

    /** What the gate found, and how fresh the copies are that it checked against. */
    @Schema(name = "NoticeCheck")
    public record Checked(List<GateFinding> findings, Freshness checkedAgainst) {}

    /** Every finding about a notice whose items are open, as it stands. */
    public Checked check(Notice notice) {
        var postedOn = notice.whenPosted().map(Posting::postedAt).map(city::day).orElse(null);
        var findings = findings(notice, postedOn).stream()
                .map(finding -> Overriding.shown(finding, notice.ownCourse().overrides()))
                .toList();
        return new Checked(findings, plan.freshness());
    }

    /**
     * That nothing keeps the notice from being posted on the day but what is overridden.
     *
     * @return what was overridden
     * @throws Refused (422) with every other finding, or where an override is none
     */
    public List<RuleOverride> requirePostable(Notice notice, LocalDate postedOn, List<Overriding> overriding) {
        var outcome = Overriding.apply(overriding, findings(notice, postedOn), Instant.now());
        refuseOn("Notice " + notice.number() + " cannot be posted", outcome.remaining());
        return outcome.overrides();
    }

    /** @throws Refused (422) with every finding that keeps the items from being approved, each for its day */
    public void requireApprovable(Notice notice, List<ProposedItem> items, Map<Integer, LocalDate> effective) {
        refuseOn(
                "Items of notice " + notice.number() + " cannot be approved",
                gate(items).checkItems(items, effective));
    }

    /** @throws Refused (422) with every item that is not small enough to be approved before the Council enacts it */
    public void requireProvisionallyApprovable(Notice notice, List<ProposedItem> items, ProvisionalApproval rule) {
        refuseOn(
                "Items of notice " + notice.number() + " cannot be approved provisionally",
                PublishGate.checkProvisional(items, rule));
    }

    /** Every finding about items that are to be recorded, each for its day. */
    public List<GateFinding> ofItems(List<ProposedItem> items, Map<Integer, LocalDate> effective) {
        return gate(items).checkItems(items, effective);
    }

    private PublishGate gate(List<ProposedItem> items) {
        return new PublishGate(plan.forItems(items.size()));
    }

    private List<GateFinding> findings(Notice notice, @Nullable LocalDate postedOn) {
        var open = notice.open();
        if (open.isEmpty() && !notice.draft().items().isEmpty()) {
            return List.of();
        }
        var date = notice.draft().date();
        var rules = date == null ? null : city.find(date).orElse(null);
        var gate = gate(open);
        var findings = new ArrayList<GateFinding>();
        if (date != null && rules == null) {
            findings.add(noRules(date));
        }
        findings.addAll(gate.checkDeadlines(notice.asRescheduled(), rules, postedOn));
        if (notice.status() == NoticeStatus.DRAFT) {
            findings.addAll(gate.checkFindings(notice.draft()));
            findings.addAll(gate.checkMending(notice.draft(), notices::find));
        }
        expectedEffective(notice, rules).ifPresent(day -> findings.addAll(gate.checkItems(open, day)));
        return List.copyOf(findings);
    }

    private GateFinding noRules(LocalDate date) {
        return new GateFinding(
                Severity.ERROR,
                null,
                "/date",
                GateRule.RULES_KNOWN,
                null,
                NoRuleException.message(date, city.all().missing(date)),
                date.toString(),
                "a date for which there are rules");
    }

    /**
     * From when the notice would count if it were approved on the day of its hearing, and enacted that day where it must be
     * enacted before; empty while that is not known.
     */
    public Optional<LocalDate> expectedEffective(Notice notice) {
        var date = notice.draft().date();
        return expectedEffective(notice, date == null ? null : city.find(date).orElse(null));
    }

    private Optional<LocalDate> expectedEffective(Notice notice, @Nullable RulesInForce rules) {
        var hearing = notice.asRescheduled().hearing();
        if (rules == null || hearing == null || hearing.at() == null) {
            return Optional.empty();
        }
        var heard = city.day(hearing.at());
        return heard.isBefore(rules.noticeDate())
                ? Optional.empty()
                : Optional.ofNullable(rules.expectedEffectiveDate(heard).value());
    }

    private static void refuseOn(String what, List<GateFinding> findings) {
        if (GateFinding.stops(findings)) {
            var stopping = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
            throw new Refused(
                    ProblemKind.INVALID,
                    what + ": " + stopping.size()
                            + (stopping.size() == 1 ? " finding stops it. " : " findings stop it. ")
                            + stopping.getFirst().message(),
                    stopping.stream().map(GateFinding::violation).toList(),
                    Map.of("findings", stopping));
        }
    }
}
