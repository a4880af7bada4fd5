package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticedocument.Hearing;

/**
 * That another hearing took the place of the one before it, or follows it.
 *
 * @param commentsUntil until when comments may be sent from then on, inclusive; null where that stays as it was
 * @param speakersUntil until when people may ask to speak from then on, inclusive; null where that stays as it was
 */
public record Rescheduling(
        Cause cause,
        Hearing hearing,
        @Nullable OffsetDateTime commentsUntil,
        @Nullable OffsetDateTime speakersUntil,
        String reason,
        Instant recordedAt) {

    /** Why there is another hearing. */
    @Schema(name = "ReschedulingCause")
    public enum Cause {
        /** The hearing is held at another time or place. */
        MOVED,
        /** Items were continued, and are heard again. */
        CONTINUED
    }
}
