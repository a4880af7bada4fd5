package city.planofrecord.notice.posting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeEvents;
import city.planofrecord.notice.notice.Posting;

/** Tells that an updated posting stands in the place of an edition. */
final class SupersededEvent {

    private SupersededEvent() {}

    static Event of(Notice superseded, int edition, Posting posting) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("number", superseded.number());
        data.put("edition", superseded.edition());
        data.put("revision", superseded.revision());
        data.put("supersededBy", edition);
        data.put("postedAt", posting.postedAt().toString());
        return NoticeEvents.of(superseded, "notice.superseded.v1", data);
    }
}
