package city.planofrecord.paygrade.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;

/** The things of a ledger on a day, page by page. */
public final class Collection {

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final String sortedBy;

    /** @param sortedBy SQL over the row {@code r}: a text that no two things share */
    public Collection(Jdbi jdbi, Ledger ledger, String sortedBy) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.sortedBy = sortedBy;
    }

    /**
     * One page.
     *
     * @param next the cursor at which the next begins, null on the last
     */
    public record Found(
            List<Row> rows, long total, @Nullable String next) {}

    /** What is asked: of which day, as known when, in effect or not, and further conditions. */
    public record Question(
            LocalDate day,
            @Nullable Instant knownAt,
            boolean inEffect,
            int limit,
            @Nullable String after,
            Map<String, Object> filters) {}

    /**
     * The things that meet the question. One that is not in effect is shown as it was last, or as it will be first.
     *
     * @param conditions SQL over the row {@code r}, its values bound by the names of the filters
     */
    public Found find(Question question, List<String> conditions) {
        var all = new ArrayList<>(conditions);
        var knownAt = question.knownAt();
        all.add(Ledger.known("r", knownAt));
        all.add(question.inEffect() ? covers("r") : notInEffect(knownAt));
        var values = new HashMap<>(question.filters());
        values.put("day", question.day());
        var where = String.join(" and ", all);
        var total = count(where, values, knownAt);
        if (question.after() != null) {
            where += " and " + sortedBy + " > :after";
            values.put("after", question.after());
        }
        values.put("most", question.limit() + 1);
        var rows = ledger.select(where, values, knownAt, sortedBy + " limit :most");
        var more = rows.size() > question.limit();
        var page = more ? rows.subList(0, question.limit()) : rows;
        return new Found(page, total, more ? place(page.getLast().subject(), page.getLast()) : null);
    }

    private long count(String where, Map<String, Object> values, @Nullable Instant knownAt) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select count(*) from " + ledger.name() + "_row r where " + where);
            values.forEach(query::bind);
            if (knownAt != null) {
                query.bind("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
            }
            return query.mapTo(Long.class).one();
        });
    }

    private String place(UUID id, Row row) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + sortedBy + " from " + ledger.name()
                                + "_row r where r.subject_id = :id and r.effective_from = :from and r.recorded_at = :at limit 1")
                .bind("id", id)
                .bind("from", row.effectiveFrom())
                .bind("at", OffsetDateTime.ofInstant(row.recordedAt(), ZoneOffset.UTC))
                .mapTo(String.class)
                .one());
    }

    private static String covers(String row) {
        return row + ".effective_from <= :day and (" + row + ".effective_until is null or " + row
                + ".effective_until > :day)";
    }

    private String notInEffect(@Nullable Instant knownAt) {
        var other = " from " + ledger.name() + "_row o where o.subject_id = r.subject_id and "
                + Ledger.known("o", knownAt) + " and ";
        return "not exists (select 1" + other + covers("o") + ") and not exists (select 1" + other
                + "((o.effective_from <= :day and o.effective_from > r.effective_from)"
                + " or (r.effective_from > :day and o.effective_from < r.effective_from)))";
    }
}
