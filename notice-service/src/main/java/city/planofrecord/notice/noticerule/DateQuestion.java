package city.planofrecord.notice.noticerule;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a notice, real or supposed.
 *
 * @param date the notice's own, by which the rules are chosen
 * @param fixedDate the date that a law orders for the change
 * @param override the date that a human sets in the place of the one worked out
 */
public record DateQuestion(
        LocalDate date,
        @Nullable OffsetDateTime postedAt,
        @Nullable OffsetDateTime hearingAt,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate enactedOn,
        @Nullable OffsetDateTime commentsUntil,
        @Nullable OffsetDateTime speakersUntil,
        @Nullable CitedDate fixedDate,
        @Nullable CitedDate override) {

    /**
     * A date in the place of the rule's.
     *
     * @param citation what allows it
     * @param reason why a human sets it; a law's date needs none
     */
    @Schema(name = "SupposedDate")
    public record CitedDate(
            @Nullable @Schema(examples = "2011-07-01") LocalDate date,

            @Nullable @Schema(examples = "Ordinance 207 of 2011")
            String citation,

            @Nullable @Schema(description = "Why, where it is set by a human and not by law")
            String reason) {}
}
