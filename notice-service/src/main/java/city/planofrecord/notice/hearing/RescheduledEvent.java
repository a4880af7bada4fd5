package city.planofrecord.notice.hearing;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeEvents;
import city.planofrecord.notice.notice.Rescheduling;
import city.planofrecord.notice.publishgate.NoticeCheck;

/** Tells that a notice is heard at another time or place, or again; with the deadlines that hold from then on. */
@Singleton
public class RescheduledEvent {

    private final ObjectMapper json;
    private final NoticeCheck check;

    RescheduledEvent(ObjectMapper json, NoticeCheck check) {
        this.json = json;
        this.check = check;
    }

    public Event of(Notice before, Notice notice, Rescheduling how) {
        var draft = notice.asRescheduled();
        var data = json.createObjectNode();
        data.put("number", notice.number());
        data.put("edition", notice.edition());
        data.put("revision", notice.revision());
        data.put("cause", how.cause().name());
        data.put("reason", how.reason());
        data.set("hearing", json.valueToTree(how.hearing()));
        data.set("formerHearing", json.valueToTree(before.asRescheduled().hearing()));
        draft.commentsUntil().ifPresent(until -> data.set("commentsUntil", json.valueToTree(until)));
        draft.speakersUntil().ifPresent(until -> data.set("speakersUntil", json.valueToTree(until)));
        check.expectedEffective(notice).ifPresent(day -> data.set("expectedEffectiveDate", json.valueToTree(day)));
        var items = data.putArray("items");
        notice.open().forEach(item -> items.add(item.item()));
        return NoticeEvents.of(notice, "notice.rescheduled.v1", data);
    }
}
