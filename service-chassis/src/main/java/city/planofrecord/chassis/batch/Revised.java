package city.planofrecord.chassis.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import city.planofrecord.chassis.register.Recording;

/**
 * What an offer that revises recorded items does.
 *
 * @param refusals why items cannot be revised so, as far as their own acts and those of others on the same things tell
 * @param recording of the acts that revise them, not written yet
 */
public record Revised(List<RevisedThing> things, List<Refusal> refusals, Recording recording) {

    public Revised {
        things = List.copyOf(things);
        refusals = List.copyOf(refusals);
    }

    /**
     * The ids and codes that each item touches.
     *
     * @param names of a thing, beside its id
     */
    public Map<Integer, Set<String>> touched(Function<RevisedThing, Set<String>> names) {
        var touched = new TreeMap<Integer, Set<String>>();
        for (var thing : things) {
            for (var item : thing.items()) {
                var of = touched.computeIfAbsent(item, _ -> new TreeSet<>());
                of.add(thing.id().toString());
                of.addAll(names.apply(thing));
            }
        }
        return touched;
    }

    /** The refusal of every item that revises the thing. */
    public List<Refusal> refusing(UUID thing, String reason) {
        return things.stream()
                .filter(one -> one.id().equals(thing))
                .flatMap(one -> one.items().stream())
                .map(item -> new Refusal(item, reason))
                .toList();
    }
}
