package city.planofrecord.notice.noticerule;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * The dates of a notice, real or supposed.
 *
 * @param date the notice's own, by which the rules are chosen
 */
public record DateQuestion(
        LocalDate date,
        @Nullable OffsetDateTime postedAt,
        @Nullable OffsetDateTime hearingAt,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate enactedOn) {}
