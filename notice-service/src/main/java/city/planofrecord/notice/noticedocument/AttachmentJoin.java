package city.planofrecord.notice.noticedocument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Puts each attached specification into the item that proposes its class: by title, else by job code. */
public final class AttachmentJoin {

    /**
     * The items with their specifications, and what became of each attachment.
     *
     * @param items in the order in which they were; a revision with a specification respecifies as well
     * @param attachments in the order in which they were
     * @param findings of the join alone, to be added to those of the parser
     */
    public record Joined(List<DraftItem> items, List<Attachment> attachments, List<Finding> findings) {}

    private record Match(DraftItem item, boolean byTitle) {}

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ParsedNotice parsed;
    private final List<AttachedSpecification> attached;
    private final Findings findings = new Findings();

    private AttachmentJoin(ParsedNotice parsed, List<AttachedSpecification> attached) {
        this.parsed = parsed;
        this.attached = attached;
    }

    /** Joins what can be joined with certainty; everything else has a finding. */
    public static Joined join(ParsedNotice parsed, List<AttachedSpecification> attached) {
        return new AttachmentJoin(parsed, attached).joined();
    }

    private Joined joined() {
        var matches = new LinkedHashMap<Integer, Match>();
        for (int i = 0; i < attached.size(); i++) {
            var match = match(attached.get(i), "/attachments/" + i);
            if (match.isPresent()) {
                matches.put(i, match.get());
            }
        }
        refuseWhatIsTakenTwice(matches);
        var attachments = new ArrayList<Attachment>();
        var byItem = new LinkedHashMap<Integer, AttachedSpecification>();
        for (int i = 0; i < attached.size(); i++) {
            var specification = attached.get(i);
            var match = matches.get(i);
            if (match != null) {
                byItem.put(match.item().item(), specification);
                tellHow(match, specification, "/attachments/" + i);
            }
            attachments.add(new Attachment(
                    specification.title(), match == null ? null : match.item().item(), specification.specification()));
        }
        var items = parsed.notice().items().stream()
                .map(item -> with(item, byItem.get(item.item())))
                .toList();
        return new Joined(items, List.copyOf(attachments), findings.all());
    }

    private Optional<Match> match(AttachedSpecification specification, String pointer) {
        var byTitle = proposing(
                item -> specification.title().isBlank() ? null : titleOf(item), normal(specification.title()));
        var byCode = specification.jobCode() == null
                ? List.<DraftItem>of()
                : proposing(AttachmentJoin::jobCodeOf, specification.jobCode());
        if (byTitle.size() == 1 && (byCode.isEmpty() || byCode.equals(byTitle))) {
            return agreeing(byTitle.getFirst(), specification, pointer);
        }
        if (byCode.size() == 1 && (byTitle.isEmpty() || byTitle.contains(byCode.getFirst()))) {
            return Optional.of(new Match(byCode.getFirst(), !byTitle.isEmpty()));
        }
        if (byTitle.isEmpty() && byCode.isEmpty()) {
            findings.warning(
                    FindingCode.ATTACHMENT_WITHOUT_ITEM,
                    "No item proposes a class titled \"" + specification.title()
                            + "\". Correct the title, or add the item.",
                    specification.lines(),
                    pointer);
        } else {
            findings.error(
                    FindingCode.ATTACHMENT_AMBIGUOUS,
                    "The specification \"" + specification.title()
                            + "\" could belong to several items. Give it the job code of the one that is meant.",
                    specification.lines(),
                    pointer);
        }
        return Optional.empty();
    }

    /** An item of the same title is the one, unless the specification's code is neither its present nor its proposed one. */
    private Optional<Match> agreeing(DraftItem item, AttachedSpecification specification, String pointer) {
        var code = specification.jobCode();
        var present = item.present() == null ? null : item.present().jobCode();
        var proposed = jobCodeOf(item);
        if (code == null || proposed == null || code.equals(proposed) || code.equals(present)) {
            return Optional.of(new Match(item, true));
        }
        findings.error(
                FindingCode.ATTACHMENT_AMBIGUOUS,
                "The specification \"%s\" bears the job code %s, and item %d of that title proposes %s. Correct the one that is wrong."
                        .formatted(specification.title(), code, item.item(), proposed),
                specification.lines(),
                pointer);
        return Optional.empty();
    }

    private void refuseWhatIsTakenTwice(Map<Integer, Match> matches) {
        var takers = new LinkedHashMap<Integer, List<Integer>>();
        matches.forEach((index, match) -> takers.computeIfAbsent(match.item().item(), _ -> new ArrayList<>())
                .add(index));
        takers.forEach((item, indexes) -> {
            if (indexes.size() > 1) {
                for (var index : indexes) {
                    matches.remove(index);
                    findings.error(
                            FindingCode.ATTACHMENT_AMBIGUOUS,
                            "%d attached specifications fit item %d, so none was taken. Leave one, or give each its title."
                                    .formatted(indexes.size(), item),
                            attached.get(index).lines(),
                            "/attachments/" + index);
                }
            }
        });
    }

    private void tellHow(Match match, AttachedSpecification specification, String pointer) {
        int item = match.item().item();
        if (!match.byTitle()) {
            findings.warning(
                    FindingCode.ATTACHMENT_JOINED_BY_CODE,
                    "\"%s\" was joined to item %d by its job code, although the item's title differs. Check the titles."
                            .formatted(specification.title(), item),
                    specification.lines(),
                    pointer);
        } else if (specification.jobCode() == null) {
            findings.info(
                    FindingCode.ATTACHMENT_JOINED_BY_TITLE,
                    "\"%s\" bears no job code and was joined to item %d by its title."
                            .formatted(specification.title(), item),
                    specification.lines(),
                    pointer);
        }
    }

    private DraftItem with(DraftItem item, @Nullable AttachedSpecification specification) {
        if (specification != null) {
            return item.respecified(specification.specification());
        }
        if (parsed.announced().contains(item.item())) {
            var pointer = "/items/" + (item.item() - 1);
            findings.warning(
                    FindingCode.ITEM_WITHOUT_ATTACHMENT,
                    "Item %d stands under a heading that announces its specification, and none is attached. Attach it, titled as the item proposes."
                            .formatted(item.item()),
                    parsed.sources().getOrDefault(pointer, new Lines(1, 1)),
                    pointer + "/proposed/specification");
        }
        return item;
    }

    private List<DraftItem> proposing(Function<DraftItem, @Nullable String> value, String wanted) {
        return parsed.notice().items().stream()
                .filter(item -> item.proposed() != null && wanted.equals(value.apply(item)))
                .toList();
    }

    private static @Nullable String titleOf(DraftItem item) {
        var proposed = item.proposed();
        var title = proposed == null ? null : proposed.title();
        return title == null ? null : normal(title);
    }

    private static @Nullable String jobCodeOf(DraftItem item) {
        return item.proposed() == null ? null : item.proposed().jobCode();
    }

    private static String normal(String title) {
        return BLANKS.matcher(Dashes.asHyphens(title)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
