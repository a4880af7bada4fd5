package city.planofrecord.notice.notice;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What became of an item since its notice was posted.
 *
 * @param enactment null where the Council need not enact the item
 */
public record ItemCourse(
        ItemIds ids,
        @Nullable ItemDecision decision,
        @Nullable LocalDate effectiveDate,
        @Nullable Application application,
        @Nullable ItemEnactment enactment) {

    static final ItemCourse NONE = new ItemCourse(ItemIds.NONE, null, null, null, null);

    ItemCourse withIds(ItemIds resolved) {
        return new ItemCourse(resolved, decision, effectiveDate, application, enactment);
    }

    ItemCourse decided(ItemDecision how, @Nullable LocalDate effective) {
        return new ItemCourse(ids, how, effective, application, enactment);
    }

    ItemCourse withApplication(Application present) {
        return new ItemCourse(ids, decision, effectiveDate, present, enactment);
    }

    ItemCourse withEnactment(@Nullable ItemEnactment present) {
        return new ItemCourse(ids, decision, effectiveDate, application, present);
    }

    ItemCourse withEffectiveDate(@Nullable LocalDate effective) {
        return new ItemCourse(ids, decision, effective, application, enactment);
    }
}
