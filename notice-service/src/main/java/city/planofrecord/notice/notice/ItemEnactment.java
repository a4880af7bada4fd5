package city.planofrecord.notice.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticerule.EnactmentMode;

/**
 * That the Council must enact an approved item, and what it did.
 *
 * @param mode BEFORE it is recorded, or PROVISIONAL
 * @param citation of the rule that requires it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemEnactment(
        EnactmentMode mode,
        @Schema(examples = "Charter 9.1.1 C") String citation,
        @Nullable CouncilAct act) {

    /**
     * What the Council did.
     *
     * @param id of the enactment
     * @param enactedOn the day of the Council's decision
     * @param reason why it refused
     * @param recordedAt when it was recorded, however long after it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CouncilAct(
            UUID id,
            @Schema(examples = "Ordinance 207 of 2011") String ordinance,
            @Schema(examples = "2011-05-03") LocalDate enactedOn,
            Outcome outcome,
            @Nullable String reason,
            Instant recordedAt) {}

    /** What the Council can decide. */
    @Schema(name = "EnactmentOutcome")
    public enum Outcome {
        ENACTED,
        REFUSED
    }

    public static ItemEnactment awaited(EnactmentMode mode, String citation) {
        return new ItemEnactment(mode, citation, null);
    }

    ItemEnactment settled(CouncilAct how) {
        return new ItemEnactment(mode, citation, how);
    }

    /** Whether the Council has not decided on the item yet. */
    @JsonIgnore
    public boolean isAwaited() {
        return act == null;
    }

    /** Whether nothing of the item may be recorded: the Council has not enacted yet what must be enacted before, or has refused to. */
    @JsonIgnore
    public boolean keepsFromRecording() {
        return mode == EnactmentMode.BEFORE && (act == null || act.outcome() == Outcome.REFUSED);
    }

    /** Whether the Council has refused to enact the item. */
    @JsonIgnore
    public boolean isRefused() {
        return act != null && act.outcome() == Outcome.REFUSED;
    }
}
