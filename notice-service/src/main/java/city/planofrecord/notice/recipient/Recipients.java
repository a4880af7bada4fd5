package city.planofrecord.notice.recipient;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Those who wrote about a notice and can be told, in the order in which they first wrote. */
@Singleton
class Recipients {

    // Case and place of one person's letters do not make two of them.
    private static final String EVERYBODY =
            "with wrote as (select 'SPEAKER' as wrote_as, r.id, name, phone, address from speaker_request r"
                    + " join speaker on request_id = r.id where number = :number"
                    + " union all select 'COMMENTER', c.id, name, phone, address from public_comment c"
                    + " join comment_writer on comment_id = c.id"
                    + " where number = :number and (phone is not null or address is not null)),"
                    + " told as (select min(cast(id as text)) as first, (array_agg(name order by id))[1] as name,"
                    + " (array_agg(phone order by id))[1] as phone, (array_agg(address order by id))[1] as address,"
                    + " array_agg(distinct wrote_as order by wrote_as) as wrote_as from wrote"
                    + " group by lower(name), lower(phone), lower(address)) ";

    private final Jdbi jdbi;

    Recipients(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A page of recipients.
     *
     * @param next the cursor of what follows, null where nothing does
     */
    record Found(
            List<Recipient> recipients,
            long total,
            @Nullable UUID next) {}

    private record Row(UUID first, Recipient recipient) {}

    Found of(String number, @Nullable UUID after, int limit) {
        var rows = rows(number, after, limit + 1);
        var more = rows.size() > limit;
        var page = more ? rows.subList(0, limit) : rows;
        long total = jdbi.withHandle(handle -> handle.createQuery(EVERYBODY + "select count(*) from told")
                .bind("number", number)
                .mapTo(Long.class)
                .one());
        return new Found(
                page.stream().map(Row::recipient).toList(),
                total,
                more ? page.getLast().first() : null);
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
