package city.planofrecord.chassis.thing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.batch.BatchWork;
import city.planofrecord.chassis.batch.Offer;
import city.planofrecord.chassis.batch.Refusal;
import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.ledger.Entry;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.register.Amendment;
import city.planofrecord.chassis.register.Recording;

/** Batches that give things other names. */
@Singleton
public class ThingBatch implements BatchWork {

    private final Things things;
    private final ObjectMapper json;
    private final Jdbi jdbi;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    ThingBatch(Things things, ObjectMapper json, Jdbi jdbi) {
        this.things = things;
        this.json = json;
        this.jdbi = jdbi;
    }

    /** An answer that was given. */
    public record Told(String batch, int attempt, Answer answer, ObjectNode data) {}

    /** A batch whose items, from 1, give each of the things the name from the day on. */
    public Offer renaming(String reference, int attempt, String batch, List<UUID> ids, String from, String name) {
        var data = json.createObjectNode();
        data.put("from", from).put("name", name);
        var items = data.putArray("ids");
        ids.forEach(id -> items.add(id.toString()));
        return new Offer(batch, attempt, 1, reference, data);
    }

    /** The answers that were given to the batch, in order. */
    public List<Told> told(String batch) {
        return told.stream().filter(one -> one.batch().equals(batch)).toList();
    }

    @Override
    public String register() {
        return "things";
    }

    @Override
    public Map<Integer, Set<String>> things(Offer offer) {
        var touched = new TreeMap<Integer, Set<String>>();
        for (JsonNode id : offer.data().path("ids")) {
            touched.put(touched.size() + 1, Set.of(id.asText()));
        }
        return touched;
    }

    @Override
    public List<Refusal> check(Offer offer) {
        var refusals = new ArrayList<Refusal>();
        things(offer).forEach((item, touched) -> {
            var id = UUID.fromString(touched.iterator().next());
            if (things.ledger().lock(id).isEmpty()) {
                refusals.add(new Refusal(item, "There is no thing of the id " + id + "."));
            }
        });
        return refusals;
    }

    @Override
    public void record(Offer offer) {
        var entries = new ArrayList<Entry>();
        offer.data()
                .path("ids")
                .forEach(id -> entries.add(
                        things.ledger().lock(UUID.fromString(id.asText())).orElseThrow()));
        var at = Ledger.laterThan(jdbi, entries);
        var change = new Amendment(
                LocalDate.parse(offer.data().path("from").asText()),
                Things.fields("name", offer.data().path("name").asText()),
                Things.ORDINANCE,
                "Decided");
        var recording = new Recording(at, offer.batch());
        entries.forEach(
                entry -> recording.add(things.register(), entry, things.rules().amend(Ids.next(), entry, change)));
        recording.write();
        Ledger.settle(jdbi);
    }

    @Override
    public void answer(Offer offer, Answer answer, ObjectNode data) {
        told.add(new Told(offer.batch(), offer.attempt(), answer, data));
    }
}
