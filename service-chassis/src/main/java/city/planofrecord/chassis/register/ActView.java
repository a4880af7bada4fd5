package city.planofrecord.chassis.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.RecordedAct;
import city.planofrecord.chassis.timeline.ActKind;

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

    public static ActView of(RecordedAct recorded) {
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
