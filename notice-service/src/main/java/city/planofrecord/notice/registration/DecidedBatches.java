package city.planofrecord.notice.registration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.notice.Application.RegisterFate;
import city.planofrecord.notice.notice.RegisterName;

/**
 * The batches of decided notices, those that revise them, and every try at having them recorded. The notice is locked
 * before its batches.
 */
@Singleton
class DecidedBatches {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    DecidedBatches(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** One try of a batch, and the offer that was made. */
    record StoredTry(UUID batch, int attempt, ObjectNode offer, OfferedTry offered) {}

    void add(UUID batch, UUID notice, UUID decision) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into decided_batch (id, notice_id, decision_id) values (:id, :notice, :decision)")
                .bind("id", batch)
                .bind("notice", notice)
                .bind("decision", decision)
                .execute());
    }

    /** Adds a batch that revises what earlier ones recorded, and so follows from no decision of its own. */
    void addRevision(UUID batch, UUID notice) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into decided_batch (id, notice_id) values (:id, :notice)")
                .bind("id", batch)
                .bind("notice", notice)
                .execute());
    }

    void addTry(UUID batch, int attempt, ObjectNode offer) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into decided_batch_try (batch_id, attempt, state, offer)"
                        + " values (:batch, :attempt, 'OFFERED', cast(:offer as jsonb))")
                .bind("batch", batch)
                .bind("attempt", attempt)
                .bind("offer", offer.toString())
                .execute());
    }

    /** The try of a batch of the notice; empty where there is none. */
    Optional<StoredTry> find(UUID notice, UUID batch, int attempt) {
        return tries(notice).stream()
                .filter(one -> one.batch().equals(batch) && one.attempt() == attempt)
                .findFirst();
    }

    /** The last try of each batch of the notice, in the order of the decisions. */
    List<StoredTry> last(UUID notice) {
        var last = new HashMap<UUID, StoredTry>();
        var all = tries(notice);
        all.forEach(one -> last.merge(one.batch(), one, (a, b) -> a.attempt() > b.attempt() ? a : b));
        return all.stream().filter(last::containsValue).toList();
    }

    private List<StoredTry> tries(UUID notice) {
        return jdbi.withHandle(handle -> {
            var tries = new ArrayList<StoredTry>();
            handle.createQuery("select t.batch_id, t.attempt, t.state, t.offer from decided_batch_try t"
                            + " join decided_batch b on b.id = t.batch_id where b.notice_id = :notice"
                            + " order by t.batch_id, t.attempt")
                    .bind("notice", notice)
                    .map((rs, _) -> stored(
                            handle,
                            rs.getObject(1, UUID.class),
                            rs.getInt(2),
                            OfferedTry.State.valueOf(rs.getString(3)),
                            read(rs.getString(4))))
                    .forEach(tries::add);
            return tries;
        });
    }

    private StoredTry stored(Handle handle, UUID batch, int attempt, OfferedTry.State state, ObjectNode offer) {
        var answers = new EnumMap<RegisterName, Answer>(RegisterName.class);
        handle.createQuery("select register, answer, items from decided_batch_answer"
                        + " where batch_id = :batch and attempt = :attempt order by answer = 'APPLIED'")
                .bind("batch", batch)
                .bind("attempt", attempt)
                .map((rs, _) -> new Answer(
                        RegisterName.valueOf(rs.getString(1)),
                        Answer.Kind.valueOf(rs.getString(2)),
                        fates(read(rs.getString(3)))))
                .forEach(answer -> answers.put(answer.register(), answer));
        return new StoredTry(batch, attempt, offer, new OfferedTry(state, BatchOffer.registers(offer), answers));
    }

    /** Stores what an answer has changed. */
    void save(StoredTry stored, OfferedTry next, Answer answer) {
        var items = json.createObjectNode();
        answer.items().forEach((item, fate) -> items.set(String.valueOf(item), json.valueToTree(fate)));
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into decided_batch_answer (batch_id, attempt, register, answer, items)"
                            + " values (:batch, :attempt, :register, :answer, cast(:items as jsonb))")
                    .bind("batch", stored.batch())
                    .bind("attempt", stored.attempt())
                    .bind("register", answer.register().name())
                    .bind("answer", answer.kind().name())
                    .bind("items", items.toString())
                    .execute();
            handle.createUpdate(
                            "update decided_batch_try set state = :state where batch_id = :batch and attempt = :attempt")
                    .bind("state", next.state().name())
                    .bind("batch", stored.batch())
                    .bind("attempt", stored.attempt())
                    .execute();
        });
    }

    private static Map<Integer, RegisterFate> fates(ObjectNode items) {
        var fates = new HashMap<Integer, RegisterFate>();
        items.properties()
                .forEach(entry -> fates.put(
                        Integer.valueOf(entry.getKey()),
                        new RegisterFate(
                                FateState.valueOf(entry.getValue().path("state").asText()),
                                entry.getValue().hasNonNull("reason")
                                        ? entry.getValue().get("reason").asText()
                                        : null)));
        return fates;
    }

    private ObjectNode read(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored batch that cannot be read", e);
        }
    }
}
