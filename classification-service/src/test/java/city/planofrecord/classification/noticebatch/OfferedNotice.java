package city.planofrecord.classification.noticebatch;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.chassis.testing.Events;

/** A notice as notice-service tells of it: decided, revised afterwards, confirmed; each step three times. */
final class OfferedNotice {

    private static final ObjectMapper JSON = new ObjectMapper();

    final String number = "R" + UUID.randomUUID().toString().substring(0, 6);
    private final String from;
    private final List<ObjectNode> items = new ArrayList<>();
    private String batch = UUID.randomUUID().toString();

    /** @param from effective date of its items */
    OfferedNotice(String from) {
        this.from = from;
    }

    OfferedNotice item(String kind, String id, String code, Map<String, ?> set) {
        var item = JSON.createObjectNode();
        item.put("item", items.size() + 1).put("kind", kind).put("effectiveFrom", from);
        item.putObject("jobClass").put("id", id).put("jobCode", code).set("set", JSON.valueToTree(set));
        items.add(item);
        return this;
    }

    /** Decided and recorded; gives the batch. */
    String recorded() {
        var offer = step();
        authority(offer, "Notice " + number);
        offer.put("reason", "Approved");
        offer.putArray("items").addAll(items);
        tell("notice.decided.v1", offer);
        answer("accepted");
        confirmed();
        return batch;
    }

    /**
     * Offers what revises items under a new batch.
     *
     * @param date by name, the other date or the end; none where they are rescinded
     */
    OfferedNotice revised(String type, String recordedBy, Map<String, String> date, int... numbers) {
        batch = UUID.randomUUID().toString();
        var offer = step();
        authority(offer, "Resolution 7");
        offer.put("revision", 9).put("reason", "To be studied again");
        if (type.equals("notice.rescheduled.v1")) {
            offer.put("cause", "EFFECTIVE_DATE");
        }
        var all = offer.putArray("items");
        var asked = offer.putArray("revisedItems");
        for (var item : numbers) {
            all.add(item);
            var one = asked.addObject().put("item", item).put("recordedBy", recordedBy);
            one.putArray("registers").add("classification");
            date.forEach(one::put);
        }
        tell(type, offer);
        return this;
    }

    OfferedNotice rescinded(String recordedBy, int... numbers) {
        return revised("notice.rescinded.v1", recordedBy, Map.of(), numbers);
    }

    OfferedNotice moved(String recordedBy, String date, int... numbers) {
        return revised("notice.rescheduled.v1", recordedBy, Map.of("effectiveFrom", date), numbers);
    }

    OfferedNotice ended(String recordedBy, String until, int... numbers) {
        return revised("notice.rescinded.v1", recordedBy, Map.of("until", until), numbers);
    }

    String batch() {
        return batch;
    }

    void confirmed() {
        tell("notice.confirmed.v1", step());
        answer("applied");
    }

    /** Accepted and recorded. */
    void applied() {
        answer("accepted");
        confirmed();
    }

    /** The register's only answer of the type to the present batch. */
    JsonNode answer(String type) {
        return await().until(
                        () -> Events.all("notice-items").stream()
                                .filter(event -> event.type().endsWith("notice-batch." + type + ".v1"))
                                .map(Events.Told::data)
                                .filter(data -> data.path("batch").asText().equals(batch))
                                .toList(),
                        hasSize(1))
                .getFirst();
    }

    private void authority(ObjectNode offer, String citation) {
        offer.putObject("authority")
                .put("kind", "NOTICE")
                .put("notice", number)
                .put("citation", citation)
                .put("decidedOn", "2011-04-07");
    }

    private ObjectNode step() {
        return JSON.createObjectNode()
                .put("number", number)
                .put("edition", 1)
                .put("batch", batch)
                .put("try", 1);
    }

    private void tell(String type, ObjectNode data) {
        var id = UUID.randomUUID().toString();
        for (var i = 0; i < 3; i++) {
            Events.tell(id, "notices", number, type, data);
        }
    }
}
