package city.planofrecord.notice.recipient;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.correspondence.Found;

/** Those who wrote about a notice and can be told, in the order in which they first wrote. */
@Singleton
class Recipients {

    // Case and place of one person's letters do not make two of them.
    private static final String EVERYBODY =
            "with wrote as (select case kind when 'SPEAKER_REQUEST' then 'SPEAKER' else 'COMMENTER' end as wrote_as,"
                    + " id, name, phone, address from submission join submitter on submission_id = id"
                    + " where number = :number"
                    + " and (kind = 'SPEAKER_REQUEST' or phone is not null or address is not null)),"
                    + " told as (select min(cast(id as text)) as first, (array_agg(name order by id))[1] as name,"
                    + " (array_agg(phone order by id))[1] as phone, (array_agg(address order by id))[1] as address,"
                    + " array_agg(distinct wrote_as order by wrote_as) as wrote_as from wrote"
                    + " group by lower(name), lower(phone), lower(address)) ";

    private final Jdbi jdbi;

    Recipients(Jdbi jdbi) {
        this.jdbi = jdbi;
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
            var query = handle.createQuery(EVERYBODY + "select first, name, phone, address, wrote_as from told"
                            + (after == null ? "" : " where first > :after") + " order by first limit :limit")
                    .bind("number", number)
                    .bind("limit", limit);
            if (after != null) {
                query.bind("after", after.toString());
            }
            return query.map((rs, _) -> new Row(
                            UUID.fromString(rs.getString(1)),
                            new Recipient(
                                    rs.getString(2),
                                    rs.getString(3),
                                    rs.getString(4),
                                    Stream.of((String[]) rs.getArray(5).getArray())
                                            .map(Recipient.As::valueOf)
                                            .toList())))
                    .list();
        });
    }
}
