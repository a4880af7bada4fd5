package city.planofrecord.notice.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.noticerule.RulesInForce;

/** What the Board decided, and what that means for each item. */
record BoardDecision(
        LocalDate decidedOn,
        String body,
        Outcome outcome,
        List<ItemOutcome> items,
        @Nullable Map<String, Integer> votes) {

    BoardDecision {
        items = List.copyOf(items);
    }

    /** Outcomes for the whole, or that items were decided one by one. */
    @Schema(name = "NewDecisionOutcome")
    enum Outcome {
        APPROVED,
        DENIED,
        CONTINUED,
        BY_ITEM
    }

    /** Outcomes of one item. */
    @Schema(name = "NewItemOutcome")
    enum OfItem {
        APPROVED,
        DENIED,
        CONTINUED
    }

    /**
     * What was decided on one item.
     *
     * @param amended terms approved in place of those proposed; only with APPROVED
     * @param fixedDate the date that a law fixes for the item; only with APPROVED
     */
    record ItemOutcome(
            int item,
            OfItem outcome,
            @Nullable Terms amended,
            @Nullable FixedDate fixedDate) {}

    /**
     * A date in the place of the rule's.
     *
     * @param date inclusive
     */
    record FixedDate(LocalDate date, String citation) {}

    /**
     * The decision on each item of the notice that is open.
     *
     * @throws Refused (422) where the items named are not exactly the open ones, or amended without being approved
     */
    Map<Integer, ItemDecision> on(Notice notice, Instant recordedAt) {
        return switch (outcome) {
            case APPROVED -> whole(notice, ItemDecision.Outcome.APPROVED, recordedAt);
            case DENIED -> whole(notice, ItemDecision.Outcome.DENIED, recordedAt);
            case CONTINUED -> whole(notice, ItemDecision.Outcome.CONTINUED, recordedAt);
            case BY_ITEM -> byItem(notice, recordedAt);
        };
    }

    /**
     * That a rule lets a law fix the date of an item, where one is fixed.
     *
     * @throws Refused (422) where none does
     */
    void requireFixable(RulesInForce rules) {
        if (rules.fixedDate() != null) {
            return;
        }
        var wrong = new ArrayList<Violation>();
        for (var i = 0; i < items.size(); i++) {
            var fixed = items.get(i).fixedDate();
            if (fixed != null) {
                wrong.add(Violation.at(
                        "/items/" + i + "/effectiveDate",
                        "No rule lets a law fix the date of what is proposed in a notice of " + rules.noticeDate()
                                + ".",
                        fixed.date().toString(),
                        "left out"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
    }

    private Map<Integer, ItemDecision> whole(Notice notice, ItemDecision.Outcome same, Instant recordedAt) {
        if (!items.isEmpty()) {
            throw Refused.invalid(List.of(Violation.at(
                    "/items",
                    "Items are decided one by one only with the outcome BY_ITEM.",
                    items.size() + " items",
                    "outcome BY_ITEM, or no items")));
        }
        var decisions = new TreeMap<Integer, ItemDecision>();
        for (var item : notice.open()) {
            decisions.put(item.item(), new ItemDecision(same, decidedOn, body, null, votes, null, recordedAt));
        }
        return decisions;
    }

    private Map<Integer, ItemDecision> byItem(Notice notice, Instant recordedAt) {
        var open = notice.open().stream().map(ProposedItem::item).toList();
        var wrong = new ArrayList<Violation>();
        var decisions = new TreeMap<Integer, ItemDecision>();
        var first = new HashMap<Integer, Integer>();
        for (var i = 0; i < items.size(); i++) {
            var one = items.get(i);
            var pointer = "/items/" + i;
            if (notice.draft().item(one.item()).isEmpty()) {
                wrong.add(Violation.at(
                        pointer + "/item",
                        "The notice has no item " + one.item() + ".",
                        String.valueOf(one.item()),
                        "one of " + open));
            } else if (!open.contains(one.item())) {
                wrong.add(Violation.at(
                        pointer + "/item",
                        "Item " + one.item() + " was decided before.",
                        String.valueOf(one.item()),
                        "one of " + open));
            } else if (first.putIfAbsent(one.item(), i) != null) {
                wrong.add(Violation.at(
                        pointer + "/item",
                        "Item " + one.item() + " is decided twice here.",
                        String.valueOf(one.item()),
                        "each item once"));
            } else if (one.amended() != null && one.outcome() != OfItem.APPROVED) {
                wrong.add(Violation.at(
                        pointer + "/amended",
                        "Only what is approved can be amended.",
                        one.outcome().name(),
                        OfItem.APPROVED.name()));
            } else {
                judgeAmendment(notice, one, pointer, wrong);
                judgeDate(one, pointer, wrong);
            }
            decisions.put(
                    one.item(),
                    new ItemDecision(
                            outcome(one), decidedOn, body, one.amended(), votes, effectiveDate(one), recordedAt));
        }
        for (var missing : open) {
            if (!first.containsKey(missing)) {
                wrong.add(Violation.at(
                        "/items",
                        "Item " + missing + " is not decided. With BY_ITEM every open item has an outcome.",
                        null,
                        "item " + missing));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
        return decisions;
    }

    private static void judgeAmendment(Notice notice, ItemOutcome one, String pointer, List<Violation> wrong) {
        var amended = one.amended();
        var item = notice.draft().item(one.item()).orElseThrow();
        if (amended != null
                && item.amendedBy(amended).proposed() != null
                && Objects.equals(item.amendedBy(amended).proposed(), item.proposed())) {
            wrong.add(Violation.at(
                    pointer + "/amended",
                    "These terms are what was proposed. Leave them out, or state what was approved instead.",
                    null,
                    "at least one other term"));
        }
    }

    private void judgeDate(ItemOutcome one, String pointer, List<Violation> wrong) {
        var fixed = one.fixedDate();
        if (fixed == null) {
            return;
        }
        if (one.outcome() != OfItem.APPROVED) {
            wrong.add(Violation.at(
                    pointer + "/effectiveDate",
                    "Only what is approved takes effect.",
                    one.outcome().name(),
                    OfItem.APPROVED.name()));
        } else if (fixed.date().isBefore(decidedOn)) {
            wrong.add(Violation.at(
                    pointer + "/effectiveDate/date",
                    "It does not take effect before it was decided on.",
                    fixed.date().toString(),
                    decidedOn + " or later"));
        }
    }

    private static @Nullable EffectiveDate effectiveDate(ItemOutcome one) {
        var fixed = one.fixedDate();
        return fixed == null ? null : EffectiveDate.fixed(fixed.date(), fixed.citation());
    }

    private static ItemDecision.Outcome outcome(ItemOutcome one) {
        return switch (one.outcome()) {
            case APPROVED ->
                one.amended() == null ? ItemDecision.Outcome.APPROVED : ItemDecision.Outcome.APPROVED_AS_AMENDED;
            case DENIED -> ItemDecision.Outcome.DENIED;
            case CONTINUED -> ItemDecision.Outcome.CONTINUED;
        };
    }
}
