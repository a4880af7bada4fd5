package city.planofrecord.classification.classsearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Words that are looked for, each with the words of titles that it means, as conditions over the class row {@code r}.
 * A class is found where each word is its job code, or means a word of its title, or stands in its specification; phrases
 * must stand as they are, excluded words must not.
 */
record Sought(Words asked, List<Meaning> meanings) {

    /**
     * What a word means among the words of the titles of the day.
     *
     * @param common whether it is one that texts are not searched for, such as {@code of}
     * @param whole the word itself and its other forms
     * @param beginning words that begin with it
     * @param near words that it may be a misspelling of; only where there is none of the others
     */
    record Meaning(String word, boolean common, List<String> whole, List<String> beginning, List<String> near) {

        /** @param vocabulary every word of a title, with its stem */
        static Meaning of(
                String word, @Nullable String stem, Map<String, String> vocabulary, BooleanSupplier standsInSomeText) {
            var whole = vocabulary.keySet().stream()
                    .filter(one -> one.equals(word) || (stem != null && stem.equals(vocabulary.get(one))))
                    .toList();
            var beginning = vocabulary.keySet().stream()
                    .filter(one -> one.startsWith(word) && !whole.contains(one))
                    .toList();
            var known = !whole.isEmpty() || !beginning.isEmpty() || stem == null;
            var near = known
                    ? List.<String>of()
                    : Spelling.nearest(word, vocabulary.keySet(), standsInSomeText.getAsBoolean() ? 1 : 2);
            return new Meaning(word, stem == null, whole, beginning, near);
        }

        private Stream<String> all() {
            return Stream.of(whole, beginning, near).flatMap(Collection::stream);
        }
    }

    private List<Meaning> telling() {
        var telling = meanings.stream().filter(meaning -> !meaning.common()).toList();
        return telling.isEmpty() && asked.phrases().isEmpty() ? meanings : telling;
    }

    /** Words of titles that are to be marked. */
    Set<String> inTitles() {
        var words = new LinkedHashSet<String>();
        telling().forEach(meaning -> meaning.all().forEach(words::add));
        asked.phrases().forEach(phrase -> words.addAll(Words.split(phrase)));
        return words;
    }

    List<String> conditions() {
        if (asked.askNothing()) {
            return List.of("false");
        }
        var conditions = new ArrayList<String>();
        for (var meaning : telling()) {
            var i = meanings.indexOf(meaning);
            var ways = new ArrayList<String>();
            ways.add("r.job_code = upper(:word" + i + ")");
            if (meaning.all().findAny().isPresent()) {
                ways.add("r.title_words @@ cast(:any" + i + " as tsquery)");
            }
            if (!meaning.common()) {
                ways.add("r.words @@ plainto_tsquery('english', :word" + i + ")");
            }
            conditions.add("(" + String.join(" or ", ways) + ")");
        }
        each(asked.phrases(), i -> conditions.add("r.words @@ phraseto_tsquery('english', :phrase" + i + ")"));
        each(asked.excluded(), i -> conditions.add("not r.words @@ plainto_tsquery('english', :excluded" + i + ")"));
        return conditions;
    }

    /**
     * How well a found class fits, as a whole number: first by the words of its title, whole before begun before misspelt,
     * then by how much the rest says of them.
     */
    String score() {
        var terms = new ArrayList<String>();
        terms.add("case when lower(r.title) = lower(:asked) then 500 else 0 end");
        for (var meaning : telling()) {
            var i = meanings.indexOf(meaning);
            terms.add("case when r.job_code = upper(:word" + i + ") then 1000"
                    + when(meaning.whole(), "whole" + i, 100)
                    + when(meaning.beginning(), "beginning" + i, 80)
                    + when(meaning.near(), "near" + i, 60)
                    + " else 0 end");
        }
        inTexts().ifPresent(query -> terms.add("least(59, floor(60 * ts_rank(r.words, " + query + ", 32)))"));
        return "cast(" + String.join(" + ", terms) + " as integer)";
    }

    private static String when(List<String> words, String binding, int points) {
        return words.isEmpty() ? "" : " when r.title_words @@ cast(:" + binding + " as tsquery) then " + points;
    }

    /** The words and phrases as a query of texts; empty where all that is asked for are words that texts are full of. */
    Optional<String> inTexts() {
        var queries = new ArrayList<String>();
        for (var meaning : meanings) {
            if (!meaning.common()) {
                queries.add("plainto_tsquery('english', :word" + meanings.indexOf(meaning) + ")");
            }
        }
        each(asked.phrases(), i -> queries.add("phraseto_tsquery('english', :phrase" + i + ")"));
        return queries.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" || ", queries) + ")");
    }

    Map<String, Object> values(String question) {
        var values = new HashMap<String, Object>();
        values.put("asked", question);
        each(meanings, i -> {
            var meaning = meanings.get(i);
            values.put("word" + i, meaning.word());
            values.put("any" + i, anyOf(meaning.all().toList()));
            values.put("whole" + i, anyOf(meaning.whole()));
            values.put("beginning" + i, anyOf(meaning.beginning()));
            values.put("near" + i, anyOf(meaning.near()));
        });
        each(asked.phrases(), i -> values.put("phrase" + i, asked.phrases().get(i)));
        each(asked.excluded(), i -> values.put("excluded" + i, asked.excluded().get(i)));
        return values;
    }

    private static String anyOf(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" | "));
    }

    private static void each(List<?> all, IntConsumer use) {
        IntStream.range(0, all.size()).forEach(use);
    }
}
