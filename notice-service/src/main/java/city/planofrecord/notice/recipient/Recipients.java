package city.planofrecord.notice.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.correspondence.Contacts;
import city.planofrecord.notice.correspondence.Found;

/** Those who wrote about a notice and can be told, in the order in which they first wrote. */
@Singleton
class Recipients {

    private static final String EVERYBODY =
            "with wrote as (select case kind when 'SPEAKER_REQUEST' then 'SPEAKER' else 'COMMENTER' end as wrote_as,"
                    + " id, pseudonym from personal_data_key k join submission on submission_id = id"
                    + " where k.number = :number and (kind = 'SPEAKER_REQUEST' or reachable)"
                    + " and (not held or state in ('PUBLISHED', 'ACCEPTED'))),"
                    + " told as (select min(cast(id as text)) as first,"
                    + " array_agg(distinct wrote_as order by wrote_as) as wrote_as from wrote group by pseudonym) ";

    private final Jdbi jdbi;
    private final Contacts contacts;

    Recipients(Jdbi jdbi, Contacts contacts) {
        this.jdbi = jdbi;
        this.contacts = contacts;
    }

    private record Row(UUID first, Recipient recipient) {}

    Found<Recipient> of(String number, @Nullable UUID after, int limit) {
        long total = jdbi.withHandle(handle -> handle.createQuery(EVERYBODY + "select count(*) from told")
                .bind("number", number)
                .mapTo(Long.class)
                .one());
        return Found.of(rows(number, after, limit + 1), limit, Row::first, total)
                .map(Row::recipient);
    }

    List<Recipient> all(String number) {
        return rows(number, null, null).stream().map(Row::recipient).toList();
    }

    private List<Row> rows(String number, @Nullable UUID after, @Nullable Integer limit) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(EVERYBODY + "select first, wrote_as, sealed, key_id, wrapped_key from told"
                            + " join personal_data d on d.submission_id = cast(first as uuid)"
                            + " join personal_data_key k on k.submission_id = d.submission_id"
                            + (after == null ? "" : " where first > :after") + " order by first limit :limit")
                    .bind("number", number)
                    .bind("limit", limit);
            if (after != null) {
                query.bind("after", after.toString());
            }
            return query.map((rs, _) -> row(rs)).list();
        });
    }

    private Row row(ResultSet rs) throws SQLException {
        var first = UUID.fromString(rs.getString(1));
        var contact = contacts.open(first, rs, 3);
        var wroteAs = Stream.of((String[]) rs.getArray(2).getArray())
                .map(Recipient.As::valueOf)
                .toList();
        return new Row(first, new Recipient(contact.name(), contact.phone(), contact.address(), wroteAs));
    }
}
