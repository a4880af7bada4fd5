package city.planofrecord.classification.jobclass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.RecordedAct;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.timeline.ActKind;

/** Every row of a class, past, present and future, and the acts that made them. */
@Schema(name = "JobClassTimeline")
public record JobClassTimeline(UUID id, List<RowView> timeline, List<ActView> acts, long revision)
        implements HasRevision {

    /**
     * One row.
     *
     * @param effectiveUntil exclusive; absent where there is no end
     * @param supersededAt from when on it was not believed; absent while it is
     */
    public record RowView(
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Instant recordedAt,
            @Nullable Instant supersededAt,
            UUID act,
            Authority authority,
            @JsonUnwrapped JobClassImage image) {

        static RowView of(Row row, JobClassImage image) {
            return new RowView(
                    row.effectiveFrom(),
                    row.effectiveUntil(),
                    row.recordedAt(),
                    row.supersededAt(),
                    row.act(),
                    row.authority(),
                    image);
        }
    }

    /** One act, as it was recorded. */
    @Schema(name = "Act")
    public record ActView(
            UUID id,
            ActKind kind,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Map<String, JsonNode> set,
            @Nullable Boolean exists,
            @Nullable UUID cancels,
            Authority authority,
            String reason,
            String actor,
            boolean late,
            Instant recordedAt) {

        static ActView of(RecordedAct recorded) {
            var act = recorded.act();
            return new ActView(
                    act.id(),
                    act.kind(),
                    act.from(),
                    act.until(),
                    act.set(),
                    act.exists(),
                    act.cancels(),
                    recorded.authority(),
                    recorded.reason(),
                    recorded.actor(),
                    recorded.late(),
                    recorded.recordedAt());
        }
    }
}
