package city.planofrecord.notice.notice;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The ids of what an item touches: those that exist were resolved when the notice was posted, the others allotted.
 *
 * @param jobClass the class that it changes or establishes
 * @param grade the grade that the class gets
 * @param payGrade the grade that the item itself changes or establishes
 * @param paySchedule the schedule that it changes or establishes, or that a new grade belongs to
 */
public record ItemIds(
        @Nullable UUID jobClass,
        @Nullable UUID grade,
        @Nullable UUID payGrade,
        @Nullable UUID paySchedule) {

    public static final ItemIds NONE = new ItemIds(null, null, null, null);
}
