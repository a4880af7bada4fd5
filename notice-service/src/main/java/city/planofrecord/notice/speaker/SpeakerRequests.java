package city.planofrecord.notice.speaker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.correspondence.Contact;
import city.planofrecord.notice.correspondence.Receipt;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.NoticeTrail;

/** All requests to speak, those who made them, and what was decided about them. */
@Singleton
class SpeakerRequests {

    private static final String TRAILED = "speakerRequests";
    private static final String REQUEST =
            "select id, number, edition, about, state, revision, received_at, recorded_at from speaker_request r";

    private final Jdbi jdbi;
    private final CityRules city;
    private final NoticeTrail trail;

    SpeakerRequests(Jdbi jdbi, CityRules city, NoticeTrail trail) {
        this.jdbi = jdbi;
        this.city = city;
        this.trail = trail;
    }

    /**
     * A page of requests.
     *
     * @param next the cursor of what follows, null where nothing does
     */
    record Found(
            List<RegisteredSpeakerRequest> requests,
            long total,
            @Nullable UUID next) {}

    private record Kept(SpeakerRequest request, Instant recordedAt) {}

    private record Done(UUID request, RegisteredSpeakerRequest.Decided decided) {}

    void add(SpeakerRequest request, Contact speaker, Receipt receipt) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into speaker_request"
                            + " (id, number, edition, about, state, revision, receipt_hash, received_at)"
                            + " values (:id, :number, :edition, :about, :state, :revision, :receipt, :received)")
                    .bind("id", request.id())
                    .bind("number", request.number())
                    .bind("edition", request.edition())
                    .bind("about", request.about())
                    .bind("state", request.state().name())
                    .bind("revision", request.revision())
                    .bind("receipt", receipt.hash())
                    .bind("received", request.receivedAt())
                    .execute();
            handle.createUpdate("insert into speaker (request_id, name, phone, address)"
                            + " values (:id, :name, :phone, :address)")
                    .bind("id", request.id())
                    .bind("name", speaker.name())
                    .bind("phone", speaker.phone())
                    .bind("address", speaker.address())
                    .execute();
        });
        trail.written(request.number(), TRAILED, request.id(), null, request);
    }

    /** @throws Refused (404) where the receipt is of no request about the notice */
    SpeakerStatus get(String number, Receipt receipt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select number, edition, state, about, received_at, last.reason from speaker_request r"
                                        + " left join lateral (select reason from speaker_act where request_id = r.id"
                                        + " order by revision desc limit 1) last on true"
                                        + " where receipt_hash = :receipt and number = :number")
                        .bind("receipt", receipt.hash())
                        .bind("number", number)
                        .map((rs, _) -> new SpeakerStatus(
                                null,
                                rs.getString(1),
                                rs.getInt(2),
                                SpeakerRequest.State.valueOf(rs.getString(3)),
                                rs.getString(4),
                                city.local(rs.getObject(5, OffsetDateTime.class)),
                                rs.getString(6)))
                        .findOne())
                .orElseThrow(SpeakerRequests::noReceipt);
    }

    static Refused noReceipt() {
        return Refused.notFound("No request to speak on this notice has that receipt. Look for a misread letter.");
    }

    /** @param state null for all */
    Found registered(String number, SpeakerRequest.@Nullable State state, @Nullable UUID after, int limit) {
        var wanted = " where number = :number and (cast(:state as text) is null or state = :state)";
        var asked = state == null ? null : state.name();
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                            REQUEST + wanted + (after == null ? "" : " and id > :after") + " order by id limit :limit")
                    .bind("number", number)
                    .bind("state", asked)
                    .bind("limit", limit + 1);
            if (after != null) {
                query.bind("after", after);
            }
            var kept = query.map((rs, _) -> kept(rs)).list();
            var more = kept.size() > limit;
            var page = more ? kept.subList(0, limit) : kept;
            var done = done(handle, page.stream().map(one -> one.request().id()).toList());
            var total = handle.createQuery("select count(*) from speaker_request" + wanted)
                    .bind("number", number)
                    .bind("state", asked)
                    .mapTo(Long.class)
                    .one();
            return new Found(
                    page.stream().map(one -> registered(one, done)).toList(),
                    total,
                    more ? page.getLast().request().id() : null);
        });
    }

    /** @throws Refused (404) where the notice has no such request */
    RegisteredSpeakerRequest registered(String number, UUID id) {
        return jdbi.withHandle(handle -> registered(one(handle, number, id, ""), done(handle, List.of(id))));
    }

    /**
     * The request, kept from other decisions until the transaction ends.
     *
     * @throws Refused (404) where the notice has no such request
     */
    SpeakerRequest lock(String number, UUID id) {
        return jdbi.withHandle(handle -> one(handle, number, id, " for update").request());
    }

    /** Stores the next state of a request that was locked in this transaction, and the decision that made it. */
    void save(SpeakerRequest request, @Nullable String reason, String actor) {
        var before = lock(request.number(), request.id());
        jdbi.useHandle(handle -> {
            handle.createUpdate("update speaker_request set state = :state, revision = :revision where id = :id")
                    .bind("state", request.state().name())
                    .bind("revision", request.revision())
                    .bind("id", request.id())
                    .execute();
            handle.createUpdate("insert into speaker_act (request_id, revision, kind, reason, actor)"
                            + " values (:id, :revision, :kind, :reason, :actor)")
                    .bind("id", request.id())
                    .bind("revision", request.revision())
                    .bind("kind", request.state().name())
                    .bind("reason", reason)
                    .bind("actor", actor)
                    .execute();
        });
        var kind = request.state().name();
        var act = reason == null ? Map.of("kind", kind) : Map.of("kind", kind, "reason", reason);
        trail.moderated(request.number(), TRAILED, request.id(), before, request, request.revision() - 1, act);
    }

    /** @throws Refused (404) where the notice has no such request */
    Contact speaker(String number, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select name, phone, address from speaker"
                                + " join speaker_request r on r.id = request_id where r.id = :id and number = :number")
                        .bind("id", id)
                        .bind("number", number)
                        .map((rs, _) -> new Contact(rs.getString(1), rs.getString(2), rs.getString(3)))
                        .findOne())
                .orElseThrow(() -> unknown(number, id));
    }

    private Kept one(Handle handle, String number, UUID id, String lock) {
        return handle.createQuery(REQUEST + " where id = :id and number = :number" + lock)
                .bind("id", id)
                .bind("number", number)
                .map((rs, _) -> kept(rs))
                .findOne()
                .orElseThrow(() -> unknown(number, id));
    }

    private static Refused unknown(String number, UUID id) {
        return Refused.notFound("Notice " + number + " has no request to speak " + id + ". GET /notices/" + number
                + "/speaker-register lists those it has.");
    }

    private Kept kept(ResultSet rs) throws SQLException {
        var request = new SpeakerRequest(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getInt(3),
                rs.getString(4),
                SpeakerRequest.State.valueOf(rs.getString(5)),
                rs.getLong(6),
                city.local(rs.getObject(7, OffsetDateTime.class)));
        return new Kept(request, rs.getObject(8, OffsetDateTime.class).toInstant());
    }

    private static RegisteredSpeakerRequest registered(
            Kept kept, Map<UUID, List<RegisteredSpeakerRequest.Decided>> done) {
        var request = kept.request();
        return new RegisteredSpeakerRequest(
                request.revision(),
                request.id(),
                request.number(),
                request.edition(),
                request.state(),
                request.about(),
                request.receivedAt(),
                kept.recordedAt(),
                done.getOrDefault(request.id(), List.of()));
    }

    private static Map<UUID, List<RegisteredSpeakerRequest.Decided>> done(Handle handle, List<UUID> requests) {
        var done = new HashMap<UUID, List<RegisteredSpeakerRequest.Decided>>();
        handle.createQuery("select request_id, kind, reason, actor, recorded_at from speaker_act"
                        + " where request_id in (select unnest(:ids)) order by request_id, revision")
                .bindArray("ids", UUID.class, requests.toArray())
                .map((rs, _) -> new Done(
                        rs.getObject(1, UUID.class),
                        new RegisteredSpeakerRequest.Decided(
                                SpeakerRequest.Decision.valueOf(rs.getString(2)),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getObject(5, OffsetDateTime.class).toInstant())))
                .forEach(one -> done.computeIfAbsent(one.request(), _ -> new ArrayList<>())
                        .add(one.decided()));
        return done;
    }
}
