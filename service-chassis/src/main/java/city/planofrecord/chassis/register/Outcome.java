package city.planofrecord.chassis.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.HasRevision;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.timeline.ActKind;
import city.planofrecord.chassis.timeline.Change;

/**
 * The full new state of a thing, and beside it what the act did.
 *
 * @param state from the act's date on; where the thing does not exist then, as it was last before; absent where it never
 *     exists
 * @param recorded the act
 * @param periods every period whose image changed
 * @param runsInto the dates of later acts on the same fields, at which what was set ends
 * @param dryRun whether nothing was recorded
 */
public record Outcome<T>(
        @JsonUnwrapped @Nullable T state,
        ActTold recorded,
        List<PeriodTold> periods,
        List<LocalDate> runsInto,
        boolean dryRun,
        @JsonIgnore long revision)
        implements HasRevision {

    /** The act that was recorded, or would have been. */
    @Schema(name = "RecordedAct")
    public record ActTold(UUID id, ActKind kind, LocalDate effectiveFrom) {}

    /**
     * A period whose image changed.
     *
     * @param until exclusive; absent where there is no end
     * @param before null where the thing did not exist
     * @param after null where the thing does not exist
     */
    @Schema(name = "ChangedPeriod")
    public record PeriodTold(
            LocalDate from,
            @Nullable LocalDate until,
            @JsonInclude @Nullable Map<String, JsonNode> before,
            @JsonInclude @Nullable Map<String, JsonNode> after) {

        static PeriodTold of(Change<JsonNode> change) {
            return new PeriodTold(change.from(), change.until(), change.before(), change.after());
        }
    }

    public static <T> Outcome<T> of(Recorded recorded, @Nullable T state, boolean dryRun) {
        var act = recorded.act().act();
        return new Outcome<>(
                state,
                new ActTold(act.id(), act.kind(), act.from()),
                recorded.changes().stream().map(PeriodTold::of).toList(),
                Register.runsInto(recorded.after(), act.from(), act.set()),
                dryRun,
                recorded.after().revision());
    }

    /** The day on which to show the thing: that of the act, or the last before it on which the thing exists. */
    public static Optional<LocalDate> dayToShow(Recorded recorded) {
        var from = recorded.act().act().from();
        return recorded.periods().stream()
                .filter(period -> period.covers(from) || !period.from().isAfter(from))
                .reduce((_, later) -> later)
                .or(() -> recorded.periods().stream().findFirst())
                .map(period -> period.covers(from) ? from : period.from());
    }
}
