package city.planofrecord.chassis.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.timeline.Change;
import city.planofrecord.chassis.timeline.Period;

/**
 * What recording an act did.
 *
 * @param changes every stretch of days whose image changed, with complete images before and after
 * @param periods the present timeline
 * @param after the thing with the act
 */
public record Recorded(RecordedAct act, List<Change<JsonNode>> changes, List<Period<JsonNode>> periods, Entry after) {

    /** The period of the present timeline that covers the day. */
    public Optional<Period<JsonNode>> on(LocalDate day) {
        return periods.stream().filter(period -> period.covers(day)).findFirst();
    }
}
