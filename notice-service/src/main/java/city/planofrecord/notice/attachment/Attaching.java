package city.planofrecord.notice.attachment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.Draft.AttachedText;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Settlement;
import city.planofrecord.notice.noticedocument.FindingCode;

/**
 * Adds, replaces and takes out an attachment of a draft. Its specification goes into the item that it belongs to. What had been found
 * about the attachment before is settled by its replacement and stays on the record; what is found about others is left alone.
 */
final class Attaching {

    private static final int MOST = 5000;
    private static final String PREFIX = "/attachments/";
    private static final Pattern ATTACHMENT = Pattern.compile("/attachments/(\\d{1,6})((?:/.*)?)");

    private final Draft draft;
    private final String actor;
    private final Instant now;

    /** @param actor the role that attaches */
    Attaching(Draft draft, String actor, Instant now) {
        this.draft = draft;
        this.actor = actor;
        this.now = now;
    }

    /**
     * @throws Refused (422) where its item cannot be told, (409) where that has an attachment, (413) where there are too many
     */
    Draft added(NewAttachment what) {
        var choice = choice(what, null, null);
        var index = draft.attachments().size();
        if (index >= MOST) {
            throw new Refused(
                    ProblemKind.TOO_LARGE,
                    "A notice has up to " + MOST + " attachments. Divide it among several notices.");
        }
        var key = nextKey();
        var attachments = new ArrayList<>(draft.attachments());
        attachments.add(attached(what, choice, key));
        var findings = new ArrayList<>(draft.findings());
        addFound(findings, what, choice, index, key);
        return draft.attaching(
                specified(draft.items(), choice, what), attachments, settledByAttaching(findings, choice, key));
    }

    /**
     * @throws Refused (404) where there is no attachment of the key, (422) where its item cannot be told, (409) where that
     *     has another attachment
     */
    Draft replaced(String key, NewAttachment what) {
        var index = index(key);
        var before = draft.attachments().get(index);
        var choice = choice(what, key, before.item());
        var attachments = new ArrayList<>(draft.attachments());
        attachments.set(index, attached(what, choice, key));
        var findings = new ArrayList<>(settledOf(index, key, "Attachment " + key + " was replaced."));
        addFound(findings, what, choice, index, key);
        return draft.attaching(
                specified(withoutIts(before), choice, what), attachments, settledByAttaching(findings, choice, key));
    }

    /** @throws Refused (404) where there is no attachment of the key */
    Draft removed(String key) {
        var index = index(key);
        var attachments = new ArrayList<>(draft.attachments());
        var before = attachments.remove(index);
        var findings = settledOf(index, key, "Attachment " + key + " was taken out.").stream()
                .map(finding -> movedUp(finding, index))
                .toList();
        return draft.attaching(withoutIts(before), attachments, findings);
    }

    /** @throws Refused (404) where there is no attachment of the key */
    AttachedText get(String key) {
        return draft.attachments().get(index(key));
    }

    private int index(String key) {
        for (var i = 0; i < draft.attachments().size(); i++) {
            if (key.equals(draft.attachments().get(i).key())) {
                return i;
            }
        }
        throw Refused.notFound("Notice " + draft.number() + " has no attachment " + key
                + ". GET its attachments to see those there are.");
    }

    /** A key that no attachment has or had, as far as anything tells of it. */
    private String nextKey() {
        var last = 0;
        for (var attachment : draft.attachments()) {
            last = Math.max(last, Integer.parseInt(Objects.requireNonNull(attachment.key())));
        }
        for (var finding : draft.findings()) {
            last = Math.max(last, finding.attachment() == null ? 0 : Integer.parseInt(finding.attachment()));
        }
        return String.valueOf(last + 1);
    }

