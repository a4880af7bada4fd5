package city.planofrecord.notice.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.correspondence.Found;

/** What was erased, and what may have to be. */
@Singleton
class Erasures {

    private final Jdbi jdbi;

    Erasures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A notice of which it is known still who wrote about it. */
    record Ended(String number, LocalDate endedOn) {}

    /** Notices whose life has ended by the day and of which it is known still who wrote about them. */
    List<Ended> ended(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("select number, max(ended_on) from notice n"
                        + " where ended_on <= :day"
                        + " and exists (select 1 from personal_data_key k where k.number = n.number) group by number")
                .bind("day", day)
                .map((rs, _) -> new Ended(rs.getString(1), rs.getObject(2, LocalDate.class)))
                .list());
    }

    Found<Erasure> page(@Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select submission_id, erased_at, citation from erasure"
                            + (after == null ? "" : " where submission_id > :after")
                            + " order by submission_id limit :limit")
                    .bind("limit", limit + 1);
            if (after != null) {
                query.bind("after", after);
            }
            var read = query.map((rs, _) -> new Erasure(
                            rs.getObject(1, UUID.class),
                            rs.getObject(2, OffsetDateTime.class).toInstant(),
                            rs.getString(3)))
                    .list();
            long total = handle.createQuery("select count(*) from erasure")
                    .mapTo(Long.class)
                    .one();
            return Found.of(read, limit, Erasure::submission, total);
        });
    }

    /**
     * Erases once more what was erased before, and lists it with its former instant.
     *
     * @return of how many it was known who had sent them
     */
    int replay(List<Erasure> erasures) {
        return jdbi.withHandle(handle -> {
            var listed = handle.prepareBatch("insert into erasure (submission_id, erased_at, citation)"
                    + " values (:id, :at, :citation) on conflict (submission_id) do nothing");
            for (var one : erasures) {
                listed.bind("id", one.submission())
                        .bind("at", at(one.erasedAt()))
                        .bind("citation", one.citation())
                        .add();
            }
            if (listed.size() > 0) {
                listed.execute();
            }
            return handle.createUpdate("delete from personal_data_key where submission_id in (select unnest(:ids))")
                    .bindArray(
                            "ids",
                            UUID.class,
                            erasures.stream().map(Erasure::submission).toArray())
                    .execute();
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
