package city.planofrecord.notice.decision;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;

/** Every decision as it was recorded; none is changed later. */
@Singleton
class Decisions {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    Decisions(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    UUID add(Notice notice, BoardDecision decision, Map<Integer, ItemDecision> items) {
        var id = Ids.next();
        var outcomes = json.createObjectNode();
        items.forEach((item, decided) ->
                outcomes.put(String.valueOf(item), decided.outcome().name()));
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into decision (id, notice_id, decided_on, body, outcome, items, votes)"
                                + " values (:id, :notice, :on, :body, :outcome, cast(:items as jsonb), cast(:votes as jsonb))")
                .bind("id", id)
                .bind("notice", notice.id())
                .bind("on", decision.decidedOn())
                .bind("body", decision.body())
                .bind("outcome", decision.outcome().name())
                .bind("items", outcomes.toString())
                .bind(
                        "votes",
                        decision.votes() == null
                                ? null
                                : json.valueToTree(decision.votes()).toString())
                .execute());
        return id;
    }
}
