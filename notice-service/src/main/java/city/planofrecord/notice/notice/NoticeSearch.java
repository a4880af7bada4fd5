package city.planofrecord.notice.notice;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds notices by what they name and say, the latest recorded first. */
@Singleton
class NoticeSearch {

    private final Jdbi jdbi;
    private final Notices notices;

    NoticeSearch(Jdbi jdbi, Notices notices) {
        this.jdbi = jdbi;
        this.notices = notices;
    }

    /**
     * What is asked for; null where it does not matter.
     *
     * @param grade number first
     * @param postedFrom inclusive
     * @param postedUntil inclusive
     */
    record Wanted(
            @Nullable NoticeStatus status,
            @Nullable String jobCode,
            @Nullable String grade,
            @Nullable String words,
            @Nullable LocalDate postedFrom,
            @Nullable LocalDate postedUntil,
            ZoneId zone) {}

    /** @param next the cursor of what follows, null where nothing does */
    record Found(List<Notice> notices, long total, @Nullable UUID next) {}

    Found find(Wanted wanted, @Nullable UUID after, int limit) {
        var conditions = new ArrayList<>(List.of("true"));
        var values = new HashMap<String, Object>();
        add(
                conditions,
                values,
                "status = :status",
                "status",
                wanted.status() == null ? null : wanted.status().name());
        add(conditions, values, "job_codes @> array[cast(:jobCode as text)]", "jobCode", wanted.jobCode());
        add(conditions, values, "grades @> array[cast(:grade as text)]", "grade", wanted.grade());
        add(
                conditions,
                values,
                "to_tsvector('english', words) @@ websearch_to_tsquery('english', :words)",
                "words",
                wanted.words());
        add(conditions, values, "posted_at >= :from", "from", start(wanted.postedFrom(), wanted.zone()));
        add(
                conditions,
                values,
                "posted_at < :until",
                "until",
                wanted.postedUntil() == null ? null : start(wanted.postedUntil().plusDays(1), wanted.zone()));
        return page(String.join(" and ", conditions), values, after, limit);
    }

    private Found page(String condition, Map<String, Object> values, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> {
            var count = handle.createQuery("select count(*) from notice where " + condition);
            values.forEach(count::bind);
            long total = count.mapTo(Long.class).one();
            var query = handle.createQuery("select id, edition, status, revision, document from notice where "
                    + condition + (after == null ? "" : " and id < :after") + " order by id desc limit :limit");
            values.forEach(query::bind);
            if (after != null) {
                query.bind("after", after);
            }
            var found = query.bind("limit", limit + 1)
                    .map((rs, _) -> notices.read(
                            rs.getObject(1, UUID.class), rs.getInt(2), rs.getString(3), rs.getLong(4), rs.getString(5)))
                    .list();
            var more = found.size() > limit;
            var page = more ? found.subList(0, limit) : found;
            return new Found(List.copyOf(page), total, more ? page.getLast().id() : null);
        });
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static @Nullable Object start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }
}
