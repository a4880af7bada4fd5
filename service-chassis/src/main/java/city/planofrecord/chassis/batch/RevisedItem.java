package city.planofrecord.chassis.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** An item that an earlier batch recorded, and what becomes of its acts. */
public sealed interface RevisedItem {

    /** Number of the item. */
    int item();

    /** The batch that recorded its acts. */
    String recordedBy();

    /** Its acts are taken out, as if they had never been recorded. */
    record TakenOut(int item, String recordedBy) implements RevisedItem {}

    /**
     * The same acts from another date.
     *
     * @param from inclusive
     */
    record Moved(int item, String recordedBy, LocalDate from) implements RevisedItem {}

    /**
     * The same acts until a date, after which stands what would stand without them; also where they have begun already.
     *
     * @param until exclusive; on their first day it takes them out
     */
    record Ended(int item, String recordedBy, LocalDate until) implements RevisedItem {}

    /** Whether the offer revises recorded items. */
    static boolean in(JsonNode offer) {
        return offer.has("revisedItems");
    }

    /**
     * The items that the offer revises.
     *
     * @throws IllegalArgumentException where it is not of the agreed form
     * @throws java.time.DateTimeException where a date cannot be read
     */
    static List<RevisedItem> of(JsonNode offer) {
        var items = new ArrayList<RevisedItem>();
        for (var item : offer.path("revisedItems")) {
            items.add(one(item));
        }
        return List.copyOf(items);
    }

    private static RevisedItem one(JsonNode item) {
        var number = item.path("item").asInt();
        var recordedBy = item.path("recordedBy").asText();
        if (number < 1 || recordedBy.isEmpty()) {
            throw new IllegalArgumentException("a revised item without its number or the batch that recorded it");
        }
        if (item.hasNonNull("effectiveFrom") && item.hasNonNull("until")) {
            throw new IllegalArgumentException("item " + number + " both moves and ends");
        }
        if (item.hasNonNull("effectiveFrom")) {
            return new Moved(
                    number,
                    recordedBy,
                    LocalDate.parse(item.get("effectiveFrom").asText()));
        }
        return item.hasNonNull("until")
                ? new Ended(
                        number, recordedBy, LocalDate.parse(item.get("until").asText()))
                : new TakenOut(number, recordedBy);
    }
}
