package city.planofrecord.notice.posting;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeEvents;
import city.planofrecord.notice.publishgate.NoticeCheck;

/**
 * Tells that a notice was posted: what it proposes, specifications included, and by when to object; without its contacts.
 * Each item about a class bears the class's id as the posting fixed it.
 */
@Singleton
class PostedEvent {

    private final ObjectMapper json;
    private final NoticeCheck check;

    PostedEvent(ObjectMapper json, NoticeCheck check) {
        this.json = json;
        this.check = check;
    }

    Event of(Notice notice) {
        var draft = notice.draft();
        var data = json.createObjectNode();
        data.put("number", notice.number());
        data.put("edition", notice.edition());
        data.put("revision", notice.revision());
        data.set("date", json.valueToTree(draft.date()));
        if (draft.subject() != null) {
            data.put("subject", draft.subject());
        }
        data.set("posting", json.valueToTree(notice.posting()));
        data.set("hearing", json.valueToTree(draft.hearing()));
        if (draft.comments() != null) {
            data.set("commentsUntil", json.valueToTree(draft.comments().until()));
        }
        if (draft.speakers() != null) {
            data.set("speakersUntil", json.valueToTree(draft.speakers().until()));
        }
        check.expectedEffective(notice).ifPresent(day -> data.set("expectedEffectiveDate", json.valueToTree(day)));
        if (!draft.corrects().isEmpty()) {
            data.set("corrects", json.valueToTree(draft.corrects()));
        }
        var items = data.putArray("items");
        for (var item : draft.items()) {
            var told = (ObjectNode) json.valueToTree(item);
            var classId = notice.course(item.item()).ids().jobClass();
            if (classId != null) {
                told.put("classId", classId.toString());
            }
            items.add(told);
        }
        return NoticeEvents.of(notice, "notice.posted.v1", data);
    }
}
