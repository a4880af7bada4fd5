package city.planofrecord.notice.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeTrail;

/** Every decision as it was recorded; none is changed later. */
@Singleton
public class Decisions {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final NoticeTrail trail;

    Decisions(Jdbi jdbi, ObjectMapper json, NoticeTrail trail) {
        this.jdbi = jdbi;
        this.json = json;
        this.trail = trail;
    }

    /** Every decision on an edition, in the order in which they were recorded. */
    @Schema(name = "NoticeDecisions")
    record History(List<Recorded> items, long total) {}

    /**
     * One decision as it was recorded.
     *
     * @param items by number, the outcome of each item that was decided
     */
    @Schema(name = "NoticeDecision")
    record Recorded(
            @Schema(examples = "2011-04-07") LocalDate decidedOn,
            @Schema(examples = "Career Service Board") String body,
            BoardDecision.Outcome outcome,
            Map<String, ItemDecision.Outcome> items,
            @Nullable Map<String, Integer> votes,
            Instant recordedAt) {}

    History of(Notice notice) {
        return jdbi.withHandle(handle -> {
            var all = handle.createQuery("select decided_on, body, outcome, items, votes, recorded_at from decision"
                            + " where notice_id = :notice order by id")
                    .bind("notice", notice.id())
                    .map((rs, _) -> new Recorded(
                            rs.getObject(1, LocalDate.class),
                            rs.getString(2),
                            BoardDecision.Outcome.valueOf(rs.getString(3)),
                            read(rs.getString(4), new TypeReference<Map<String, ItemDecision.Outcome>>() {}),
                            rs.getString(5) == null
                                    ? null
                                    : read(rs.getString(5), new TypeReference<Map<String, Integer>>() {}),
                            rs.getObject(6, OffsetDateTime.class).toInstant()))
                    .list();
            return new History(all, all.size());
        });
    }

    /** By item, the last decision on it. */
    public Map<Integer, UUID> last(Notice notice) {
        var last = new TreeMap<Integer, UUID>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select id, items from decision where notice_id = :notice order by id")
                .bind("notice", notice.id())
                .map((rs, _) -> Map.entry(
                        rs.getObject(1, UUID.class),
                        read(rs.getString(2), new TypeReference<Map<Integer, ItemDecision.Outcome>>() {})))
                .forEach(one -> one.getValue().keySet().forEach(item -> last.put(item, one.getKey()))));
        return last;
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored decision that cannot be read", e);
        }
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
        trail.added(notice, "decisions/" + id, decision);
        return id;
    }
}
