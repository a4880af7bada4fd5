package city.planofrecord.notice.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.NoticeTrail;
import city.planofrecord.notice.personaldata.KeyRing;
import city.planofrecord.notice.personaldata.Sealed;

/** Who sent what the public sent: sealed, opened for those who may know, erased by their keys. */
@Singleton
public class Contacts {

    private final Jdbi jdbi;
    private final KeyRing keys;
    private final ContactSeal seal;
    private final NoticeTrail trail;

    Contacts(Jdbi jdbi, KeyRing keys, NoticeTrail trail) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.trail = trail;
        seal = new ContactSeal(keys);
    }

    private record Old(UUID submission, String number, Sealed sealed) {}

    void add(Handle handle, UUID submission, String number, Contact contact) {
        var sealed = seal.seal(submission, contact);
        handle.createUpdate("insert into personal_data (submission_id, sealed) values (:id, :sealed)")
                .bind("id", submission)
                .bind("sealed", sealed.text())
                .execute();
        handle.createUpdate("insert into personal_data_key"
                        + " (submission_id, number, key_id, wrapped_key, pseudonym, reachable)"
                        + " values (:id, :number, :key, :wrapped, :pseudonym, :reachable)")
                .bind("id", submission)
                .bind("number", number)
                .bind("key", sealed.keyId())
                .bind("wrapped", sealed.wrappedKey())
                .bind("pseudonym", seal.pseudonym(number, contact))
                .bind("reachable", contact.canBeTold())
                .execute();
    }

    /**
     * Who sent it; empty where nothing is known of such a submission.
     *
     * @throws Refused (410) where that was erased; it says when and why
     */
    Optional<Contact> find(UUID submission) {
        return jdbi.withHandle(handle -> {
            var contact = handle.createQuery("select sealed, key_id, wrapped_key from personal_data"
                            + " join personal_data_key using (submission_id) where submission_id = :id")
                    .bind("id", submission)
                    .map((rs, _) -> open(submission, rs, 1))
                    .findOne();
            if (contact.isEmpty()) {
                requireNotErased(handle, submission);
            }
            return contact;
        });
    }

    private static void requireNotErased(Handle handle, UUID submission) {
        handle.createQuery("select erased_at, citation from erasure where submission_id = :id")
                .bind("id", submission)
                .map((rs, _) -> new Refused(
                        ProblemKind.NO_LONGER_KEPT,
                        "Who sent it was erased at "
                                + rs.getObject(1, OffsetDateTime.class).toInstant() + ": " + rs.getString(2)
                                + ". What was sent is kept."))
                .findOne()
                .ifPresent(refused -> {
                    throw refused;
                });
    }

    /** Opens a row whose columns from the given one on are {@code sealed}, {@code key_id} and {@code wrapped_key}. */
    public Contact open(UUID submission, ResultSet row, int column) throws SQLException {
        return seal.open(
                submission, new Sealed(row.getBytes(column), row.getString(column + 1), row.getBytes(column + 2)));
    }

    /**
     * Erases for ever who wrote about a notice; what they wrote stays.
     *
     * @param citation the rule by which it is done
     * @param most how many at a time; those that another transaction holds are left for the next
     * @return how many it were
     */
    public int erase(String number, String citation, int most) {
        var erased =
                jdbi.withHandle(handle -> handle.createQuery("with due as (select submission_id from personal_data_key"
                                + " where number = :number order by submission_id limit :most for update skip locked),"
                                + " gone as (delete from personal_data_key k using due where k.submission_id = due.submission_id"
                                + " returning k.submission_id),"
                                + " listed as (insert into erasure (submission_id, citation) select submission_id, :citation"
                                + " from gone on conflict (submission_id) do nothing)"
                                + " select submission_id from gone")
                        .bind("number", number)
                        .bind("most", most)
                        .bind("citation", citation)
                        .mapTo(UUID.class)
                        .list());
        trail.erased(number, erased, citation);
        return erased.size();
    }

    /**
     * Wraps by the first key of the ring what another wraps.
     *
     * @param most how many at a time
     * @return how many it were
     */
    public int wrapAnew(int most) {
        return jdbi.withHandle(handle -> {
            var old = handle.createQuery("select submission_id, number, sealed, key_id, wrapped_key"
                            + " from personal_data_key join personal_data using (submission_id) where key_id <> :first"
                            + " order by submission_id limit :most for update of personal_data_key skip locked")
                    .bind("first", keys.sealsWith())
                    .bind("most", most)
                    .map((rs, _) -> new Old(
                            rs.getObject(1, UUID.class),
                            rs.getString(2),
                            new Sealed(rs.getBytes(3), rs.getString(4), rs.getBytes(5))))
                    .list();
            old.forEach(one -> wrapAnew(handle, one));
            return old.size();
        });
    }

    private void wrapAnew(Handle handle, Old old) {
        var wrapped = keys.wrappedAnew(old.submission(), old.sealed());
        handle.createUpdate("update personal_data_key set key_id = :key, wrapped_key = :wrapped, pseudonym = :pseudonym"
                        + " where submission_id = :id")
                .bind("key", wrapped.keyId())
                .bind("wrapped", wrapped.wrappedKey())
                .bind("pseudonym", seal.pseudonym(old.number(), seal.open(old.submission(), old.sealed())))
                .bind("id", old.submission())
                .execute();
    }

    /** How many are sealed by each key. */
    public List<Use> uses() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select key_id, count(*) from personal_data_key group by 1 order by 1")
                .map((rs, _) ->
                        new Use(rs.getString(1), rs.getLong(2), rs.getString(1).equals(keys.sealsWith())))
                .list());
    }

    /**
     * One of the system's keys.
     *
     * @param key its id
     * @param entries how many it seals
     * @param seals whether what is sent now is sealed by it
     */
    @Schema(name = "KeyInUse")
    public record Use(String key, long entries, boolean seals) {}

    /** @throws IllegalStateException where something cannot be opened by the keys of the ring */
    public void requireKeys() {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select submission_id, sealed, key_id, wrapped_key"
                                + " from personal_data_key join personal_data using (submission_id) where submission_id"
                                + " in (select cast(min(cast(submission_id as text)) as uuid) from personal_data_key group by key_id)")
                .map((rs, _) -> open(rs.getObject(1, UUID.class), rs, 2))
                .list());
    }
}
