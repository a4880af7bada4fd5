package city.planofrecord.chassis.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import city.planofrecord.chassis.event.Event;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.NewAct;
import city.planofrecord.chassis.ledger.Recorded;
import city.planofrecord.chassis.ledger.Writing;

/**
 * Many acts recorded at one instant as one batch, in the registers of one service: a few statements for all of them. Each
 * act is one event, marked with its place in the batch; of each thing its state is told once, as it stands in the end.
 */
public final class Recording {

    private final Instant at;
    private final String batch;
    private final Map<Register, Writing> writings = new LinkedHashMap<>();
    private final List<Added> added = new ArrayList<>();

    private record Added(Register register, Recorded recorded) {}

    /** @param at later than anything recorded on the things */
    public Recording(Instant at, String batch) {
        this.at = at;
        this.batch = batch;
    }

    /**
     * What the act does; it is recorded by {@link #write}.
     *
     * @param entry the thing, locked or opened in this transaction, as the act that was added before on it left it
     */
    public Recorded add(Register register, Entry entry, NewAct act) {
        var recorded = writings.computeIfAbsent(register, one -> one.ledger().writing(at))
                .add(entry, act);
        added.add(new Added(register, recorded));
        return recorded;
    }

    /** The acts that were added, in order, each with its register. */
    public void forEach(BiConsumer<Register, Recorded> each) {
        added.forEach(one -> each.accept(one.register(), one.recorded()));
    }

    /** How many acts were added. */
    public int size() {
        return added.size();
    }

    /** Records what was added, and tells of it in the order in which it was. To be called once. */
    public void write() {
        writings.values().forEach(Writing::write);
        var told = new LinkedHashMap<Register, List<Register.Told>>();
        for (var i = 0; i < added.size(); i++) {
            var one = added.get(i);
            told.computeIfAbsent(one.register(), _ -> new ArrayList<>())
                    .add(new Register.Told(one.recorded(), new Event.Batch(batch, i, added.size())));
        }
        var ofEach = new LinkedHashMap<Register, Iterator<List<Event>>>();
        var states = new ArrayList<Event>();
        told.forEach((register, acts) -> {
            var tidings = register.tidings(acts);
            ofEach.put(register, tidings.ofEach().iterator());
            states.addAll(tidings.states());
        });
        var events = new ArrayList<Event>();
        added.forEach(one ->
                events.addAll(Objects.requireNonNull(ofEach.get(one.register())).next()));
        events.addAll(states);
        writings.keySet().stream().findFirst().ifPresent(register -> {
            register.enter(added.stream()
                    .map(one -> one.register().entered(one.recorded()))
                    .toList());
            register.send(events);
        });
    }
}
