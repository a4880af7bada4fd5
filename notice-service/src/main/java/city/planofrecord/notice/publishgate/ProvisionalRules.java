package city.planofrecord.notice.publishgate;

import java.util.List;

import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.noticedocument.ItemKind;
import city.planofrecord.notice.noticerule.NoticeRule.ProvisionalApproval;

/** Whether items are small enough to be approved before the Council enacts them. */
final class ProvisionalRules {

    private final Findings findings;

    ProvisionalRules(Findings findings) {
        this.findings = findings;
    }

    /** @param items that are approved, as amended where they were */
    void check(List<ProposedItem> items, ProvisionalApproval rule) {
        for (var item : items) {
            if (item.kind() != ItemKind.REVISE) {
                refuse(item, "/kind", item.kind().name(), rule);
            } else if (!rule.changes().containsAll(item.changes())) {
                refuse(item, "/changes", item.changes().toString(), rule);
            }
        }
    }

    private void refuse(ProposedItem item, String field, String found, ProvisionalApproval rule) {
        findings.refuse(
                item,
                field,
                GateRule.PROVISIONAL_APPROVAL,
                rule.inWords() + " (" + rule.citation() + ") Item " + item.item()
                        + " does more: the Board decides on it.",
                found,
                "nothing but " + rule.changesInOrder());
    }
}
