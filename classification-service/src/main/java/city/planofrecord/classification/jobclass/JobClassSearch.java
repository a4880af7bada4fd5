package city.planofrecord.classification.jobclass;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.chassis.ledger.Row;

/** Finds classes by words and by field, on a day. */
@Singleton
class JobClassSearch {

    private static final double ALIKE = 0.35;

    private final Jdbi jdbi;
    private final JobClasses classes;

    JobClassSearch(Jdbi jdbi, JobClasses classes) {
        this.jdbi = jdbi;
        this.classes = classes;
    }

    /**
     * What is asked for; null where it does not matter.
     *
     * @param words of title or specification; a title is also found by misspelt words
     * @param inEffect whether classes in effect on the day are wanted; else those that are not, each by the last row before
     *     the day or else the first after it
     */
    record Question(
            @Nullable String words,
            @Nullable String jobCode,
            @Nullable String occupationalGroup,
            @Nullable String series,
            @Nullable FlsaStatus flsaStatus,
            boolean inEffect,
            LocalDate day,
            @Nullable Instant knownAt) {}

    /** @param total over all pages */
    record Found(List<Row> rows, long total) {}

    /** Where a page ends: two classes may have borne one code, each in its time. */
    record Cursor(String jobCode, UUID id) {

        static Cursor after(JobClassSummary last) {
            return new Cursor(last.jobCode(), last.id());
        }

        /** @throws Refused (400) where the text is no cursor of ours */
        static Cursor of(String text) {
            try {
                var cut = text.lastIndexOf('~');
                return new Cursor(text.substring(0, cut), UUID.fromString(text.substring(cut + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new Refused(
                        ProblemKind.MALFORMED,
                        "'after' is no cursor of this collection. Take it from the Link header of a page.",
                        List.of(Violation.ofParameter("after", "is no cursor", text, "what a Link header gave")));
            }
        }

        String text() {
            return jobCode + "~" + id;
        }
    }

    /** Classes in the order of their job code, from the one after {@code after}, exclusive. */
    Found find(Question question, @Nullable Cursor after, int limit) {
        var values = new HashMap<String, Object>();
        var where = where(question, values);
        var total = jdbi.withHandle(handle -> {
            var query = handle.createQuery("select count(*) from job_class_row r where " + where);
            bind(query::bind, values, question);
            return query.mapTo(Long.class).one();
        });
        var page = where;
        if (after != null) {
            page = where + " and (r.job_code, r.subject_id) > (:after, :afterId)";
            values.put("after", after.jobCode());
            values.put("afterId", after.id());
        }
        values.put("limit", limit);
        return new Found(
                classes.register()
                        .ledger()
                        .select(page, values, question.knownAt(), "r.job_code, r.subject_id limit :limit"),
                total);
    }

    private static String where(Question question, Map<String, Object> values) {
        var conditions = new ArrayList<String>();
        conditions.add(Ledger.known("r", question.knownAt()));
        values.put("day", question.day());
        if (question.inEffect()) {
            conditions.add("r.effective_from <= :day and (r.effective_until is null or r.effective_until > :day)");
        } else {
            conditions.add("not exists (select 1 from job_class_row n where n.subject_id = r.subject_id and "
                    + Ledger.known("n", question.knownAt())
                    + " and (n.effective_from <= :day and (n.effective_until is null or n.effective_until > :day)"
                    + " or n.effective_from <= :day and (r.effective_from > :day or r.effective_from < n.effective_from)"
                    + " or n.effective_from > :day and n.effective_from < r.effective_from))");
        }
        equal("job_code", "jobCode", question.jobCode(), conditions, values);
        equal("occupational_group", "group", question.occupationalGroup(), conditions, values);
        equal("series", "series", question.series(), conditions, values);
        equal(
                "flsa_status",
                "flsa",
                question.flsaStatus() == null ? null : question.flsaStatus().name(),
                conditions,
                values);
        if (question.words() != null) {
            conditions.add("(r.words @@ websearch_to_tsquery('english', :words)"
                    + " or strict_word_similarity(lower(:words), lower(r.title)) > " + ALIKE
                    + " or r.title ilike :prefix escape '!')");
            values.put("words", question.words());
            values.put("prefix", question.words().replaceAll("([!%_])", "!$1") + "%");
        }
        return String.join(" and ", conditions);
    }

    private static void equal(
            String column, String name, @Nullable Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add("r." + column + " = :" + name);
            values.put(name, value);
        }
    }

    private interface Binding {
        Object bind(String name, Object value);
    }

    private static void bind(Binding binding, Map<String, Object> values, Question question) {
        values.forEach(binding::bind);
        if (question.knownAt() != null) {
            binding.bind("knownAt", OffsetDateTime.ofInstant(question.knownAt(), ZoneOffset.UTC));
        }
    }
}
