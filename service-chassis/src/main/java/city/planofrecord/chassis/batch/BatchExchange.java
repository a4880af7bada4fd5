package city.planofrecord.chassis.batch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.audit.Alteration;
import city.planofrecord.chassis.audit.Chain;
import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.chassis.batch.BatchWork.Answer;
import city.planofrecord.chassis.event.UnprocessableEventException;

/**
 * A register's side of the exchange by which several registers record a batch all or not at all: offered, it is held or
 * rejected; confirmed, it is recorded; released, the hold is lifted. Every step may come again, under another event id
 * too, and does its work once.
 */
@Singleton
public class BatchExchange {

    private static final Logger LOG = Logger.getLogger(BatchExchange.class);

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Holds holds;
    private final Trail trail;

    BatchExchange(Jdbi jdbi, ObjectMapper json, Holds holds, Trail trail) {
        this.jdbi = jdbi;
        this.json = json;
        this.holds = holds;
        this.trail = trail;
    }

    private enum State {
        HELD,
        REJECTED,
        APPLIED,
        RELEASED
    }

    private record Stored(Offer offer, State state, ObjectNode answer) {}

    /** Checks the batch and puts the holds, or rejects it item by item and puts none; answers either way. */
    public void offered(Offer offer, BatchWork work) {
        holds.close();
        var stored = find(offer.batch(), offer.attempt());
        if (stored.isPresent()) {
            answerAgain(stored.get(), work);
            return;
        }
        var things = work.things(offer);
        var refusals = new TreeMap<Integer, String>();
        var wanted = new HashSet<String>();
        things.values().forEach(wanted::addAll);
        var holders = holds.holders(wanted);
        things.forEach((item, touched) -> touched.stream()
                .filter(holders::containsKey)
                .findFirst()
                .ifPresent(thing -> refusals.put(item, thing + " is held by " + holders.get(thing))));
        work.check(offer)
                .forEach(refusal -> refusals.merge(
                        refusal.item(),
                        refusal.reason(),
                        (before, more) -> before.equals(more) ? before : before + "; " + more));
        var answer = answer(offer, work, things.keySet(), refusals);
        store(offer, refusals.isEmpty() ? State.HELD : State.REJECTED, answer);
        if (refusals.isEmpty()) {
            holds.put(offer, wanted);
        }
        enterOffered(offer, wanted, refusals);
        work.answer(offer, refusals.isEmpty() ? Answer.ACCEPTED : Answer.REJECTED, answer);
    }

    /** Records the batch that was held, and lifts the hold. */
    public void confirmed(String batch, int attempt, BatchWork work) {
        var stored = find(batch, attempt)
                .orElseThrow(() -> new UnprocessableEventException(
                        "batch " + batch + ", try " + attempt + ", is confirmed but was never offered here"));
        switch (stored.state()) {
            case HELD -> {
                work.record(stored.offer());
                enterSettled(stored.offer(), State.APPLIED);
                holds.lift(stored.offer());
                var answer = stored.answer().deepCopy();
                answer.withArray("/items").forEach(item -> ((ObjectNode) item).put("state", "APPLIED"));
                settle(stored.offer(), State.APPLIED, answer);
                work.answer(stored.offer(), Answer.APPLIED, answer);
            }
            case APPLIED -> LOG.debugf("Batch %s was confirmed once more", batch);
            case REJECTED, RELEASED ->
                throw new UnprocessableEventException(
                        "batch " + batch + ", try " + attempt + ", is confirmed but is " + stored.state() + " here");
        }
    }

    /** Lifts the hold of the batch, if it has one. */
    public void released(String batch, int attempt) {
        find(batch, attempt).filter(stored -> stored.state() == State.HELD).ifPresent(stored -> {
            enterSettled(stored.offer(), State.RELEASED);
            holds.lift(stored.offer());
            settle(stored.offer(), State.RELEASED, stored.answer());
        });
    }

