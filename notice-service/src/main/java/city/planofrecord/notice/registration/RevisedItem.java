package city.planofrecord.notice.registration;

import java.time.LocalDate;

/** What is to become of an approved item. */
public sealed interface RevisedItem {

    /** Number of the item. */
    int item();

    /** It never takes effect. */
    record Rescinded(int item) implements RevisedItem {}

    /**
     * It is in effect, and ends.
     *
     * @param until exclusive; on the first day of the item it is void from then on
     */
    record Lapsed(int item, LocalDate until) implements RevisedItem {}

    /**
     * It takes effect on another date.
     *
     * @param date inclusive
     */
    record Moved(int item, LocalDate date) implements RevisedItem {}
}
