package city.planofrecord.chassis.register;

import java.util.ArrayList;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Alteration;
import city.planofrecord.chassis.audit.Chain;
import city.planofrecord.chassis.audit.Written;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.ledger.RecordedAct;

/** An act as it is entered into the audit trail: what was recorded, and what it changed in each period. */
final class Entered {

    private Entered() {}

    static Written of(String ledger, Recorded recorded, ObjectMapper json) {
        var act = recorded.act();
        var alterations = new ArrayList<Alteration>();
        alterations.add(new Alteration("/acts/" + act.act().id(), null, act(act, json)));
        for (var change : recorded.changes()) {
            var period = change.from() + ".." + (change.until() == null ? "" : change.until());
            alterations.addAll(Alteration.between(
                    "/periods/" + period, image(change.before(), json), image(change.after(), json)));
        }
        return new Written(
                new Chain(ledger, recorded.after().id().toString()), act.actor(), act.recordedAt(), alterations);
    }

    private static ObjectNode act(RecordedAct recorded, ObjectMapper json) {
        var act = recorded.act();
        var told = json.createObjectNode();
        told.put("kind", act.kind().name());
        told.put("effectiveFrom", act.from().toString());
        if (act.until() != null) {
            told.put("effectiveUntil", act.until().toString());
        }
        told.putObject("set").setAll(act.set());
        if (act.exists() != null) {
            told.put("exists", act.exists());
        }
        if (act.cancels() != null) {
            told.put("cancels", act.cancels().toString());
        }
        told.set("authority", json.valueToTree(recorded.authority()));
        told.put("reason", recorded.reason());
        told.put("late", recorded.late());
        return told;
    }

    private static @Nullable JsonNode image(@Nullable Map<String, JsonNode> image, ObjectMapper json) {
        return image == null ? null : json.createObjectNode().setAll(image);
    }
}
