package city.planofrecord.chassis.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.ActKind;

/**
 * An act that is about to be recorded.
 *
 * @param from the first day it speaks of, inclusive
 * @param until exclusive end of a correction; null where it holds until the next act on the same field
 * @param set only the fields that the act sets
 * @param actor the role or service that records it, never a person's name
 * @param late whether it was recorded on or after the date it speaks of
 */
public record NewAct(
        UUID id,
        ActKind kind,
        LocalDate from,
        @Nullable LocalDate until,
        Map<String, JsonNode> set,
        @Nullable Boolean exists,
        @Nullable UUID cancels,
        Authority authority,
        String reason,
        String actor,
        boolean late) {

    Act<JsonNode> at(long order) {
        return new Act<>(id, order, kind, from, until, set, exists, cancels);
    }
}
