package city.planofrecord.classification.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.Timeline;

/** What the acts on classes say of forerunners and heirs, by job code. */
final class Statements {

    private static final String INTO = "into";
    private static final String IN_PLACE_OF = "inPlaceOf";

    private Statements() {}

    /** An act with only what it says of existence, forerunners and heirs. */
    record Recorded(Act<JsonNode> act, Authority authority) {}

    /**
     * That a class took the place of another.
     *
     * @param id the class whose act says so
     * @param jobCode of the other
     * @param otherIsHeir whether the other takes the place of this one; else this one takes the other's
     */
    record Statement(UUID id, String jobCode, boolean otherIsHeir, LocalDate on, UUID act, Authority authority) {}

    /** What still stands of what the acts on one class say. */
    static List<Statement> of(UUID id, Collection<Recorded> acts) {
        var timeline = Timeline.of(acts.stream().map(Recorded::act).toList(), NullNode.getInstance());
        var statements = new ArrayList<Statement>();
        for (var recorded : acts) {
            var act = recorded.act();
            if (!timeline.inForce().contains(act)) {
                continue;
            }
            for (var field : List.of(IN_PLACE_OF, INTO)) {
                var said = act.set().get(field);
                if (said != null && said.equals(standing(timeline, act.from(), field))) {
                    codes(said)
                            .forEach(code -> statements.add(new Statement(
                                    id, code, field.equals(INTO), act.from(), act.id(), recorded.authority())));
                }
            }
        }
        return statements;
    }

    /** What is said on the day: by the image where the class is in effect, else by the last act that ends it on the day. */
    private static JsonNode standing(Timeline<JsonNode> timeline, LocalDate day, String field) {
        var image = timeline.on(day).map(period -> period.image());
        if (image.isPresent()) {
            return nullable(image.get(), field);
        }
        if (timeline.on(day.minusDays(1)).isEmpty()) {
            return NullNode.getInstance();
        }
        return timeline.inForce().stream()
                .filter(act -> act.from().equals(day) && act.set().containsKey(field))
                .reduce((_, later) -> later)
                .map(act -> nullable(act.set(), field))
                .orElseGet(NullNode::getInstance);
    }

    private static JsonNode nullable(Map<String, JsonNode> image, String field) {
        return Optional.ofNullable(image.get(field)).orElseGet(NullNode::getInstance);
    }

    private static List<String> codes(JsonNode said) {
        return StreamSupport.stream(said.spliterator(), false)
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }
}
