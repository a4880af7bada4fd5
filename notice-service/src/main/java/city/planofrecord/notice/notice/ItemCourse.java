package city.planofrecord.notice.notice;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What became of an item since its notice was posted. */
public record ItemCourse(
        ItemIds ids,
        @Nullable ItemDecision decision,
        @Nullable LocalDate effectiveDate,
        @Nullable Application application) {

    static final ItemCourse NONE = new ItemCourse(ItemIds.NONE, null, null, null);

    ItemCourse withIds(ItemIds resolved) {
        return new ItemCourse(resolved, decision, effectiveDate, application);
    }

    ItemCourse decided(ItemDecision how, @Nullable LocalDate effective) {
        return new ItemCourse(ids, how, effective, application);
    }

    ItemCourse withApplication(Application present) {
        return new ItemCourse(ids, decision, effectiveDate, present);
    }
}