    /** Enters that the batch was taken, with what it holds, or that it was refused, with the reason of each item. */
    private void enterOffered(Offer offer, Collection<String> wanted, Map<Integer, String> refusals) {
        var entered = json.createObjectNode();
        entered.put("reference", offer.reference()).put("edition", offer.edition());
        if (refusals.isEmpty()) {
            entered.put("state", State.HELD.name()).set("holds", json.valueToTree(sorted(wanted)));
        } else {
            entered.put("state", State.REJECTED.name()).set("refused", json.valueToTree(refusals));
        }
        trail.add(chain(offer), List.of(new Alteration(place(offer), null, entered)));
    }

    /** To be called while the batch still holds what it held: recording may have had every constraint checked at once. */
    private void enterSettled(Offer offer, State state) {
        trail.add(
                chain(offer),
                List.of(
                        new Alteration(
                                place(offer) + "/state",
                                json.valueToTree(State.HELD.name()),
                                json.valueToTree(state.name())),
                        new Alteration(place(offer) + "/holds", json.valueToTree(sorted(holds.of(offer))), null)));
    }

    private static List<String> sorted(Collection<String> things) {
        return things.stream().sorted().toList();
    }

    private static Chain chain(Offer offer) {
        return new Chain("batch", offer.batch());
    }

    private static String place(Offer offer) {
        return "/tries/" + offer.attempt();
    }

    private void answerAgain(Stored stored, BatchWork work) {
        switch (stored.state()) {
            case HELD -> work.answer(stored.offer(), Answer.ACCEPTED, stored.answer());
            case REJECTED -> work.answer(stored.offer(), Answer.REJECTED, stored.answer());
            case APPLIED -> work.answer(stored.offer(), Answer.APPLIED, stored.answer());
            case RELEASED ->
                LOG.debugf(
                        "Batch %s was offered once more after its release",
                        stored.offer().batch());
        }
    }

    private ObjectNode answer(Offer offer, BatchWork work, Set<Integer> items, Map<Integer, String> refusals) {
        var answer = json.createObjectNode();
        answer.put("number", offer.reference());
        answer.put("edition", offer.edition());
        answer.put("batch", offer.batch());
        answer.put("try", offer.attempt());
        answer.put("register", work.register());
        var told = answer.putArray("items");
        var all = new TreeSet<>(items);
        all.addAll(refusals.keySet());
        for (var item : all) {
            var refusal = refusals.get(item);
            var one = told.addObject().put("item", item);
            one.put("state", refusal != null ? "REJECTED" : refusals.isEmpty() ? "HELD" : "PENDING");
            if (refusal != null) {
                one.put("reason", refusal);
            }
        }
        return answer;
    }

    private Optional<Stored> find(String batch, int attempt) {
        return jdbi.withHandle(handle -> handle.createQuery("select edition, reference, state, offer, answer from batch"
                        + " where id = :batch and attempt = :attempt for update")
                .bind("batch", batch)
                .bind("attempt", attempt)
                .map((rs, _) -> new Stored(
                        new Offer(batch, attempt, rs.getInt(1), rs.getString(2), read(rs.getString(4))),
                        State.valueOf(rs.getString(3)),
                        read(rs.getString(5))))
                .findOne());
    }

    private void store(Offer offer, State state, ObjectNode answer) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into batch (id, attempt, edition, reference, state, offer, answer)"
                                + " values (:batch, :attempt, :edition, :reference, :state, cast(:offer as jsonb), cast(:answer as jsonb))")
                .bind("batch", offer.batch())
                .bind("attempt", offer.attempt())
                .bind("edition", offer.edition())
                .bind("reference", offer.reference())
                .bind("state", state.name())
                .bind("offer", offer.data().toString())
                .bind("answer", answer.toString())
                .execute());
    }

    private void settle(Offer offer, State state, ObjectNode answer) {
        jdbi.useHandle(handle -> handle.createUpdate("update batch set state = :state, answer = cast(:answer as jsonb),"
                        + " changed_at = clock_timestamp() where id = :batch and attempt = :attempt")
                .bind("state", state.name())
                .bind("answer", answer.toString())
                .bind("batch", offer.batch())
                .bind("attempt", offer.attempt())
                .execute());
    }

    private ObjectNode read(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored batch that cannot be read", e);
        }
    }
}
