package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.EffectiveDate;

/**
 * What was decided on one item.
 *
 * @param amended the terms that were approved in place of those proposed, only where it was approved as amended
 * @param effectiveDate the date that a law fixes for the item, where that is not the rule's
 * @param recordedAt when the decision was recorded, however long after it
 */
public record ItemDecision(
        Outcome outcome,
        @Schema(examples = "2011-04-07") LocalDate decidedOn,
        @Schema(examples = "Career Service Board") String body,
        @Nullable Terms amended,
        @Nullable Map<String, Integer> votes,
        @Nullable EffectiveDate effectiveDate,
        Instant recordedAt) {

    /**
     * From when an item so decided counts; empty where it was not approved.
     *
     * @param byRule the date that follows from the day of the decision
     */
    public Optional<LocalDate> effectiveFrom(LocalDate byRule) {
        if (!outcome.approves()) {
            return Optional.empty();
        }
        return Optional.of(effectiveDate == null ? byRule : effectiveDate.date());
    }

    /** The outcomes that an item can have. */
    @Schema(name = "ItemOutcome")
    public enum Outcome {
        APPROVED,
        APPROVED_AS_AMENDED,
        DENIED,
        CONTINUED;

        public boolean approves() {
            return this == APPROVED || this == APPROVED_AS_AMENDED;
        }
    }
}
