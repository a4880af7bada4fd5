package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.Application.FateState;

/**
 * What was asked for last of an item after its approval, and how far it has come.
 *
 * @param batch by which the registers were asked; null where they had recorded nothing of the item
 * @param date the other effective date, or that from which on a lapsed item is in effect no more; null where it is rescinded
 * @param application APPLIED once it is done in every register that had recorded the item
 */
public record ItemRevision(
        Kind kind,
        @Nullable UUID batch,
        @Nullable LocalDate date,
        String citation,
        String reason,
        Instant recordedAt,
        Application application) {

    /** What was asked for. */
    public enum Kind {
        /** As if it had not been approved. */
        RESCINDED,
        /** In effect until a date. */
        LAPSED,
        /** In effect from another date. */
        MOVED
    }

    /** Whether the item counts no more from some date on, or never did. */
    boolean takesOut() {
        return kind != Kind.MOVED && done();
    }

    boolean done() {
        return application.state() == FateState.APPLIED;
    }

    ItemRevision withApplication(Application present) {
        return new ItemRevision(kind, batch, date, citation, reason, recordedAt, present);
    }
}
