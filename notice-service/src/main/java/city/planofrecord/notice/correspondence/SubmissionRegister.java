package city.planofrecord.notice.correspondence;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Revision;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.notice.NoticeTrail;

/** All submissions of one kind, those who sent them, and what was done with them. */
public final class SubmissionRegister<S extends Enum<S>> {

    private static final String SUBMISSION =
            "select id, number, edition, text, state, revision, received_at, recorded_at, signs from submission"
                    + " where kind = :kind and number = :number";

    private final SubmissionKind<S> kind;
    private final Jdbi jdbi;
    private final CityRules city;
    private final NoticeTrail trail;
    private final Contacts contacts;

    SubmissionRegister(SubmissionKind<S> kind, Jdbi jdbi, CityRules city, Contacts contacts, NoticeTrail trail) {
        this.kind = kind;
        this.jdbi = jdbi;
        this.city = city;
        this.trail = trail;
        this.contacts = contacts;
    }

    private record Row<S extends Enum<S>>(Submission<S> submission, Instant recordedAt) {}

    private record Done(UUID submission, SubmissionAct act) {}

    void add(Submission<S> submission, Contact sender, Receipt receipt, RobotWatch.Seen seen) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into submission"
                            + " (id, kind, number, edition, text, state, revision, receipt_hash, received_at, signs, held,"
                            + " words, form) values (:id, :kind, :number, :edition, :text, :state, :revision, :receipt,"
                            + " :received, :signs, :held, :words, :form)")
                    .bind("id", submission.id())
                    .bind("kind", kind.name())
                    .bind("number", submission.number())
                    .bind("edition", submission.edition())
                    .bind("text", submission.text())
                    .bind("state", submission.state().name())
                    .bind("revision", submission.revision())
                    .bind("receipt", receipt.hash())
                    .bind("received", submission.receivedAt())
                    .bindArray(
                            "signs",
                            String.class,
                            submission.signs().stream().map(Enum::name).toArray())
                    .bind("held", submission.held())
                    .bind("words", seen.words())
                    .bind("form", seen.form())
                    .execute();
            contacts.add(handle, submission.id(), submission.number(), sender);
        });
        trail.written(submission.number(), kind.trailed(), submission.id(), null, submission);
    }

    /**
     * @param written the receipt as somebody wrote it
     * @throws Refused (404) where it is of no submission on the notice
     */
    public Registered<S> byReceipt(String number, String written) {
        return Receipt.read(written)
                .flatMap(receipt -> jdbi.withHandle(handle -> of(
                                handle,
                                handle.createQuery(SUBMISSION + " and receipt_hash = :receipt")
                                        .bind("receipt", receipt.hash()),
                                number)
                        .stream()
                        .findFirst()))
                .orElseThrow(() -> Refused.notFound(
                        "No " + kind.word() + " on this notice has that receipt. Look for a misread letter."));
    }

    /** @throws Refused (404) where the notice has no such submission */
    public Registered<S> get(String number, UUID id) {
        return jdbi.withHandle(handle ->
                        of(
                                        handle,
                                        handle.createQuery(SUBMISSION + " and id = :id")
                                                .bind("id", id),
                                        number)
                                .stream()
                                .findFirst())
                .orElseThrow(() -> unknown(number, id));
    }

    /**
     * In the order of their arrival.
     *
     * @param state that they are in; null for all
     * @param held only those that are looked at twice, or only those that are not; null for all
     */
    public Found<Registered<S>> page(
            String number, @Nullable S state, @Nullable Boolean held, @Nullable UUID after, int limit) {
        var wanted = (state == null ? "" : " and state = :state") + (held == null ? "" : " and held = :held");
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SUBMISSION + wanted + (after == null ? "" : " and id > :after")
                            + " order by id limit :limit")
                    .bind("limit", limit + 1);
            var count = handle.createQuery(
                            "select count(*) from submission where kind = :kind and number = :number" + wanted)
                    .bind("kind", kind.name())
                    .bind("number", number);
            if (state != null) {
                query.bind("state", state.name());
                count.bind("state", state.name());
            }
            if (held != null) {
                query.bind("held", held);
                count.bind("held", held);
            }
            if (after != null) {
                query.bind("after", after);
            }
            return Found.of(
                    of(handle, query, number),
                    limit,
                    one -> one.submission().id(),
                    count.mapTo(Long.class).one());
        });
    }

    /**
     * Records what a moderator decided.
     *
     * @param ifMatch the ETag of the state that was decided about; null where any will do
     * @throws Refused (404, 409, 412, 422) where there is none such, it was decided so already, something was done since it
     *     was read, or a reason is missing or cannot be read
     */
    public Registered<S> decide(
            String number, UUID id, @Nullable String ifMatch, Ruling<S> ruling, @Nullable String reason, String actor) {
        var words = reason == null ? null : PublicText.reason(reason).text();
        var before = lock(number, id, ifMatch);
        save(before, before.decided(ruling, words), ruling.name(), words, actor);
        return get(number, id);
    }

    /**
     * Records what a moderator decided about many, of all or of none, each as {@link #decide} does.
     *
     * @return them as they are now, in the same order
     * @throws Refused (404, 409, 422) where one is named twice, is none of the notice, or was decided so already, or a reason is
     *     missing or cannot be read; names each
     */
    public List<Submission<S>> decideAll(
            String number, List<UUID> ids, Ruling<S> ruling, @Nullable String reason, String actor) {
        var words = reason == null ? null : PublicText.reason(reason).text();
        Submission.requireReason(ruling, words);
        var many = new Many<>(kind, number, ids);
        many.requireOnce();
        var before = many.requireAll(jdbi.withHandle(handle -> rows(
                        handle.createQuery(SUBMISSION + " and id in (select unnest(:ids)) order by id for update")
                                .bindArray("ids", UUID.class, ids.toArray()),
                        number)
                .stream()
                .map(Row::submission)
                .toList()));
        many.requireUndecided(before, ruling);
        var after = before.stream().map(one -> one.decided(ruling, words)).toList();
        saveAll(ids, ruling, words, actor);
        trail.allModerated(number, kind.trailed(), moderated(before, after, done(ruling.name(), words)));
        return after;
    }

    private void saveAll(List<UUID> ids, Ruling<S> ruling, @Nullable String words, String actor) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update submission set state = :state, revision = revision + 1"
                            + " where id in (select unnest(:ids))")
                    .bind("state", ruling.state().name())
                    .bindArray("ids", UUID.class, ids.toArray())
                    .execute();
            handle.createUpdate("insert into submission_act (submission_id, revision, kind, words, actor)"
                            + " select id, revision, :kind, :words, :actor from submission"
                            + " where id in (select unnest(:ids))")
                    .bind("kind", ruling.name())
                    .bind("words", words)
                    .bind("actor", actor)
                    .bindArray("ids", UUID.class, ids.toArray())
                    .execute();
        });
    }

    private List<NoticeTrail.Moderated> moderated(
            List<Submission<S>> before, List<Submission<S>> after, Map<String, String> done) {
        var moderated = new ArrayList<NoticeTrail.Moderated>();
        for (var i = 0; i < before.size(); i++) {
            moderated.add(moderated(before.get(i), after.get(i), done));
        }
        return moderated;
    }

    private NoticeTrail.Moderated moderated(Submission<S> before, Submission<S> after, Map<String, String> done) {
        return new NoticeTrail.Moderated(after.id(), before, after, after.revision() - 1, done);
    }

    private static Map<String, String> done(String act, @Nullable String words) {
        return words == null ? Map.of("kind", act) : Map.of("kind", act, "words", words);
    }

    /**
     * Records an answer, which takes the place of the one before.
     *
     * @param ifMatch as for {@link #decide}
     * @throws Refused (404, 412) where there is none such, or something was done since it was read
     */
    public Registered<S> answer(String number, UUID id, @Nullable String ifMatch, PublicText answer, String actor) {
        var before = lock(number, id, ifMatch);
        save(before, before.answered(), SubmissionAct.ANSWERED, answer.text(), actor);
        return get(number, id);
    }

    /** The submission, kept from other acts until the transaction ends. */
    private Submission<S> lock(String number, UUID id, @Nullable String ifMatch) {
        var locked = jdbi.withHandle(handle ->
                        rows(
                                        handle.createQuery(SUBMISSION + " and id = :id for update")
                                                .bind("id", id),
                                        number)
                                .stream()
                                .findFirst())
                .orElseThrow(() -> unknown(number, id))
                .submission();
        if (ifMatch != null) {
            Revision.of(ifMatch).requireCurrent(locked.revision());
        }
        return locked;
    }

    /** Stores the next state of a submission that was locked in this transaction, and the act that made it. */
    private void save(
            Submission<S> before, Submission<S> submission, String act, @Nullable String words, String actor) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update submission set state = :state, revision = :revision where id = :id")
                    .bind("state", submission.state().name())
                    .bind("revision", submission.revision())
                    .bind("id", submission.id())
                    .execute();
            handle.createUpdate("insert into submission_act (submission_id, revision, kind, words, actor)"
                            + " values (:id, :revision, :kind, :words, :actor)")
                    .bind("id", submission.id())
                    .bind("revision", submission.revision())
                    .bind("kind", act)
                    .bind("words", words)
                    .bind("actor", actor)
                    .execute();
        });
        trail.allModerated(
                submission.number(), kind.trailed(), List.of(moderated(before, submission, done(act, words))));
    }

    /** @throws Refused (404) where the notice has no such submission; (410) where it was erased who sent it */
    public Contact sender(String number, UUID id) {
        return contacts.find(get(number, id).submission().id()).orElseThrow(() -> unknown(number, id));
    }

    private Refused unknown(String number, UUID id) {
        return Refused.notFound("Notice " + number + " has no " + kind.word() + " " + id + ". GET /notices/" + number
                + "/" + kind.register() + " lists those it has.");
    }

    private List<Registered<S>> of(Handle handle, Query query, String number) {
        var rows = rows(query, number);
        var done = done(handle, rows.stream().map(row -> row.submission().id()).toList());
        return rows.stream()
                .map(row -> new Registered<>(
                        row.submission(),
                        row.recordedAt(),
                        done.getOrDefault(row.submission().id(), List.of())))
                .toList();
    }

    private List<Row<S>> rows(Query query, String number) {
        return query.bind("kind", kind.name())
                .bind("number", number)
                .map((rs, _) -> row(rs))
                .list();
    }

    private Row<S> row(ResultSet rs) throws SQLException {
        var submission = new Submission<>(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getInt(3),
                rs.getString(4),
                Enum.valueOf(kind.states(), rs.getString(5)),
                rs.getLong(6),
                city.local(rs.getObject(7, OffsetDateTime.class)),
                Stream.of((String[]) rs.getArray(9).getArray())
                        .map(RobotSign::valueOf)
                        .collect(toSet()));
        return new Row<>(submission, rs.getObject(8, OffsetDateTime.class).toInstant());
    }

    private static Map<UUID, List<SubmissionAct>> done(Handle handle, List<UUID> submissions) {
        var done = new HashMap<UUID, List<SubmissionAct>>();
        handle.createQuery("select submission_id, kind, words, actor, recorded_at from submission_act"
                        + " where submission_id in (select unnest(:ids)) order by submission_id, revision")
                .bindArray("ids", UUID.class, submissions.toArray())
                .map((rs, _) -> new Done(
                        rs.getObject(1, UUID.class),
                        new SubmissionAct(
                                rs.getString(2),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getObject(5, OffsetDateTime.class).toInstant())))
                .forEach(one -> done.computeIfAbsent(one.submission(), _ -> new ArrayList<>())
                        .add(one.act()));
        return done;
    }
}
