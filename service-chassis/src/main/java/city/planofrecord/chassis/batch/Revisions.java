package city.planofrecord.chassis.batch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.batch.ActsOfBatches.ItemOf;
import city.planofrecord.chassis.batch.ActsOfBatches.Noted;
import city.planofrecord.chassis.ledger.Authority;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.register.Recording;
import city.planofrecord.chassis.register.Register;

/** What becomes of the acts of recorded batches when items of theirs are taken out, moved to another date, or ended. */
@Singleton
public class Revisions {

    private final ActsOfBatches acts;
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    Revisions(ActsOfBatches acts, Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.acts = acts;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /**
     * That the offer can be read.
     *
     * @throws IllegalArgumentException where it is not of the agreed form
     * @throws java.time.DateTimeException where a date cannot be read
     */
    public void requireReadable(Offer offer) {
        RevisedItem.of(offer.data());
        authority(offer);
    }

    /**
     * What the offer would do, to be judged.
     *
     * @param registers all of the service
     * @param actor the service that decided on the revision
     */
    public Revised judged(Offer offer, Collection<Register> registers, String actor) {
        return revised(offer, registers, actor, Ledger::findAll);
    }

    /** What the offer does, with the things locked, to be written. */
    public Revised locked(Offer offer, Collection<Register> registers, String actor) {
        return revised(offer, registers, actor, Ledger::lockAll);
    }

    private interface Finding {
        Map<UUID, Entry> in(Ledger ledger, Set<UUID> ids);
    }

    private Revised revised(Offer offer, Collection<Register> registers, String actor, Finding finding) {
        var items = RevisedItem.of(offer.data());
        var batches = items.stream().map(RevisedItem::recordedBy).collect(Collectors.toSet());
        var noted = acts.of(batches);
        var ledgers = new LinkedHashMap<String, Register>();
        registers.forEach(register -> ledgers.put(register.ledger().name(), register));
        var entries = entries(items, noted, ledgers, finding);
        var revising = new Revising(
                new ActsAnew(LocalDate.now(clock), authority(offer), reason(offer), actor),
                new Recording(Ledger.laterThan(jdbi, List.copyOf(entries.values())), offer.batch()),
                entries);
        var recorded = acts.recorded(batches);
        for (var item : items) {
            if (!recorded.contains(item.recordedBy())) {
                revising.refuse(item, "Batch " + item.recordedBy() + " has not been recorded here.");
            }
            noted.getOrDefault(new ItemOf(item.recordedBy(), item.item()), List.of())
                    .forEach(one -> revising.revise(
                            item, Objects.requireNonNull(ledgers.get(one.ledger())), one.subject(), one.act()));
        }
        return revising.done();
    }

    private static Map<UUID, Entry> entries(
            List<RevisedItem> items, Map<ItemOf, List<Noted>> noted, Map<String, Register> ledgers, Finding finding) {
        var wanted = new LinkedHashMap<String, Set<UUID>>();
        for (var item : items) {
            for (var one : noted.getOrDefault(new ItemOf(item.recordedBy(), item.item()), List.of())) {
                wanted.computeIfAbsent(one.ledger(), _ -> new HashSet<>()).add(one.subject());
            }
        }
        var entries = new HashMap<UUID, Entry>();
        ledgers.forEach((name, register) -> {
            var ids = wanted.get(name);
            if (ids != null) {
                entries.putAll(finding.in(register.ledger(), ids));
            }
        });
        return entries;
    }

    private Authority authority(Offer offer) {
        try {
            return json.treeToValue(offer.data().path("authority"), Authority.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an authority that cannot be read: " + e.getMessage(), e);
        }
    }

    private static String reason(Offer offer) {
        return offer.data().path("reason").asText();
    }

    /** One offer while it is worked out. */
    private static final class Revising {

        private final ActsAnew anew;
        private final Recording recording;
        private final Map<UUID, Entry> before;
        private final Map<UUID, Entry> now;
        private final Map<UUID, Touched> touched = new LinkedHashMap<>();
        private final List<Refusal> refusals = new ArrayList<>();

        private record Touched(Register register, TreeSet<Integer> items, Map<UUID, UUID> moved) {}

        Revising(ActsAnew anew, Recording recording, Map<UUID, Entry> before) {
            this.anew = anew;
            this.recording = recording;
            this.before = before;
            this.now = new HashMap<>(before);
        }

        void refuse(RevisedItem item, String reason) {
            refusals.add(new Refusal(item.item(), reason));
        }

        void revise(RevisedItem item, Register register, UUID thing, UUID act) {
            var entry = Objects.requireNonNull(now.get(thing));
            var of = touched.computeIfAbsent(thing, _ -> new Touched(register, new TreeSet<>(), new HashMap<>()));
            of.items().add(item.item());
            var taken = entry.act(act).orElseThrow();
            if (!entry.timeline().inForce().contains(taken.act())) {
                if (!(item instanceof RevisedItem.TakenOut)) {
                    refuse(
                            item,
                            "What was recorded for it from " + taken.act().from() + " on has been cancelled since.");
                }
                return;
            }
            var hindrance = anew.hindrance(item, taken.act());
            if (hindrance.isPresent()) {
                refuse(item, hindrance.get());
                return;
            }
            for (var next : anew.of(item, entry, taken)) {
                entry = recording.add(register, entry, next).after();
                if (item instanceof RevisedItem.Moved && next.cancels() == null) {
                    of.moved().put(act, next.id());
                }
            }
            now.put(thing, entry);
        }

        Revised done() {
            var things = new ArrayList<RevisedThing>();
            touched.forEach((id, of) -> things.add(new RevisedThing(
                    of.register(),
                    Objects.requireNonNull(before.get(id)),
                    Objects.requireNonNull(now.get(id)),
                    of.items(),
                    of.moved())));
            if (refusals.isEmpty()) {
                things.forEach(thing -> thing.hindrance()
                        .ifPresent(reason -> thing.items().forEach(item -> refusals.add(new Refusal(item, reason)))));
            }
            return new Revised(things, refusals, recording);
        }
    }
}
