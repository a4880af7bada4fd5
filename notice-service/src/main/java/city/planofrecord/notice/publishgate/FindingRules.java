package city.planofrecord.notice.publishgate;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.noticedocument.Severity;

/** Whether everything that was read with doubt from the document of a draft has been settled. */
final class FindingRules {

    private static final Pattern ITEM = Pattern.compile("/items/(\\d{1,6})(?:/.*)?");
    private static final Pattern ATTACHMENT = Pattern.compile("/attachments/(\\d{1,6})(?:/.*)?");

    private final Findings findings;

    FindingRules(Findings findings) {
        this.findings = findings;
    }

    void check(Draft draft) {
        for (var i = 0; i < draft.findings().size(); i++) {
            var finding = draft.findings().get(i);
            if (finding.isOpen()) {
                findings.refuse(
                        item(draft, finding),
                        "/findings/" + i,
                        GateRule.FINDING_SETTLED,
                        "Finding " + finding.id() + " of the document is not settled: " + finding.message()
                                + (finding.severity() == Severity.ERROR
                                        ? " Settle it as FIXED when it is mended."
                                        : " Settle it, as FIXED when it is mended, or as ACCEPTED with a reason."),
                        finding.code(),
                        "settled");
            }
        }
    }

    private static @Nullable Integer item(Draft draft, DraftFinding finding) {
        var pointer = finding.pointer() == null ? "" : finding.pointer();
        var item = ITEM.matcher(pointer);
        if (item.matches()) {
            return Integer.parseInt(item.group(1)) + 1;
        }
        var attachment = ATTACHMENT.matcher(pointer);
        if (!attachment.matches()) {
            return null;
        }
        var index = Integer.parseInt(attachment.group(1));
        return index < draft.attachments().size()
                ? draft.attachments().get(index).item()
                : null;
    }
}
