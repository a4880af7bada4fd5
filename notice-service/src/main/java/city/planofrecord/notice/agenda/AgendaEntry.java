package city.planofrecord.notice.agenda;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.NoticeStatus;

/**
 * Something that happens on a day.
 *
 * @param date the city's day
 * @param at the instant; absent for what lasts the whole day
 * @param overdue a decision that was due on a day that is over
 */
@Schema(description = "A hearing, a deadline or a decision due")
public record AgendaEntry(
        @Schema(examples = "2011-04-07") LocalDate date,

        @Nullable @Schema(examples = "2011-04-07T17:00:00-06:00")
        OffsetDateTime at,

        Kind kind,
        @Schema(examples = "1341") String notice,
        int edition,
        NoticeStatus status,
        @Nullable String subject,
        @Nullable String place,

        @Nullable @Schema(description = "That the day a decision was due is over")
        Boolean overdue) {

    /** What happens. */
    @Schema(name = "AgendaEntryKind")
    public enum Kind {
        POSTED_UNTIL,
        SPEAKERS_CLOSE,
        COMMENTS_CLOSE,
        HEARING,
        DECISION_DUE
    }

    /** In order of time, what lasts a whole day first. */
    static Comparator<AgendaEntry> inOrder(ZoneId zone) {
        return Comparator.comparing((AgendaEntry entry) ->
                        entry.at == null ? entry.date.atStartOfDay(zone).toInstant() : entry.at.toInstant())
                .thenComparing(AgendaEntry::notice)
                .thenComparingInt(AgendaEntry::edition)
                .thenComparing(AgendaEntry::kind);
    }
}
