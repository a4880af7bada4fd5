package city.planofrecord.notice.agenda;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.NoticeStatus;

/**
 * The dates of one edition of a notice.
 *
 * @param date that the notice bears
 * @param postedUntil the last day of its posting period
 */
public record ScheduledNotice(
        String number,
        int edition,
        NoticeStatus status,
        @Nullable LocalDate date,
        @Nullable String subject,
        @Nullable LocalDate postedUntil,
        @Nullable OffsetDateTime hearingAt,
        @Nullable String hearingPlace,
        @Nullable OffsetDateTime commentsUntil,
        @Nullable OffsetDateTime speakersUntil) {

    /** Whether something of it is still to be decided. */
    boolean isPending() {
        return status == NoticeStatus.POSTED || status == NoticeStatus.CONTINUED;
    }
}
