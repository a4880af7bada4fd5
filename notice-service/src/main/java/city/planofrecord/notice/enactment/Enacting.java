package city.planofrecord.notice.enactment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Outbox;
import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.decision.Decisions;
import city.planofrecord.notice.enactment.EnactmentResource.Body;
import city.planofrecord.notice.enactment.EnactmentResource.LeftOut;
import city.planofrecord.notice.enactment.Enactments.EnactedItem;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.Drafters;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.ItemEnactment.CouncilAct;
import city.planofrecord.notice.notice.ItemEnactment.Outcome;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.noticedocument.Severity;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.noticerule.EnactmentMode;
import city.planofrecord.notice.publishgate.GateFinding;
import city.planofrecord.notice.publishgate.NoticeCheck;
import city.planofrecord.notice.registration.Registration;

/** Records what the Council did: with every notice that is named, or with none. */
@Singleton
class Enacting {

    private final Notices notices;
    private final Enactments enactments;
    private final Decisions decisions;
    private final NoticeCheck check;
    private final Registration registration;
    private final Outbox outbox;
    private final Drafters drafters;
    private final CityRules city;
    private final Clock clock;

    Enacting(
            Notices notices,
            Enactments enactments,
            Decisions decisions,
            NoticeCheck check,
            Registration registration,
            Outbox outbox,
            Drafters drafters,
            CityRules city,
            Clock clock) {
        this.notices = notices;
        this.enactments = enactments;
        this.decisions = decisions;
        this.check = check;
        this.registration = registration;
        this.outbox = outbox;
        this.drafters = drafters;
        this.city = city;
        this.clock = clock;
    }

    /** What was recorded, and whether its ordinance is new. */
    record Enacted(Enactments.Recorded recorded, boolean isNew) {}

    /** What one notice becomes by an enactment. */
    private record Dated(Enactable enactable, @Nullable EffectiveDate effective, Map<Integer, LocalDate> days) {}

    /**
     * @throws Refused (422) with everything that keeps the Council's decision from being recorded, (409) where the ordinance
     *     was recorded otherwise, (403) where the caller has drafted one of the notices
     */
    Enacted enact(Body body) {
        requirePossible(body);
        var outcome = Objects.requireNonNullElse(body.outcome(), Outcome.ENACTED);
        var begun = enactments.begin(
                body.ordinance().strip(),
                body.enactedOn(),
                outcome,
                body.reason() == null ? null : body.reason().strip());
        requireSame(begun.act(), body.enactedOn(), outcome);
        var enactable = enactable(body);
        var dated = new ArrayList<Dated>();
        for (var one : enactable) {
            dated.add(outcome == Outcome.ENACTED ? dated(one, body.enactedOn()) : new Dated(one, null, Map.of()));
        }
        requireGate(dated);
        for (var one : dated) {
            record(one, begun.act());
        }
        return new Enacted(enactments.find(begun.act().id()).orElseThrow(), begun.isNew());
    }

    private void requirePossible(Body body) {
        var today = LocalDate.now(clock);
        if (body.enactedOn().isAfter(today)) {
            throw Refused.invalid(List.of(Violation.at(
                    "/enactedOn",
                    "That day has not come yet in the city.",
                    body.enactedOn().toString(),
                    today + " or earlier")));
        }
        if (body.outcome() == Outcome.REFUSED
                && (body.reason() == null || body.reason().isBlank())) {
            throw Refused.invalid(List.of(Violation.at("/reason", "Say why the Council refused.", null, "the reason")));
        }
    }