    private ItemChoice choice(NewAttachment what, @Nullable String key, @Nullable Integer before) {
        var choice = ItemChoice.of(draft.items(), what, before);
        choice.item().flatMap(item -> attachedTo(item, key)).ifPresent(other -> {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Item " + other.item() + " has its specification from attachment " + other.key() + ", \""
                            + other.title() + "\". Replace that one, or take it out first.");
        });
        return choice;
    }

    private Optional<AttachedText> attachedTo(ProposedItem item, @Nullable String key) {
        return draft.attachments().stream()
                .filter(other -> Integer.valueOf(item.item()).equals(other.item()))
                .filter(other -> !Objects.equals(other.key(), key))
                .findFirst();
    }

    private static AttachedText attached(NewAttachment what, ItemChoice choice, String key) {
        return new AttachedText(
                what.title(), choice.item().map(ProposedItem::item).orElse(null), what.specification(), key);
    }

    private static List<ProposedItem> specified(List<ProposedItem> items, ItemChoice choice, NewAttachment what) {
        var number = choice.item().map(ProposedItem::item).orElse(0);
        return items.stream()
                .map(item -> item.item() == number ? item.specifiedBy(what.specification()) : item)
                .toList();
    }

    /** The items without the specification that the attachment gave one; a specification changed by hand since then stays. */
    private List<ProposedItem> withoutIts(AttachedText attachment) {
        return draft.items().stream()
                .map(item -> Integer.valueOf(item.item()).equals(attachment.item())
                                && item.proposed() != null
                                && attachment
                                        .specification()
                                        .equals(item.proposed().specification())
                        ? item.specifiedBy(null)
                        : item)
                .toList();
    }

    private static void addFound(
            List<DraftFinding> findings, NewAttachment what, ItemChoice choice, int index, String key) {
        var place = PREFIX + index;
        choice.doubts().forEach(doubt -> findings.add(doubt.ofAttachment(key).pointingTo(place)));
        what.findings()
                .forEach(finding -> findings.add(finding.ofAttachment(key)
                        .pointingTo(finding.pointer() == null ? place : place + "/specification" + finding.pointer())));
    }

    private List<DraftFinding> settledOf(int index, String key, String reason) {
        return draft.findings().stream()
                .map(finding -> isOf(finding, index, key) ? gone(finding, reason) : finding)
                .toList();
    }

    private static boolean isOf(DraftFinding finding, int index, String key) {
        return key.equals(finding.attachment())
                || indexOf(finding).filter(found -> found == index).isPresent();
    }

    private static Optional<Integer> indexOf(DraftFinding finding) {
        var pointer = ATTACHMENT.matcher(finding.pointer() == null ? "" : finding.pointer());
        return pointer.matches() ? Optional.of(Integer.valueOf(pointer.group(1))) : Optional.empty();
    }

    private DraftFinding gone(DraftFinding finding, String reason) {
        var gone = finding.pointingTo(null);
        return finding.isSettled() ? gone : gone.settled(fixed(reason));
    }

    /** That an item was without its specification is mended by attaching one. */
    private List<DraftFinding> settledByAttaching(List<DraftFinding> findings, ItemChoice choice, String key) {
        var pointer = choice.item()
                .map(item -> "/items/" + (item.item() - 1) + "/proposed/specification")
                .orElse("");
        return findings.stream()
                .map(finding -> !finding.isSettled()
                                && finding.code().equals(FindingCode.ITEM_WITHOUT_ATTACHMENT.name())
                                && pointer.equals(finding.pointer())
                        ? finding.settled(fixed("Attachment " + key + " was attached."))
                        : finding)
                .toList();
    }

    private Settlement fixed(String reason) {
        return new Settlement(Settlement.How.FIXED, reason, actor, now);
    }

    private static DraftFinding movedUp(DraftFinding finding, int removed) {
        var pointer = ATTACHMENT.matcher(finding.pointer() == null ? "" : finding.pointer());
        if (!pointer.matches() || Integer.parseInt(pointer.group(1)) < removed) {
            return finding;
        }
        return finding.pointingTo(PREFIX + (Integer.parseInt(pointer.group(1)) - 1) + pointer.group(2));
    }
}
