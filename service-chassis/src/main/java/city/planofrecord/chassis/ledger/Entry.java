package city.planofrecord.chassis.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import city.planofrecord.chassis.timeline.Period;
import city.planofrecord.chassis.timeline.Timeline;

/**
 * One thing of a ledger, locked for writing until the transaction ends.
 *
 * @param revision the number of acts on it so far
 * @param lastRecordedAt when the last of them was recorded
 */
public record Entry(UUID id, long revision, Instant lastRecordedAt, List<RecordedAct> acts) {

    public Timeline<JsonNode> timeline() {
        return Timeline.of(acts.stream().map(RecordedAct::act).toList(), NullNode.getInstance());
    }

    public Optional<Period<JsonNode>> on(LocalDate day) {
        return timeline().on(day);
    }

    public Optional<RecordedAct> act(UUID act) {
        return acts.stream().filter(recorded -> recorded.act().id().equals(act)).findFirst();
    }
}
