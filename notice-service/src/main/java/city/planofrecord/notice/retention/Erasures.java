package city.planofrecord.notice.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.audit.Alteration;
import city.planofrecord.chassis.audit.Chain;
import city.planofrecord.chassis.audit.Trail;
import city.planofrecord.notice.correspondence.Found;
import city.planofrecord.notice.notice.NoticeTrail;

/** What was erased, and what may have to be. */
@Singleton
class Erasures {

    /** What the record of a notice says of who was erased once more. */
    private static final String REPLAYED = "erased before the restore";

    private static final Chain LIST = new Chain("personal-data", "erasures");

    private final Jdbi jdbi;
    private final Trail trail;
    private final NoticeTrail notices;
    private final ObjectMapper json;

    Erasures(Jdbi jdbi, Trail trail, NoticeTrail notices, ObjectMapper json) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.notices = notices;
        this.json = json;
    }

    /** A submission whose key was there again, and the number of its notice. */
    private record Again(String number, UUID submission) {}

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
        var listed = new ArrayList<Alteration>();
        jdbi.useHandle(handle -> {
            for (var one : erasures) {
                var added = handle.createUpdate("insert into erasure (submission_id, erased_at, citation)"
                                + " values (:id, :at, :citation) on conflict (submission_id) do nothing")
                        .bind("id", one.submission())
                        .bind("at", at(one.erasedAt()))
                        .bind("citation", one.citation())
                        .execute();
                if (added == 1) {
                    listed.add(new Alteration("/" + one.submission(), null, json.valueToTree(one)));
                }
            }
        });
        trail.add(LIST, listed);
        return erasedAgain(erasures);
    }

    private int erasedAgain(List<Erasure> erasures) {
        var again = jdbi.withHandle(handle -> handle.createQuery("delete from personal_data_key"
                        + " where submission_id in (select unnest(:ids)) returning number, submission_id")
                .bindArray(
                        "ids",
                        UUID.class,
                        erasures.stream().map(Erasure::submission).toArray())
                .map((rs, _) -> new Again(rs.getString(1), rs.getObject(2, UUID.class)))
                .list());
        again.stream()
                .collect(groupingBy(Again::number, TreeMap::new, mapping(Again::submission, toList())))
                .forEach((number, submissions) -> notices.erased(number, submissions, REPLAYED));
        return again.size();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
