package city.planofrecord.chassis.audit;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.DeadLetterTrail;

/** The entries about dead letters: a chain for each. */
@Singleton
class DeadLetterEntries implements DeadLetterTrail {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Trail trail;

    DeadLetterEntries(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void parked(long id, String place, @Nullable String key, String reason) {
        var letter = JSON.objectNode();
        letter.put("state", "PARKED").put("from", place);
        if (key != null) {
            letter.put("key", key);
        }
        letter.put("reason", reason);
        trail.add(chain(id), List.of(new Alteration("", null, letter)));
    }

    @Override
    public void replayed(long id) {
        trail.add(chain(id), List.of(new Alteration("/state", JSON.textNode("PARKED"), JSON.textNode("PROCESSED"))));
    }

    private static Chain chain(long id) {
        return new Chain("dead-letter", String.valueOf(id));
    }
}
