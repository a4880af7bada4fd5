package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A correction that a register recorded by authority of a notice.
 *
 * @param item of the notice, where the authority names one
 * @param subject job code, grade or schedule of what was corrected
 * @param set the fields that it set
 * @param recordedAt when the register recorded it
 * @param cancelledBy the act that took it out again
 */
@Schema(description = "A correction that a register recorded by authority of the notice")
public record HeardCorrection(
        @Schema(description = "Id of the act") UUID act,
        RegisterName register,
        Thing thing,
        @Schema(examples = "CA2434") String subject,
        @Nullable @Schema(examples = "4") Integer item,
        List<Period> periods,
        @Schema(examples = "[\"title\"]") List<String> set,
        @Schema(examples = "Classification Notice No. 1341") String citation,
        @Nullable String reason,
        Instant recordedAt,
        @Nullable UUID cancelledBy) {

    /** What was corrected. */
    @Schema(name = "CorrectedThing")
    public enum Thing {
        JOB_CLASS,
        PAY_GRADE,
        PAY_SCHEDULE,
        GRADE_ASSIGNMENT
    }

    /**
     * A period whose image it changed.
     *
     * @param from inclusive
     * @param until exclusive; absent where there is no end
     */
    @Schema(name = "CorrectedPeriod")
    public record Period(
            @Schema(examples = "2011-04-10") LocalDate from,
            @Nullable @Schema(examples = "2012-01-01") LocalDate until) {}

    public HeardCorrection {
        periods = List.copyOf(periods);
        set = List.copyOf(set);
    }
}
