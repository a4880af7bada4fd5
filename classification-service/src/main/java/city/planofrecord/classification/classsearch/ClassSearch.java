package city.planofrecord.classification.classsearch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.ledger.Ledger;
import city.planofrecord.classification.classsearch.Facets.Count;
import city.planofrecord.classification.classsearch.Sought.Meaning;
import city.planofrecord.classification.jobclass.JobClassImage;

/** Finds classes by words and by field, on a day. */
@Singleton
class ClassSearch {

    private static final String MARKS =
            "'HighlightAll=true, StartSel=" + Highlights.BEGIN + ", StopSel=" + Highlights.END + "'";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ClassSearch(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** @param total over all pages */
    record Found(List<FoundClass> classes, long total, Facets facets, Set<String> titleWords) {}

    /**
     * A class that was found.
     *
     * @param image without the specification
     * @param score how well it fits the words; 0 where none were asked for
     * @param next the first day after the one asked for on which it begins, changes or ends
     * @param there whether it is in effect on that day
     * @param marked its specification with the words marked, null where none were asked for
     */
    record FoundClass(
            UUID id,
            LocalDate from,
            @Nullable LocalDate until,
            JobClassImage image,
            @Nullable String grade,
            int score,
            @Nullable LocalDate next,
            boolean there,
            @Nullable JsonNode marked) {}

    /**
     * Classes from the one after {@code after}, exclusive; with words in the order of how well they fit, then and without
     * words in the order of their job code.
     *
     * @param words as they were typed; null where none are asked for
     */
    Found find(Question question, @Nullable String words, @Nullable Cursor after, int limit) {
        return jdbi.withHandle(handle -> {
            var sought = words == null ? null : sought(handle, Words.of(words), question);
            var conditions = new ArrayList<>(question.conditions());
            var values = new HashMap<>(question.values());
            if (sought != null && words != null) {
                conditions.addAll(sought.conditions());
                values.putAll(sought.values(words));
            }
            var where = String.join(" and ", conditions);
            var counts = counts(handle, question, where, values);
            return new Found(
                    page(handle, question, where, values, sought, after, limit),
                    counts.getOrDefault("all", List.of(new Count("", 0)))
                            .getFirst()
                            .count(),
                    new Facets(
                            counts.getOrDefault("occupational_group", List.of()),
                            counts.getOrDefault("series", List.of()),
                            counts.getOrDefault("flsa_status", List.of()),
                            counts.getOrDefault("grade", List.of())),
                    sought == null ? Set.of() : sought.inTitles());
        });
    }

    private Sought sought(Handle handle, Words asked, Question question) {
        var vocabulary = new HashMap<String, String>();
        bound(
                        handle.createQuery("select w.word, coalesce((ts_lexize('english_stem', w.word))[1], w.word)"
                                + " from (select distinct unnest(tsvector_to_array(r.title_words)) as word"
                                + " from job_class_row r where " + question.onTheDay() + ") w"),
                        Map.of("day", question.day()),
                        question.knownAt())
                .map((rs, _) -> Map.entry(rs.getString(1), rs.getString(2)))
                .forEach(word -> vocabulary.put(word.getKey(), word.getValue()));
        var meanings = new ArrayList<Meaning>();
        for (var word : asked.words()) {
            var stem = handle.createQuery("select (ts_lexize('english_stem', :word))[1]")
                    .bind("word", word)
                    .mapTo(String.class)
                    .findFirst();
            meanings.add(
                    Meaning.of(word, stem.orElse(null), vocabulary, () -> standsInSomeText(handle, word, question)));
        }
        return new Sought(asked, meanings);
    }

    private static boolean standsInSomeText(Handle handle, String word, Question question) {
        var values = new HashMap<String, Object>();
        values.put("day", question.day());
        values.put("word", word);
        return bound(
                        handle.createQuery("select exists (select 1 from job_class_row r where " + question.onTheDay()
                                + " and r.words @@ plainto_tsquery('english', :word))"),
                        values,
                        question.knownAt())
                .mapTo(Boolean.class)
                .one();
    }

    private static Map<String, List<Count>> counts(
            Handle handle, Question question, String where, Map<String, Object> values) {
        var counts = new HashMap<String, List<Count>>();
        var sql = new StringBuilder("with found as materialized (select r.occupational_group, r.series, r.flsa_status,"
                + " g.grade from " + question.from() + " where " + where + ") select 'all', '', count(*) from found");
        for (var field : List.of("occupational_group", "series", "flsa_status", "grade")) {
            sql.append(" union all select '" + field + "', " + field + ", count(*) from found where " + field
                    + " is not null group by " + field);
        }
        bound(handle.createQuery(sql + " order by 1, 3 desc, 2"), values, question.knownAt())
                .map((rs, _) -> Map.entry(rs.getString(1), new Count(rs.getString(2), rs.getLong(3))))
                .forEach(count -> counts.computeIfAbsent(count.getKey(), _ -> new ArrayList<>())
                        .add(count.getValue()));
        return counts;
    }

    private List<FoundClass> page(
            Handle handle,
            Question question,
            String where,
            Map<String, Object> values,
            @Nullable Sought sought,
            @Nullable Cursor after,
            int limit) {
        var score = sought == null ? "0" : sought.score();
        var marked = Optional.ofNullable(sought)
                .flatMap(Sought::inTexts)
                .map(query -> "case when f.words @@ " + query + " then ts_headline('english',"
                        + " (f.image -> 'specification') - cast('{sources,none,template,flsa}' as text[]), " + query
                        + ", "
                        + MARKS
                        + ") end")
                .orElse("null");
        var bounds = new HashMap<>(values);
        bounds.put("limit", limit);
        var beyond = "";
        if (after != null) {
            beyond = " where (-f.score, f.job_code, f.subject_id) > (-:afterScore, :afterCode, :afterId)";
            bounds.put("afterScore", after.score());
            bounds.put("afterCode", after.jobCode());
            bounds.put("afterId", after.id());
        }
        return bound(
                        handle.createQuery("select f.subject_id, f.effective_from, f.effective_until,"
                                + " f.image - 'specification' as image, f.grade, f.score, t.day as next,"
                                + " exists (select 1 from job_class_row n where n.subject_id = f.subject_id"
                                + " and n.effective_from = t.day and " + Ledger.known("n", question.knownAt())
                                + ") as there, " + marked + " as marked from (select * from (select r.*, g.grade, "
                                + score + " as score from " + question.from() + " where " + where + ") f" + beyond
                                + " order by f.score desc, f.job_code, f.subject_id limit :limit) f"
                                + " left join lateral (select min(d.day) as day from job_class_row n,"
                                + " lateral (values (n.effective_from), (n.effective_until)) d (day)"
                                + " where n.subject_id = f.subject_id and d.day > :day and "
                                + Ledger.known("n", question.knownAt())
                                + ") t on true order by f.score desc, f.job_code, f.subject_id"),
                        bounds,
                        question.knownAt())
                .map((rs, _) -> new FoundClass(
                        rs.getObject("subject_id", UUID.class),
                        rs.getObject("effective_from", LocalDate.class),
                        rs.getObject("effective_until", LocalDate.class),
                        image(rs.getString("image")),
                        rs.getString("grade"),
                        rs.getInt("score"),
                        rs.getObject("next", LocalDate.class),
                        rs.getBoolean("there"),
                        tree(rs.getString("marked"))))
                .list();
    }

    private static Query bound(Query query, Map<String, ?> values, @Nullable Instant knownAt) {
        values.forEach(query::bind);
        if (knownAt != null) {
            query.bind("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
        }
        return query;
    }

    private JobClassImage image(String text) {
        try {
            return json.readValue(text, JobClassImage.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored class that cannot be read", e);
        }
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored specification that cannot be read", e);
        }
    }
}
