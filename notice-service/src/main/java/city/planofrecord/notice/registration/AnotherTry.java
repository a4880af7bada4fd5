package city.planofrecord.notice.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.registration.DecidedBatches.StoredTry;

/**
 * The next try of a batch that was released: what has been rescinded meanwhile is left out, what was given another date has
 * that, and of a revision only that is asked again which still is what was asked for last.
 */
record AnotherTry(int attempt, ObjectNode offer) {

    static AnotherTry of(Notice notice, StoredTry last) {
        var attempt = last.attempt() + 1;
        var offer = last.offer().deepCopy().put("try", attempt);
        if (RevisionOffer.is(offer)) {
            retain(offer, "revisedItems", item -> isStillAsked(notice, last, item));
            var items = offer.putArray("items");
            offer.path("revisedItems")
                    .forEach(item -> items.add(item.path("item").asInt()));
        } else {
            retain(offer, "items", item -> !notice.course(number(item)).wasRescinded());
            offer.path("items").forEach(item -> date(notice, (ObjectNode) item));
        }
        return new AnotherTry(attempt, offer);
    }

    private interface Kept {
        boolean is(JsonNode item);
    }

    private static void retain(ObjectNode offer, String array, Kept kept) {
        var all = offer.path(array);
        var left = offer.putArray(array);
        all.forEach(item -> {
            if (kept.is(item)) {
                left.add(item);
            }
        });
    }

    private static boolean isStillAsked(Notice notice, StoredTry last, JsonNode item) {
        var revision = notice.course(number(item)).revision();
        return revision != null && last.batch().equals(revision.batch());
    }

    private static void date(Notice notice, ObjectNode item) {
        var date = notice.course(number(item)).effectiveDate();
        if (date != null) {
            item.put("effectiveFrom", date.toString());
        }
    }

    private static int number(JsonNode item) {
        return item.path("item").asInt();
    }

    boolean isEmpty() {
        return offer.path("items").isEmpty();
    }
}
