package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a posted notice was withdrawn before it was decided.
 *
 * @param recordedAt when the withdrawal was recorded, however long after it
 */
@Schema(name = "NoticeWithdrawal")
public record Withdrawal(
        @Schema(examples = "2011-03-30") LocalDate withdrawnOn,

        @Schema(examples = "The study of the series is to be repeated.")
        String reason,

        @Nullable @Schema(examples = "Career Service Rule 7-10")
        String citation,

        Instant recordedAt) {}
