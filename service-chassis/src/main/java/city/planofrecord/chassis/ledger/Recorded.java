package city.planofrecord.chassis.ledger;

import java.util.List;

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
public record Recorded(RecordedAct act, List<Change<JsonNode>> changes, List<Period<JsonNode>> periods, Entry after) {}
