package city.planofrecord.chassis.event;

import java.util.Set;

/** What a service does with others' events. A bean of this kind is given every event of its types, once. */
public interface EventHandler {

    /** The topic without its prefix. */
    String stream();

    /** The types without their prefix; others on the topic are passed over. */
    Set<String> types();

    /**
     * Whether it only takes over what is told, and tells nothing: many such events may be handled in one transaction, so
     * that a copy is made at the speed of reading. Where that fails each is handled in one of its own.
     */
    default boolean takesOver() {
        return false;
    }

    /**
     * Does the work, in a transaction that also notes the event as handled.
     *
     * @throws UnprocessableEventException where the event can never be processed as it is: it is parked
     */
    void handle(Received event);
}
