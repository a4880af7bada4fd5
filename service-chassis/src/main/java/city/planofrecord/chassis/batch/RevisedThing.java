package city.planofrecord.chassis.batch;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.register.Register;
import city.planofrecord.chassis.timeline.Act;
import city.planofrecord.chassis.timeline.Change;
import city.planofrecord.chassis.timeline.Timeline;

/**
 * A thing whose acts are revised.
 *
 * @param before as it stands
 * @param after as it would stand
 * @param items that revise it
 * @param moved by the act that is taken out, the act that says the same from another date
 */
public record RevisedThing(
        Register register, Entry before, Entry after, SortedSet<Integer> items, Map<UUID, UUID> moved) {

    public RevisedThing {
        items = Collections.unmodifiableSortedSet(items);
        moved = Map.copyOf(moved);
    }

    public UUID id() {
        return before.id();
    }

    /** Every stretch of days whose image would change. */
    public List<Change<JsonNode>> changes() {
        return before.timeline().changesTo(after.timeline());
    }

    /** Why acts that others recorded on it do not bear the revision; empty where they do. */
    Optional<String> hindrance() {
        var stood = before.timeline();
        var stands = after.timeline();
        var left = idsOf(stands.inForce());
        var kept =
                stood.inForce().stream().filter(act -> left.contains(act.id())).toList();
        return kept.stream()
                .filter(act -> restsOnIt(act, stood) && !restsOnIt(act, stands))
                .findFirst()
                .map(act -> spokenOf(act) + " rests on it. Cancel that first.")
                .or(() -> kept.stream()
                        .filter(act -> changesPlaces(act, stood, stands))
                        .findFirst()
                        .map(act -> spokenOf(act)
                                + " speaks of the same. Choose a date on the same side of it, or cancel that first."));
    }

    private static Set<UUID> idsOf(List<Act<JsonNode>> acts) {
        return acts.stream().map(Act::id).collect(Collectors.toSet());
    }

    /** Whether the thing is there, or is not, as the act takes it to be. */
    private static boolean restsOnIt(Act<JsonNode> act, Timeline<JsonNode> timeline) {
        return switch (act.kind()) {
            case ESTABLISHED -> timeline.on(act.from().minusDays(1)).isEmpty();
            case AMENDED -> timeline.on(act.from()).isPresent();
            case CORRECTED -> act.exists() != null || timeline.on(act.from()).isPresent();
            case ABOLISHED -> timeline.on(act.from().minusDays(1)).isPresent();
            case CANCELLED -> true;
        };
    }

    /** Whether an act that moves would come to stand on the other side of one that others recorded. */
    private boolean changesPlaces(Act<JsonNode> kept, Timeline<JsonNode> stood, Timeline<JsonNode> stands) {
        return moved.entrySet().stream().anyMatch(pair -> {
            var old = byId(stood, pair.getKey());
            var anew = byId(stands, pair.getValue());
            return speakOfTheSame(kept, old)
                    && (isBefore(kept, old) != isBefore(kept, anew) || heldAgainstOnlyOne(kept, old, anew.from()));
        });
    }

    private static boolean isBefore(Act<JsonNode> one, Act<JsonNode> other) {
        var byDate = one.from().compareTo(other.from());
        return byDate < 0 || (byDate == 0 && one.order() < other.order());
    }

    /** A correction with an end holds against what was recorded before it, and gives way to what is recorded now. */
    private static boolean heldAgainstOnlyOne(Act<JsonNode> kept, Act<JsonNode> old, LocalDate anew) {
        return kept.until() != null
                && kept.order() > old.order()
                && !anew.isBefore(kept.from())
                && anew.isBefore(kept.until());
    }

    private static boolean speakOfTheSame(Act<JsonNode> one, Act<JsonNode> other) {
        return (one.exists() != null && other.exists() != null)
                || one.set().keySet().stream().anyMatch(other.set()::containsKey);
    }

    private static Act<JsonNode> byId(Timeline<JsonNode> timeline, UUID id) {
        return timeline.acts().stream()
                .filter(act -> act.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String spokenOf(Act<JsonNode> act) {
        var citation = before.act(act.id())
                .map(recorded -> recorded.authority().citation())
                .orElse("another act");
        return "What was recorded from " + act.from() + " on by " + citation;
    }
}
