package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.EffectiveDate;

/**
 * What became of the items of a notice, all together.
 *
 * @param courses one for each item, in the notice's order
 */
record Fates(List<Fate> courses) {

    /** What became of one item. */
    record Fate(int item, ItemCourse course) {}

    static Fates of(List<ProposedItem> items, Map<Integer, ItemCourse> courses) {
        return new Fates(items.stream()
                .map(item -> new Fate(item.item(), courses.getOrDefault(item.item(), ItemCourse.NONE)))
                .toList());
    }

    /** The status of a notice on which there is a decision. */
    NoticeStatus status() {
        if (courses.stream().anyMatch(Fates::isContinued)) {
            return NoticeStatus.CONTINUED;
        }
        if (!standing().isEmpty()) {
            return NoticeStatus.APPROVED;
        }
        return courses.stream().anyMatch(fate -> fate.course().wasApproved())
                ? NoticeStatus.RESCINDED
                : NoticeStatus.DENIED;
    }

    private static boolean isContinued(Fate fate) {
        var decision = fate.course().decision();
        return decision == null || decision.outcome() == ItemDecision.Outcome.CONTINUED;
    }

    /** The numbers of the items that were approved and not rescinded since. */
    List<Integer> standing() {
        return courses.stream()
                .filter(fate -> fate.course().stands())
                .map(Fate::item)
                .toList();
    }

    /** The day of the last decision. */
    Optional<LocalDate> lastDecided() {
        return courses.stream()
                .map(fate -> fate.course().decision())
                .filter(Objects::nonNull)
                .map(ItemDecision::decidedOn)
                .max(Comparator.naturalOrder());
    }

    /** Whether something stands, and all that stands is recorded in the registers and its date has come. */
    boolean areInEffect(LocalDate today) {
        var standing =
                courses.stream().map(Fate::course).filter(ItemCourse::stands).toList();
        return !standing.isEmpty() && standing.stream().allMatch(one -> one.takesEffectBy(today));
    }

    /** The notice's date, overridden where every item that stands was moved to one other date; else nothing. */
    Optional<EffectiveDate> date(@Nullable EffectiveDate present) {
        var own = courses.stream()
                .map(Fate::course)
                .filter(ItemCourse::stands)
                .map(one -> Optional.ofNullable(one.ownEffectiveDate()))
                .toList();
        if (present == null || own.isEmpty() || own.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var first = own.getFirst().orElseThrow();
        var moved = first.override();
        var same = own.stream().allMatch(one -> one.orElseThrow().date().equals(first.date()));
        return same && moved != null && !first.date().equals(present.date())
                ? Optional.of(present.overridden(first.date(), moved.citation(), moved.reason()))
                : Optional.empty();
    }
}