    private static void requireSame(CouncilAct act, LocalDate enactedOn, Outcome outcome) {
        if (!act.enactedOn().equals(enactedOn) || act.outcome() != outcome) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    act.ordinance() + " was recorded before: " + act.outcome() + " on " + act.enactedOn()
                            + ". Notices can be added to it with that day and outcome.");
        }
    }

    private List<Enactable> enactable(Body body) {
        var wrong = new ArrayList<Violation>();
        var wholeNotices = new ArrayList<String>();
        var items = new TreeMap<String, List<Integer>>();
        var places = new TreeMap<String, String>();
        var except = Objects.requireNonNullElse(body.except(), List.<LeftOut>of());
        for (var i = 0; i < except.size(); i++) {
            var one = except.get(i);
            if (one.items() == null) {
                wholeNotices.add(one.notice().strip());
            } else if (items.putIfAbsent(one.notice().strip(), one.items()) == null) {
                places.put(one.notice().strip(), "/except/" + i);
            } else {
                wrong.add(Violation.at(
                        "/except/" + i, "Name the items of a notice once, together.", one.notice(), "each once"));
            }
        }
        var named = new NamedNotices(body.notices().stream().map(String::strip).toList(), wholeNotices);
        var numbers = named.resolve(enactments.known(named.candidates()), wrong);
        items.keySet().stream()
                .filter(number -> !numbers.containsKey(number))
                .forEach(number -> wrong.add(Violation.at(
                        places.get(number) + "/notice",
                        "Notice " + number + " is not among those named.",
                        number,
                        "one of those named")));
        requireNothing(wrong);
        var enactable = new ArrayList<Enactable>();
        // In one order always, so that two enactments cannot wait for each other.
        for (var number : new TreeSet<>(numbers.keySet())) {
            var notice = notices.lock(number);
            drafters.requireAnother(number);
            var date = notice.draft().date();
            enactable.add(Enactable.of(
                    notice,
                    Objects.requireNonNull(numbers.get(number)),
                    body.enactedOn(),
                    items.getOrDefault(number, List.of()),
                    places.getOrDefault(number, "/except") + "/items",
                    date == null ? null : city.find(date).orElse(null),
                    wrong));
        }
        requireNothing(wrong);
        return enactable;
    }

    private static void requireNothing(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
    }

    private Dated dated(Enactable enactable, LocalDate enactedOn) {
        var rules = city.on(Objects.requireNonNull(enactable.notice().draft().date()));
        return enactable
                .effective(rules, enactedOn)
                .map(effective -> new Dated(enactable, effective, enactable.days(effective.date())))
                .orElseGet(() -> new Dated(enactable, null, Map.of()));
    }

    /** What was approved is recorded only now, and the plan may have changed since. */
    private void requireGate(List<Dated> dated) {
        var stopping = new ArrayList<GateFinding>();
        var violations = new ArrayList<Violation>();
        for (var one : dated) {
            if (one.days().isEmpty()) {
                continue;
            }
            var number = one.enactable().notice().number();
            for (var finding : check.ofItems(one.enactable().toRecord(), one.days())) {
                if (finding.severity() == Severity.ERROR) {
                    stopping.add(finding);
                    violations.add(Violation.at(
                            "/notices",
                            "Notice " + number + ", item " + finding.item() + ": " + finding.message(),
                            finding.found(),
                            finding.expected()));
                }
            }
        }
        if (!stopping.isEmpty()) {
            throw new Refused(
                    ProblemKind.INVALID,
                    "The plan has changed since the approval: "
                            + (stopping.size() == 1 ? "one finding stops" : stopping.size() + " findings stop")
                            + " the enactment. " + violations.getFirst().message(),
                    violations,
                    Map.of("findings", stopping));
        }
    }

    private void record(Dated dated, CouncilAct act) {
        var enactable = dated.enactable();
        var next = enactable.notice().enacted(act, enactable.items(), dated.days(), dated.effective());
        notices.save(next);
        enactments.add(
                act.id(),
                enactable.items().stream()
                        .map(item ->
                                new EnactedItem(next.id(), next.number(), next.edition(), item, enactable.mode(item)))
                        .toList());
        outbox.add(EnactedEvent.of(next, act, enactable.items()));
        switch (act.outcome()) {
            case ENACTED -> offer(next, enactable.of(EnactmentMode.BEFORE));
            case REFUSED -> lapse(next, enactable, act);
        }
    }

    private void lapse(Notice notice, Enactable enactable, CouncilAct act) {
        var lapsing = Lapse.of(enactable, act.enactedOn(), LocalDate.now(clock));
        if (!lapsing.isEmpty()) {
            registration.revise(notice, lapsing, act.ordinance(), "The Council refused to enact it: " + act.reason());
        }
    }

    /** Items that one decision approved are one batch, as they would have been at the decision. */
    private void offer(Notice notice, List<Integer> items) {
        var last = decisions.last(notice);
        var together = new TreeMap<UUID, Map<Integer, ItemDecision>>();
        for (var item : items) {
            together.computeIfAbsent(Objects.requireNonNull(last.get(item)), _ -> new TreeMap<>())
                    .put(item, Objects.requireNonNull(notice.course(item).decision()));
        }
        var offered = notice;
        for (var decision : together.entrySet()) {
            offered = registration.offer(offered, decision.getKey(), decision.getValue());
        }
    }
}
