package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one item.
 *
 * @param amended the terms that were approved in place of those proposed, only where it was approved as amended
 * @param recordedAt when the decision was recorded, however long after it
 */
public record ItemDecision(
        Outcome outcome,
        @Schema(examples = "2011-04-07") LocalDate decidedOn,
        @Schema(examples = "Career Service Board") String body,
        @Nullable Terms amended,
        @Nullable Map<String, Integer> votes,
        Instant recordedAt) {

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
