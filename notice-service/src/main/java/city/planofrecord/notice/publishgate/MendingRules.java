package city.planofrecord.notice.publishgate;

import java.util.Optional;
import java.util.function.Function;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Mending;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;

/** Whether the notices whose errors a draft mends can be mended by another: only what was approved. */
final class MendingRules {

    private final Findings findings;
    private final Function<String, Optional<Notice>> others;

    MendingRules(Findings findings, Function<String, Optional<Notice>> others) {
        this.findings = findings;
        this.others = others;
    }

    void check(Draft draft) {
        for (var i = 0; i < draft.corrects().size(); i++) {
            check(draft, draft.corrects().get(i), "/corrects/" + i);
        }
    }

    private void check(Draft draft, Mending mending, String field) {
        if (mending.notice().equals(draft.number())) {
            refuse(
                    field + "/notice",
                    "A notice does not mend itself. Change the draft; once posted, supersede it by an updated posting.",
                    mending.notice(),
                    "the number of another notice");
            return;
        }
        var other = others.apply(mending.notice()).filter(notice -> notice.status() != NoticeStatus.DRAFT);
        if (other.isEmpty()) {
            findings.warn(
                    field + "/notice",
                    GateRule.MENDS_APPROVED,
                    "No notice " + mending.notice()
                            + " was posted here. Check the number; it may be older than this system.",
                    mending.notice(),
                    "the number of an approved notice");
            return;
        }
        check(mending, other.get(), field);
    }

    private void check(Mending mending, Notice other, String field) {
        if (mending.items() == null) {
            if (other.draft().items().stream().noneMatch(item -> isApproved(other, item.item()))) {
                refuse(
                        field + "/notice",
                        "Nothing of notice " + other.number()
                                + " was approved, so that there is nothing to mend by another notice.",
                        other.status().name(),
                        NoticeStatus.APPROVED.name());
            }
            return;
        }
        for (var item : mending.items()) {
            if (!isApproved(other, item)) {
                refuse(
                        field + "/items",
                        other.draft().item(item).isEmpty()
                                ? "Notice " + other.number() + " has no item " + item + "."
                                : "Item " + item + " of notice " + other.number()
                                        + " was not approved, so that there is nothing to mend by another notice.",
                        item.toString(),
                        "items that were approved");
            }
        }
    }

    private static boolean isApproved(Notice other, int item) {
        var decision = other.course(item).decision();
        return decision != null && decision.outcome().approves();
    }

    private void refuse(String field, String message, String found, String expected) {
        findings.refuse(field, GateRule.MENDS_APPROVED, null, message, found, expected);
    }
}
