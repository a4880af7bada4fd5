package city.planofrecord.classification.jobclass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Row;
import city.planofrecord.chassis.register.ActView;

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
}
