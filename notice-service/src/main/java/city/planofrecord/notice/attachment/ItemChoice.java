package city.planofrecord.notice.attachment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticedocument.FindingCode;
import city.planofrecord.notice.noticedocument.ItemKind;
import city.planofrecord.notice.noticedocument.Severity;

/**
 * Which item a specification belongs to: the one that was named, else the one that proposes its title, else its job code, else the
 * one whose specification it takes the place of. Nothing is guessed where several could be meant.
 *
 * @param item empty where it belongs to none
 * @param doubts how it was chosen, where that is worth a look
 */
record ItemChoice(Optional<ProposedItem> item, List<DraftFinding> doubts) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");

    /**
     * @param before the item whose specification it takes the place of; null where it takes none's
     * @throws Refused (422) where there is no such item, it has no specification, or several could be meant
     */
    static ItemChoice of(List<ProposedItem> items, NewAttachment what, @Nullable Integer before) {
        var named = what.item();
        if (named != null) {
            int number = named;
            return named(find(items, number).orElseThrow(() -> unknown(number)), what);
        }
        var byTitle = proposing(items, Terms::title, what.title());
        var byCode =
                what.jobCode() == null ? List.<ProposedItem>of() : proposing(items, Terms::jobCode, what.jobCode());
        if (byTitle.size() == 1 && (byCode.isEmpty() || byCode.equals(byTitle)) && agrees(byTitle.getFirst(), what)) {
            return byTitle(byTitle.getFirst(), what);
        }
        if (byCode.size() == 1 && (byTitle.isEmpty() || byTitle.contains(byCode.getFirst()))) {
            return byCode(byCode.getFirst(), what, byTitle.isEmpty());
        }
        if (!byTitle.isEmpty() || !byCode.isEmpty()) {
            throw ambiguous(byTitle, byCode, what);
        }
        var place = before == null ? Optional.<ProposedItem>empty() : find(items, before);
        return place.map(item -> named(item, what)).orElseGet(() -> none(what));
    }

    /** An item of the title is not meant by a specification whose code is neither its present nor its proposed one. */
    private static boolean agrees(ProposedItem item, NewAttachment what) {
        var code = what.jobCode();
        var proposed = item.proposed() == null ? null : item.proposed().jobCode();
        var present = item.present() == null ? null : item.present().jobCode();
        return code == null || proposed == null || code.equals(proposed) || code.equals(present);
    }

    private static Optional<ProposedItem> find(List<ProposedItem> items, int number) {
        return items.stream().filter(item -> item.item() == number).findFirst();
    }

    private static List<ProposedItem> proposing(
            List<ProposedItem> items, Function<Terms, @Nullable String> term, String wanted) {
        return items.stream()
                .filter(ItemChoice::canBeSpecified)
                .filter(item -> item.proposed() != null
                        && normal(wanted).equals(normal(Objects.requireNonNullElse(term.apply(item.proposed()), ""))))
                .toList();
    }

    private static boolean canBeSpecified(ProposedItem item) {
        return item.kind() == ItemKind.REVISE || item.kind() == ItemKind.ESTABLISH;
    }

    private static ItemChoice named(ProposedItem item, NewAttachment what) {
        if (!canBeSpecified(item)) {
            throw Refused.invalid(List.of(Violation.at(
                    "/item",
                    "Item " + item.item() + " is of kind " + item.kind()
                            + " and has no specification. Name one that revises or establishes a class.",
                    String.valueOf(item.item()),
                    null)));
        }
        var title = item.proposed() == null ? null : item.proposed().title();
        if (title == null || normal(title).equals(normal(what.title()))) {
            return new ItemChoice(Optional.of(item), List.of());
        }
        return chosen(
                item,
                Severity.WARNING,
                FindingCode.ATTACHMENT_JOINED_BY_NUMBER,
                "\"%s\" was joined to item %d, which proposes the title \"%s\". Check the titles."
                        .formatted(what.title(), item.item(), title));
    }

    private static ItemChoice byTitle(ProposedItem item, NewAttachment what) {
        return what.jobCode() != null
                ? new ItemChoice(Optional.of(item), List.of())
                : chosen(
                        item,
                        Severity.INFO,
                        FindingCode.ATTACHMENT_JOINED_BY_TITLE,
                        "\"%s\" bears no job code and was joined to item %d by its title."
                                .formatted(what.title(), item.item()));
    }

    private static ItemChoice byCode(ProposedItem item, NewAttachment what, boolean titleDiffers) {
        return titleDiffers
                ? chosen(
                        item,
                        Severity.WARNING,
                        FindingCode.ATTACHMENT_JOINED_BY_CODE,
                        "\"%s\" was joined to item %d by its job code, although the item's title differs. Check the titles."
                                .formatted(what.title(), item.item()))
                : new ItemChoice(Optional.of(item), List.of());
    }

    private static ItemChoice none(NewAttachment what) {
        return new ItemChoice(
                Optional.empty(),
                List.of(new DraftFinding(
                        Severity.WARNING,
                        FindingCode.ATTACHMENT_WITHOUT_ITEM.name(),
                        "No item proposes a class titled \"" + what.title()
                                + "\". Correct the title, name the item, or add it.",
                        null,
                        null)));
    }

    private static ItemChoice chosen(ProposedItem item, Severity severity, FindingCode code, String message) {
        return new ItemChoice(Optional.of(item), List.of(new DraftFinding(severity, code.name(), message, null, null)));
    }

    private static Refused unknown(int number) {
        return Refused.invalid(List.of(Violation.at(
                "/item", "The draft has no item " + number + ".", String.valueOf(number), "the number of an item")));
    }

    private static Refused ambiguous(List<ProposedItem> byTitle, List<ProposedItem> byCode, NewAttachment what) {
        var items = java.util.stream.Stream.concat(byTitle.stream(), byCode.stream())
                .map(ProposedItem::item)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return Refused.invalid(List.of(Violation.at(
                "/item",
                "\"" + what.title() + "\""
                        + (what.jobCode() == null ? "" : " with the job code " + what.jobCode())
                        + " could belong to: item " + items + ". Say which with item.",
                null,
                "one of " + items)));
    }

    private static String normal(String title) {
        return BLANKS.matcher(DASHES.matcher(title).replaceAll("-"))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
