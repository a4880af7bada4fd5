package city.planofrecord.notice.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.register.ActRules;
import city.planofrecord.notice.notice.Notice;

/** What of an approved notice can be rescinded or moved: what is approved, not rescinded before, and not in effect. */
final class RevisionRules {

    private final Notice notice;
    private final Set<Integer> recorded;
    private final LocalDate today;
    private final List<Violation> conflicts = new ArrayList<>();
    private final List<Violation> wrong = new ArrayList<>();

    private RevisionRules(Notice notice, Set<Integer> recorded, LocalDate today) {
        this.notice = notice;
        this.recorded = recorded;
        this.today = today;
    }

    /**
     * @param recorded the items that the registers have recorded
     * @param today of the city
     * @throws Refused (409) where an item is not approved, rescinded or in effect, (422) where an item or date cannot be
     */
    static void require(Notice notice, List<RevisedItem> items, Set<Integer> recorded, LocalDate today) {
        var rules = new RevisionRules(notice, recorded, today);
        rules.judge(items);
        if (!rules.wrong.isEmpty()) {
            throw Refused.invalid(rules.wrong);
        }
        if (!rules.conflicts.isEmpty()) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    "Notice " + notice.number() + ": "
                            + rules.conflicts.getFirst().message(),
                    rules.conflicts);
        }
    }

    private void judge(List<RevisedItem> items) {
        var seen = new HashSet<Integer>();
        for (var item : items) {
            if (notice.draft().item(item.item()).isEmpty()) {
                wrong.add(atItems(item, "The notice has no item " + item.item() + ".", "an item of the notice"));
            } else if (!seen.add(item.item())) {
                wrong.add(atItems(item, "Item " + item.item() + " is named twice.", "each item once"));
            } else {
                judge(item);
            }
        }
        if (items.isEmpty()) {
            conflicts.add(Violation.at(
                    "/items", "Nothing of it is approved that was not rescinded before.", null, "an approved item"));
        }
    }

    private void judge(RevisedItem item) {
        var course = notice.course(item.item());
        if (!course.wasApproved()) {
            conflicts.add(atItems(item, "Item " + item.item() + " has not been approved.", "an approved item"));
        } else if (course.wasRescinded()) {
            conflicts.add(atItems(item, "Item " + item.item() + " was rescinded before.", "an item that stands"));
        } else {
            judgeDates(item, course.effectiveDate());
        }
    }

    private void judgeDates(RevisedItem item, @Nullable LocalDate effective) {
        switch (item) {
            case RevisedItem.Rescinded _ -> requireToCome(item, effective);
            case RevisedItem.Moved moved -> {
                requireToCome(item, effective);
                requireNewDate(moved, effective);
            }
            case RevisedItem.Lapsed lapsed -> {
                if (effective != null && lapsed.until().isBefore(effective)) {
                    wrong.add(Violation.at(
                            "/items",
                            "Item " + item.item() + " takes effect on " + effective
                                    + " and cannot end before. Rescind it instead.",
                            lapsed.until().toString(),
                            effective + " or later"));
                }
            }
        }
    }

    private void requireToCome(RevisedItem item, @Nullable LocalDate effective) {
        if (effective != null && recorded.contains(item.item()) && !effective.isAfter(today)) {
            conflicts.add(atItems(
                    item,
                    "Item " + item.item() + " took effect on " + effective
                            + ". What is in effect is mended by a correction or a further notice.",
                    "an item that takes effect after " + today));
        }
    }

    private void requireNewDate(RevisedItem.Moved moved, @Nullable LocalDate effective) {
        if (effective == null) {
            conflicts.add(
                    atItems(moved, "Item " + moved.item() + " has no effective date yet.", "an item that has a date"));
        } else if (moved.date().equals(effective)) {
            wrong.add(Violation.at(
                    "/date",
                    "Item " + moved.item() + " takes effect on that day already.",
                    moved.date().toString(),
                    "another date"));
        } else if (!moved.date().isAfter(today) || moved.date().isAfter(ActRules.LATEST)) {
            wrong.add(Violation.at(
                    "/date",
                    "The other date is still to come.",
                    moved.date().toString(),
                    "a date after " + today + ", until " + ActRules.LATEST));
        }
    }

    private static Violation atItems(RevisedItem item, String message, String expected) {
        return Violation.at("/items", message, String.valueOf(item.item()), expected);
    }
}
