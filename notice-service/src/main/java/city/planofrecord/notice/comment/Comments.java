package city.planofrecord.notice.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.correspondence.Contact;
import city.planofrecord.notice.correspondence.Receipt;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.NoticeTrail;

/** All comments, those who wrote them, and what was done with them. */
@Singleton
class Comments {

    private static final String TRAILED = "comments";
    private static final String COMMENT =
            "select id, number, edition, text, state, revision, received_at, recorded_at from public_comment c";
    private static final String LAST = " left join lateral (select words, recorded_at from comment_act"
            + " where comment_id = c.id and kind = 'ANSWERED' order by revision desc limit 1) answer on true";

    private final Jdbi jdbi;
    private final CityRules city;
    private final NoticeTrail trail;

    Comments(Jdbi jdbi, CityRules city, NoticeTrail trail) {
        this.jdbi = jdbi;
        this.city = city;
        this.trail = trail;
    }

    /**
     * A page of comments.
     *
     * @param next the cursor of what follows, null where nothing does
     */
    record Found<T>(List<T> comments, long total, @Nullable UUID next) {}

    private record Kept(Comment comment, Instant recordedAt) {}

    private record Done(UUID comment, CommentAct act) {}

    void add(Comment comment, Contact writer, Receipt receipt) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into public_comment"
                            + " (id, number, edition, text, state, revision, receipt_hash, received_at)"
                            + " values (:id, :number, :edition, :text, :state, :revision, :receipt, :received)")
                    .bind("id", comment.id())
                    .bind("number", comment.number())
                    .bind("edition", comment.edition())
                    .bind("text", comment.text())
                    .bind("state", comment.state().name())
                    .bind("revision", comment.revision())
                    .bind("receipt", receipt.hash())
                    .bind("received", comment.receivedAt())
                    .execute();
            handle.createUpdate("insert into comment_writer (comment_id, name, phone, address)"
                            + " values (:id, :name, :phone, :address)")
                    .bind("id", comment.id())
                    .bind("name", writer.name())
                    .bind("phone", writer.phone())
                    .bind("address", writer.address())
                    .execute();
        });
        trail.written(comment.number(), TRAILED, comment.id(), null, comment);
    }

    /** @throws Refused (404) where the receipt is of no comment on the notice */
    CommentStatus get(String number, Receipt receipt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select number, edition, state, text, received_at, reason.words, answer.words, answer.recorded_at"
                                        + " from public_comment c" + LAST
                                        + " left join lateral (select words from comment_act where comment_id = c.id"
                                        + " and kind <> 'ANSWERED' order by revision desc limit 1) reason on true"
                                        + " where receipt_hash = :receipt and number = :number")
                        .bind("receipt", receipt.hash())
                        .bind("number", number)
                        .map((rs, _) -> status(rs))
                        .findOne())
                .orElseThrow(Comments::noReceipt);
    }

    static Refused noReceipt() {
        return Refused.notFound("No comment on this notice has that receipt. Look for a misread letter.");
    }

    private CommentStatus status(ResultSet rs) throws SQLException {
        var state = Comment.State.valueOf(rs.getString(3));
        return new CommentStatus(
                null,
                rs.getString(1),
                rs.getInt(2),
                state,
                rs.getString(4),
                Set.of(),
                city.local(rs.getObject(5, OffsetDateTime.class)),
                state == Comment.State.WITHHELD ? rs.getString(6) : null,
                answer(rs, 7));
    }

    private static PublishedComment.@Nullable Answer answer(ResultSet rs, int column) throws SQLException {
        var text = rs.getString(column);
        return text == null
                ? null
                : new PublishedComment.Answer(
                        text, rs.getObject(column + 1, OffsetDateTime.class).toInstant());
    }

    Found<PublishedComment> published(String number, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> {
            var found = page(
                    handle,
                    "select id, edition, text, received_at, answer.words, answer.recorded_at from public_comment c"
                            + LAST,
                    number,
                    Comment.State.PUBLISHED,
                    after,
                    limit,
                    rs -> new PublishedComment(
                            rs.getObject(1, UUID.class),
                            rs.getInt(2),
                            rs.getString(3),
                            city.local(rs.getObject(4, OffsetDateTime.class)),
                            answer(rs, 5)));
            return found(found, PublishedComment::id, total(handle, number, Comment.State.PUBLISHED), limit);
        });
    }

    /** @param state null for all */
    Found<RegisteredComment> registered(String number, Comment.@Nullable State state, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> {
            var kept = page(handle, COMMENT, number, state, after, limit, this::kept);
            var done = done(handle, kept.stream().map(one -> one.comment().id()).toList());
            var found = kept.stream()
                    .map(one -> registered(one, done.getOrDefault(one.comment().id(), List.of())))
                    .toList();
            return found(found, RegisteredComment::id, total(handle, number, state), limit);
        });
    }

    /** Reads a row. */
    private interface Reading<T> {
        T of(ResultSet rs) throws SQLException;
    }

    private static <T> List<T> page(
            Handle handle,
            String select,
            String number,
            Comment.@Nullable State state,
            @Nullable UUID after,
            int limit,
            Reading<T> reading) {
        var query = handle.createQuery(select + " where number = :number" + (state == null ? "" : " and state = :state")
                        + (after == null ? "" : " and id > :after") + " order by id limit :limit")
                .bind("number", number)
                .bind("limit", limit + 1);
        if (state != null) {
            query.bind("state", state.name());
        }
        if (after != null) {
            query.bind("after", after);
        }
        return query.map((rs, _) -> reading.of(rs)).list();
    }

    private static long total(Handle handle, String number, Comment.@Nullable State state) {
        var query = handle.createQuery("select count(*) from public_comment where number = :number"
                        + (state == null ? "" : " and state = :state"))
                .bind("number", number);
        if (state != null) {
            query.bind("state", state.name());
        }
        return query.mapTo(Long.class).one();
    }

    private static <T> Found<T> found(List<T> found, Function<T, UUID> id, long total, int limit) {
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Found<>(page, total, more ? id.apply(page.getLast()) : null);
    }

    /** @throws Refused (404) where the notice has no such comment */
    RegisteredComment registered(String number, UUID id) {
        return jdbi.withHandle(handle -> {
            var kept = one(handle, number, id, "");
            return registered(kept, done(handle, List.of(id)).getOrDefault(id, List.of()));
        });
    }

    /**
     * The comment, kept from other acts until the transaction ends.
     *
     * @throws Refused (404) where the notice has no such comment
     */
    Comment lock(String number, UUID id) {
        return jdbi.withHandle(handle -> one(handle, number, id, " for update").comment());
    }

    /** Stores the next state of a comment that was locked in this transaction, and the act that made it. */
    void save(Comment comment, CommentAct.Kind kind, @Nullable String words, String actor) {
        var before = lock(comment.number(), comment.id());
        jdbi.useHandle(handle -> {
            handle.createUpdate("update public_comment set state = :state, revision = :revision where id = :id")
                    .bind("state", comment.state().name())
                    .bind("revision", comment.revision())
                    .bind("id", comment.id())
                    .execute();
            handle.createUpdate("insert into comment_act (comment_id, revision, kind, words, actor)"
                            + " values (:id, :revision, :kind, :words, :actor)")
                    .bind("id", comment.id())
                    .bind("revision", comment.revision())
                    .bind("kind", kind.name())
                    .bind("words", words)
                    .bind("actor", actor)
                    .execute();
        });
        var act = words == null ? Map.of("kind", kind.name()) : Map.of("kind", kind.name(), "words", words);
        trail.moderated(comment.number(), TRAILED, comment.id(), before, comment, comment.revision() - 1, act);
    }

    /** @throws Refused (404) where the notice has no such comment */
    Contact writer(String number, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select name, phone, address from comment_writer"
                                + " join public_comment c on c.id = comment_id where c.id = :id and number = :number")
                        .bind("id", id)
                        .bind("number", number)
                        .map((rs, _) -> new Contact(rs.getString(1), rs.getString(2), rs.getString(3)))
                        .findOne())
                .orElseThrow(() -> unknown(number, id));
    }

    private Kept one(Handle handle, String number, UUID id, String lock) {
        return handle.createQuery(COMMENT + " where id = :id and number = :number" + lock)
                .bind("id", id)
                .bind("number", number)
                .map((rs, _) -> kept(rs))
                .findOne()
                .orElseThrow(() -> unknown(number, id));
    }

    private static Refused unknown(String number, UUID id) {
        return Refused.notFound("Notice " + number + " has no comment " + id + ". GET /notices/" + number
                + "/comment-register lists those it has.");
    }

    private Kept kept(ResultSet rs) throws SQLException {
        var comment = new Comment(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getInt(3),
                rs.getString(4),
                Comment.State.valueOf(rs.getString(5)),
                rs.getLong(6),
                city.local(rs.getObject(7, OffsetDateTime.class)));
        return new Kept(comment, rs.getObject(8, OffsetDateTime.class).toInstant());
    }

    private static RegisteredComment registered(Kept kept, List<CommentAct> history) {
        var comment = kept.comment();
        return new RegisteredComment(
                comment.revision(),
                comment.id(),
                comment.number(),
                comment.edition(),
                comment.state(),
                comment.text(),
                comment.receivedAt(),
                kept.recordedAt(),
                history);
    }

    private static Map<UUID, List<CommentAct>> done(Handle handle, List<UUID> comments) {
        var done = new HashMap<UUID, List<CommentAct>>();
        handle.createQuery("select comment_id, kind, words, actor, recorded_at from comment_act"
                        + " where comment_id in (select unnest(:ids)) order by comment_id, revision")
                .bindArray("ids", UUID.class, comments.toArray())
                .map((rs, _) -> new Done(
                        rs.getObject(1, UUID.class),
                        new CommentAct(
                                CommentAct.Kind.valueOf(rs.getString(2)),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getObject(5, OffsetDateTime.class).toInstant())))
                .forEach(one -> done.computeIfAbsent(one.comment(), _ -> new ArrayList<>())
                        .add(one.act()));
        return done;
    }
}
