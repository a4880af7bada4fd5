package city.planofrecord.paygrade.noticebatch;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Decided notices, item by item. */
final class Offers {

    private final ObjectNode offer = JsonNodeFactory.instance.objectNode();
    private final String from;

    private Offers(String number, String from) {
        this.from = from;
        offer.put("number", number)
                .put("edition", 1)
                .put("batch", UUID.randomUUID().toString())
                .put("try", 1)
                .put("decidedOn", "2011-04-07")
                .put("reason", "Approved by the Board on 2011-04-07")
                .putArray("items");
        offer.putObject("authority")
                .put("kind", "NOTICE")
                .put("notice", number)
                .put("citation", "Classification Notice No. " + number)
                .put("decidedOn", "2011-04-07");
    }

    static Offers notice(String number, String from) {
        return new Offers(number, from);
    }

    private ObjectNode item(String kind) {
        var items = offer.withArray("/items");
        return items.addObject().put("item", items.size()).put("kind", kind).put("effectiveFrom", from);
    }

    Offers establish(UUID jobClass, String jobCode, String title, UUID gradeId, String grade) {
        var item = item("ESTABLISH");
        item.putObject("jobClass")
                .put("id", jobClass.toString())
                .put("jobCode", jobCode)
                .putObject("set")
                .put("jobCode", jobCode)
                .put("title", title);
        item.putObject("gradeAssignment").put("gradeId", gradeId.toString()).put("grade", grade);
        return this;
    }

    Offers regrade(UUID jobClass, String jobCode, UUID gradeId, String grade) {
        var item = item("REVISE");
        item.putObject("jobClass")
                .put("id", jobClass.toString())
                .put("jobCode", jobCode)
                .putObject("set");
        item.putObject("gradeAssignment").put("gradeId", gradeId.toString()).put("grade", grade);
        return this;
    }

    Offers retitle(UUID jobClass, String jobCode, String title) {
        item("REVISE")
                .putObject("jobClass")
                .put("id", jobClass.toString())
                .put("jobCode", jobCode)
                .putObject("set")
                .put("title", title);
        return this;
    }

    Offers recode(UUID jobClass, String jobCode, String newCode, String title, UUID gradeId, String grade) {
        regrade(jobClass, jobCode, gradeId, grade);
        ((ObjectNode) offer.path("items")
                        .path(offer.path("items").size() - 1)
                        .path("jobClass")
                        .path("set"))
                .put("jobCode", newCode)
                .put("title", title);
        return this;
    }

    Offers abolish(UUID jobClass, String jobCode) {
        item("ABOLISH")
                .putObject("jobClass")
                .put("id", jobClass.toString())
                .put("jobCode", jobCode)
                .putObject("set");
        return this;
    }

    Offers establishGrade(UUID id, UUID schedule, String letter, String number) {
        var grade = item("ESTABLISH_GRADE").putObject("payGrade").put("id", id.toString());
        grade.putObject("set")
                .put("scheduleId", schedule.toString())
                .put("schedule", letter)
                .put("number", number)
                .put("grade", number + "-" + letter)
                .putObject("range")
                .put("minimum", "10.00")
                .put("maximum", "20.00");
        return this;
    }

    Offers establishSchedule(UUID id, String letter) {
        item("ESTABLISH_SCHEDULE")
                .putObject("paySchedule")
                .put("id", id.toString())
                .putObject("set")
                .put("schedule", letter)
                .put("name", "Schedule " + letter);
        return this;
    }

    Offers adjustRange(UUID id, String minimum, String maximum) {
        item("ADJUST_RANGE")
                .putObject("payGrade")
                .put("id", id.toString())
                .putObject("set")
                .putObject("range")
                .put("minimum", minimum)
                .put("maximum", maximum);
        return this;
    }

    Offers abolishGrade(UUID id) {
        item("ABOLISH_GRADE").putObject("payGrade").put("id", id.toString());
        return this;
    }

    Offers abolishSchedule(UUID id) {
        item("ABOLISH_SCHEDULE").putObject("paySchedule").put("id", id.toString());
        return this;
    }

    /** Asks that items which this offer had recorded never take effect. */
    Offers rescinded(int... items) {
        return revised(Map.of(), items);
    }

    /** Asks that items which this offer had recorded take effect on another date. */
    Offers moved(String date, int... items) {
        var moved = revised(Map.of("effectiveFrom", date), items);
        moved.offer.put("cause", "EFFECTIVE_DATE");
        return moved;
    }

    /** Asks that items which this offer had recorded are in effect until a date. */
    Offers ended(String until, int... items) {
        return revised(Map.of("until", until), items);
    }

    private Offers revised(Map<String, String> date, int... items) {
        var revised = new Offers(offer.path("number").asText(), from);
        revised.offer.remove("decidedOn");
        revised.offer.put("revision", 9);
        ((ObjectNode) revised.offer.path("authority")).put("citation", "Resolution 7");
        var asked = revised.offer.putArray("revisedItems");
        for (var item : items) {
            revised.offer.withArray("/items").add(item);
            var one = asked.addObject().put("item", item).put("recordedBy", batch());
            one.putArray("registers").add("paygrade");
            date.forEach(one::put);
        }
        return revised;
    }

    /** The type of the event that offers it. */
    String type() {
        if (!offer.has("revisedItems")) {
            return "notice.decided.v1";
        }
        return offer.has("cause") ? "notice.rescheduled.v1" : "notice.rescinded.v1";
    }

    Offers again() {
        offer.put("try", offer.path("try").asInt() + 1);
        return this;
    }

    JsonNode data() {
        return offer.deepCopy();
    }

    /** What confirms or releases it. */
    JsonNode step() {
        var step = offer.deepCopy();
        step.retain("number", "edition", "batch", "try");
        return step;
    }

    String batch() {
        return offer.path("batch").asText();
    }
}
