package city.planofrecord.notice.notice;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a doubt about the document of a draft was settled.
 *
 * @param reason why it may stand as it is; what was mended, where somebody said so
 * @param actor the role that settled it
 */
@Schema(name = "FindingSettlement", description = "How a doubt about the document was settled")
public record Settlement(
        How how,

        @Nullable @Schema(examples = "The month is all that the department's file has.")
        String reason,

        @Schema(examples = "analyst") String actor,
        Instant recordedAt) {

    /** What was done about the doubt. */
    @Schema(name = "FindingSettledHow")
    public enum How {
        /** The draft or its document was mended. */
        FIXED,
        /** It was looked at and stays as it is, for a reason. */
        ACCEPTED
    }
}
