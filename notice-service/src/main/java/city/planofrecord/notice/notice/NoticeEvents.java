package city.planofrecord.notice.notice;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.chassis.event.Ids;

/** Events about notices, on the stream of that name, keyed by the notice's number. */
public final class NoticeEvents {

    private static final String STREAM = "notices";

    private NoticeEvents() {}

    /** The event of a change; the notice is as the change left it. */
    public static Event of(Notice notice, String type, ObjectNode data) {
        return new Event(
                Ids.next(),
                STREAM,
                notice.number(),
                type,
                notice.number(),
                Instant.now(),
                notice.revision(),
                data,
                null,
                true);
    }
}
