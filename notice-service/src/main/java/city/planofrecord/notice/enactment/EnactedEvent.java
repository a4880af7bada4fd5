package city.planofrecord.notice.enactment;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.notice.notice.ItemEnactment.CouncilAct;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeEvents;

/** Tells what the Council did with the items of a notice. */
final class EnactedEvent {

    private EnactedEvent() {}

    /** @param notice as the enactment left it */
    static Event of(Notice notice, CouncilAct act, List<Integer> enacted) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("number", notice.number());
        data.put("edition", notice.edition());
        data.put("revision", notice.revision());
        data.put("enactment", act.id().toString());
        data.put("ordinance", act.ordinance());
        data.put("enactedOn", act.enactedOn().toString());
        data.put("outcome", act.outcome().name());
        if (act.reason() != null) {
            data.put("reason", act.reason());
        }
        var items = data.putArray("items");
        for (var item : enacted) {
            var course = notice.course(item);
            var told = items.addObject().put("item", item);
            var enactment = course.enactment();
            if (enactment != null) {
                told.put("mode", enactment.mode().name());
            }
            if (course.effectiveDate() != null) {
                told.put("effectiveFrom", course.effectiveDate().toString());
            }
        }
        return NoticeEvents.of(notice, "notice.enacted.v1", data);
    }
}
