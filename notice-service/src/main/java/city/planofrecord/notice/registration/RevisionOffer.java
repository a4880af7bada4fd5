package city.planofrecord.notice.registration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.notice.notice.ItemCourse;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.RegisterName;

/** What is told of approved items that are rescinded or moved, and asked of the registers that have recorded them. */
final class RevisionOffer {

    private static final String REVISED = "revisedItems";
    private static final String MOVED = "EFFECTIVE_DATE";

    private RevisionOffer() {}

    /** Whether the offer revises what is recorded. */
    static boolean is(JsonNode offer) {
        return offer.has(REVISED);
    }

    /** The event by which items that stand in an offer, or of which no register has anything, are told. */
    static String event(JsonNode offer) {
        return offer.path("cause").asText().equals(MOVED) ? "notice.rescheduled.v1" : "notice.rescinded.v1";
    }

    /**
     * What is told of the items; without a batch, registers are asked for nothing.
     *
     * @param today when it was recorded, by the city's clock
     */
    static ObjectNode telling(
            Notice notice, Collection<RevisedItem> items, String citation, String reason, LocalDate today) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("number", notice.number());
        data.put("edition", notice.edition());
        if (items.stream().anyMatch(RevisedItem.Moved.class::isInstance)) {
            data.put("cause", MOVED);
        }
        data.putObject("authority")
                .put("kind", "NOTICE")
                .put("notice", notice.number())
                .put("citation", citation)
                .put("decidedOn", today.toString());
        data.put("reason", reason);
        var numbers = data.putArray("items");
        items.stream().map(RevisedItem::item).sorted().forEach(numbers::add);
        return data;
    }

    /**
     * Asks the registers that have recorded the items.
     *
     * @param recordedBy by item, the batch that recorded it last
     */
    static ObjectNode asking(
            ObjectNode telling, UUID batch, Notice notice, List<RevisedItem> items, Map<Integer, UUID> recordedBy) {
        var data = telling.deepCopy();
        data.put("batch", batch.toString());
        data.put("try", 1);
        var revised = data.putArray(REVISED);
        for (var item : items) {
            var course = notice.course(item.item());
            var one = revised.addObject();
            one.put("item", item.item());
            one.put(
                    "recordedBy",
                    Objects.requireNonNull(recordedBy.get(item.item())).toString());
            var registers = one.putArray("registers");
            registers(course).forEach(registers::add);
            if (course.effectiveDate() != null) {
                one.put("formerEffectiveFrom", course.effectiveDate().toString());
            }
            switch (item) {
                case RevisedItem.Rescinded _ -> {}
                case RevisedItem.Lapsed lapsed ->
                    one.put("until", lapsed.until().toString());
                case RevisedItem.Moved moved ->
                    one.put("effectiveFrom", moved.date().toString());
            }
        }
        return data;
    }

    private static Set<String> registers(ItemCourse course) {
        var application = course.application();
        return application == null ? Set.of() : application.byRegister().keySet();
    }

    /** The registers that have recorded each item of an offer, by the item's number. */
    static Map<Integer, Set<RegisterName>> registers(JsonNode offer) {
        var registers = new TreeMap<Integer, Set<RegisterName>>();
        for (var item : offer.path(REVISED)) {
            var of = EnumSet.noneOf(RegisterName.class);
            for (var register : RegisterName.values()) {
                item.path("registers").forEach(name -> {
                    if (name.asText().equals(register.inEvents())) {
                        of.add(register);
                    }
                });
            }
            registers.put(item.path("item").asInt(), of);
        }
        return registers;
    }

    /** The numbers of the items that stay recorded by the offer, once it is applied. */
    static List<Integer> recording(JsonNode offer) {
        return offer.path(REVISED)
                .valueStream()
                .filter(item -> item.has("until") || item.has("effectiveFrom"))
                .map(item -> item.path("item").asInt())
                .toList();
    }
}
