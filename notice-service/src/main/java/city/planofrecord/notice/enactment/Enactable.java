package city.planofrecord.notice.enactment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.ItemEnactment;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.noticerule.EnactmentMode;
import city.planofrecord.notice.noticerule.RulesInForce;

/**
 * The items of a notice on which the Council decides together.
 *
 * @param items by number, that wait for the Council and are not left out
 */
record Enactable(Notice notice, List<Integer> items) {

    Enactable {
        items = List.copyOf(items);
    }

    /**
     * The items that wait for the Council.
     *
     * @param pointer where the notice is named
     * @param except items that are left out
     * @param exceptPointer where these are named
     * @param rules by which the notice is judged, null where they say nothing for its date
     * @param wrong gets why the Council cannot decide on the notice
     */
    static Enactable of(
            Notice notice,
            String pointer,
            LocalDate enactedOn,
            List<Integer> except,
            String exceptPointer,
            @Nullable RulesInForce rules,
            List<Violation> wrong) {
        var waiting = waiting(notice);
        if (waiting.isEmpty()) {
            wrong.add(Violation.at(pointer, whyNot(notice, rules), notice.number(), "a notice that waits for it"));
            return new Enactable(notice, List.of());
        }
        for (var item : except) {
            if (!waiting.contains(item)) {
                wrong.add(Violation.at(
                        exceptPointer,
                        "Item " + item + " of notice " + notice.number() + " does not wait for the Council.",
                        String.valueOf(item),
                        "some of " + waiting));
            }
        }
        var items = waiting.stream().filter(item -> !except.contains(item)).toList();
        if (items.isEmpty()) {
            wrong.add(Violation.at(
                    exceptPointer,
                    "Every item of notice " + notice.number() + " is left out. Leave out the notice.",
                    except.toString(),
                    "fewer items"));
        }
        for (var item : items) {
            var decidedOn = decidedOn(notice, item);
            if (enactedOn.isBefore(decidedOn)) {
                wrong.add(Violation.at(
                        "/enactedOn",
                        "Item " + item + " of notice " + notice.number() + " was approved only on " + decidedOn + ".",
                        enactedOn.toString(),
                        decidedOn + " or later"));
            }
        }
        return new Enactable(notice, items);
    }

    private static List<Integer> waiting(Notice notice) {
        return notice.draft().items().stream()
                .map(ProposedItem::item)
                .filter(item -> notice.course(item).awaitsEnactment())
                .toList();
    }

    private static String whyNot(Notice notice, @Nullable RulesInForce rules) {
        var is = "Notice " + notice.number() + " ";
        return switch (notice.status()) {
            case DRAFT -> is + "is a draft: it was not posted.";
            case POSTED -> is + "was not decided.";
            case WITHDRAWN -> is + "was withdrawn.";
            case SUPERSEDED -> is + "was superseded.";
            case RESCINDED -> is + "was rescinded.";
            case DENIED -> is + "was denied, so there is nothing to enact.";
            case APPROVED, CONTINUED ->
                settled(notice)
                        .map(act -> is + "was settled before: " + act.outcome() + " by " + act.ordinance() + " on "
                                + act.enactedOn() + ".")
                        .orElse(
                                isApproved(notice)
                                        ? is + "needs no enactment"
                                                + (rules == null
                                                        ? "."
                                                        : " ("
                                                                + rules.enactment()
                                                                        .citation() + ").")
                                        : is + "has no approved item.");
        };
    }

    private static boolean isApproved(Notice notice) {
        return notice.draft().items().stream()
                .map(item -> notice.course(item.item()).decision())
                .anyMatch(decision -> decision != null && decision.outcome().approves());
    }

    private static Optional<ItemEnactment.CouncilAct> settled(Notice notice) {
        return notice.draft().items().stream()
                .map(item -> notice.course(item.item()).enactment())
                .filter(Objects::nonNull)
                .map(ItemEnactment::act)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static LocalDate decidedOn(Notice notice, int item) {
        return Objects.requireNonNull(notice.course(item).decision()).decidedOn();
    }

    EnactmentMode mode(int item) {
        return Objects.requireNonNull(notice.course(item).enactment()).mode();
    }

    /** The items of a mode. */
    List<Integer> of(EnactmentMode mode) {
        return items.stream().filter(item -> mode(item) == mode).toList();
    }

    /** The items that are recorded only now, as they were approved. */
    List<ProposedItem> toRecord() {
        return of(EnactmentMode.BEFORE).stream()
                .map(item -> notice.asDecided(
                        notice.draft().item(item).orElseThrow(),
                        Objects.requireNonNull(notice.course(item).decision())))
                .toList();
    }

    /** From when what is recorded only now counts by rule; empty where nothing is. */
    Optional<EffectiveDate> effective(RulesInForce rules, LocalDate enactedOn) {
        return of(EnactmentMode.BEFORE).stream()
                .map(item -> decidedOn(notice, item))
                .max(LocalDate::compareTo)
                .map(decidedOn -> EffectiveDate.byRule(rules.effectiveDate(decidedOn, enactedOn)));
    }

    /** By item, from when it counts, a law's date before the rule's. */
    Map<Integer, LocalDate> days(LocalDate byRule) {
        var days = new TreeMap<Integer, LocalDate>();
        for (var item : of(EnactmentMode.BEFORE)) {
            Objects.requireNonNull(notice.course(item).decision())
                    .effectiveFrom(byRule)
                    .ifPresent(day -> days.put(item, day));
        }
        return days;
    }
}
