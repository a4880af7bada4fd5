package city.planofrecord.notice.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.noticedocument.Hearing;

/** Finds notices by what they name and say, the latest recorded first. */
@Singleton
public class NoticeSearch {

    // A document may be large; a list needs little of it.
    private static final String SELECTED =
            "select id, number, edition, status, notice_date, document #>> '{draft,subject}',"
                    + " document ->> 'posting', coalesce(document #>> '{ownCourse,reschedulings,-1,hearing}', document #>> '{draft,hearing}'), cast(document #>> '{effectiveDate,date}' as date),"
                    + " jsonb_array_length(document #> '{draft,items}'), job_codes from notice where ";

    // As PublicNotice.isOpen has it.
    private static final String OPEN = "status in ('POSTED', 'CONTINUED') and coalesce(posted_at <= :now, false)"
            + " and coalesce(comments_until >= :now, false)";

    private static final List<String> HEARING = List.of("hearing_at");
    private static final List<String> DEADLINES = List.of("comments_until", "speakers_until");
    private static final List<String> EVENTS = List.of("posted_at", "comments_until", "speakers_until", "hearing_at");

    private final Jdbi jdbi;
    private final ObjectMapper json;

    NoticeSearch(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    private record Row(UUID id, NoticeSummary summary) {}

    /**
     * What is asked for; null where it does not matter.
     *
     * @param grade number first
     * @param postedFrom inclusive
     * @param postedUntil inclusive
     * @param drafts whether drafts are among them
     * @param hearing days on which it is heard
     * @param deadline days on which comments or requests to speak close
     * @param falls days on which anything of this happens to it
     * @param now by the city's clock, for what is open
     */
    public record Wanted(
            @Nullable NoticeStatus status,
            @Nullable Boolean openForComment,
            @Nullable String jobCode,
            @Nullable String grade,
            @Nullable String words,
            @Nullable LocalDate postedFrom,
            @Nullable LocalDate postedUntil,
            boolean drafts,
            Days hearing,
            Days deadline,
            Days falls,
            Instant now,
            ZoneId zone) {

        /** Every notice of a status; {@code DRAFT} is only for those to whom drafts are shown. */
        public static Wanted of(NoticeStatus status, Instant now, ZoneId zone) {
            var anyDay = new Days(null, null);
            return new Wanted(status, null, null, null, null, null, null, true, anyDay, anyDay, anyDay, now, zone);
        }
    }

    /** Days from one to another, both inclusive; null where there is no such end. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {}

    /** @param next the cursor of what follows, null where nothing does */
    public record Found(
            List<NoticeSummary> notices,
            long total,
            @Nullable UUID next) {}

    /** A page of what is asked for, the latest recorded first. */
    public Found find(Wanted wanted, @Nullable UUID after, int limit) {
        // An updated posting stands in the place of what it superseded, which is found when it is asked for.
        var conditions = new ArrayList<>(List.of(wanted.status() == null ? "status <> 'SUPERSEDED'" : "true"));
        if (!wanted.drafts()) {
            conditions.add("status <> 'DRAFT'");
        }
        var values = new HashMap<String, Object>();
        add(
                conditions,
                values,
                "status = :status",
                "status",
                wanted.status() == null ? null : wanted.status().name());
        add(conditions, values, "(" + OPEN + ") = :open", "open", wanted.openForComment());
        if (wanted.openForComment() != null) {
            values.put("now", wanted.now().atOffset(ZoneOffset.UTC));
        }
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
        within(conditions, values, "hearing", wanted.hearing(), wanted.zone(), HEARING);
        within(conditions, values, "deadline", wanted.deadline(), wanted.zone(), DEADLINES);
        within(conditions, values, "falls", wanted.falls(), wanted.zone(), EVENTS);
        return page(String.join(" and ", conditions), values, after, limit);
    }

    private Found page(String condition, Map<String, Object> values, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> {
            var count = handle.createQuery("select count(*) from notice where " + condition);
            values.forEach(count::bind);
            long total = count.mapTo(Long.class).one();
            var query = handle.createQuery(SELECTED + condition + (after == null ? "" : " and id < :after")
                    + " order by id desc limit :limit");
            values.forEach(query::bind);
            if (after != null) {
                query.bind("after", after);
            }
            var found = query.bind("limit", limit + 1)
                    .map((rs, _) -> new Row(rs.getObject(1, UUID.class), summary(rs)))
                    .list();
            var more = found.size() > limit;
            var page = more ? found.subList(0, limit) : found;
            return new Found(
                    page.stream().map(Row::summary).toList(),
                    total,
                    more ? page.getLast().id() : null);
        });
    }

    private NoticeSummary summary(ResultSet rs) throws SQLException {
        return new NoticeSummary(
                rs.getString(2),
                rs.getInt(3),
                NoticeStatus.valueOf(rs.getString(4)),
                rs.getObject(5, LocalDate.class),
                rs.getString(6),
                read(rs.getString(7), Posting.class),
                read(rs.getString(8), Hearing.class),
                rs.getObject(9, LocalDate.class),
                rs.getInt(10),
                List.of((String[]) rs.getArray(11).getArray()));
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored notice that cannot be read", e);
        }
    }

    private static void within(
            List<String> conditions,
            Map<String, Object> values,
            String name,
            Days days,
            ZoneId zone,
            List<String> columns) {
        if (days.from() == null && days.until() == null) {
            return;
        }
        var from = start(days.from(), zone);
        var until = days.until() == null ? null : start(days.until().plusDays(1), zone);
        var any = new ArrayList<String>();
        for (var column : columns) {
            any.add(column + " is not null"
                    + (from == null ? "" : " and " + column + " >= :" + name + "From")
                    + (until == null ? "" : " and " + column + " < :" + name + "Until"));
        }
        conditions.add("((" + String.join(") or (", any) + "))");
        if (from != null) {
            values.put(name + "From", from);
        }
        if (until != null) {
            values.put(name + "Until", until);
        }
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
