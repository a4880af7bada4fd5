package city.planofrecord.notice.noticerule;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/** One object of the file of rules; what is wrong with it is collected, so that all of it can be told at once. */
final class WrittenRule {

    private final String place;
    private final JsonNode node;
    private final List<String> problems;
    private final Set<String> read = new HashSet<>();

    /** @param place by which a person finds the entry in the file */
    WrittenRule(String place, JsonNode node, List<String> problems) {
        this.place = place;
        this.node = node;
        this.problems = problems;
    }

    void wrong(String field, String message) {
        problems.add(place + ", " + field + ": " + message);
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Whether a field is there that may be left out. */
    boolean optional(String field) {
        read.add(field);
        return has(field);
    }

    Optional<String> text(String field) {
        read.add(field);
        var value = node.get(field);
        if (value == null || value.isNull()) {
            wrong(field, "is missing.");
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            wrong(field, "must be a text that is not empty, found " + value + ".");
            return Optional.empty();
        }
        return Optional.of(value.asText().strip());
    }

    /** A value that is written as a text, such as a date. */
    <T> Optional<T> parsed(String field, Function<String, T> parse, String expected) {
        return text(field).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (DateTimeException | IllegalArgumentException e) {
                wrong(field, "must be " + expected + ", found " + text + ".");
                return Optional.empty();
            }
        });
    }

    <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> values) {
        return parsed(
                field, text -> Enum.valueOf(values, text), "one of " + Arrays.toString(values.getEnumConstants()));
    }

    Optional<Integer> number(String field, int least) {
        read.add(field);
        var value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least) {
            wrong(
                    field,
                    "must be a whole number from " + least + " on, "
                            + (value.isMissingNode() ? "it is missing." : "found " + value + "."));
            return Optional.empty();
        }
        return Optional.of(value.asInt());
    }

    /** The entries of a list that must not be empty. */
    List<JsonNode> list(String field) {
        read.add(field);
        var value = node.path(field);
        if (!value.isArray() || value.isEmpty()) {
            wrong(field, "must be a list that is not empty.");
            return List.of();
        }
        var entries = new ArrayList<JsonNode>();
        value.forEach(entries::add);
        return entries;
    }

    List<String> texts(String field) {
        var texts = new ArrayList<String>();
        for (var entry : list(field)) {
            if (entry.isTextual() && !entry.asText().isBlank()) {
                texts.add(entry.asText().strip());
            } else {
                wrong(field, "must list texts, found " + entry + ".");
            }
        }
        return texts;
    }

    <E extends Enum<E>> Set<E> someOf(String field, Class<E> values) {
        var some = EnumSet.noneOf(values);
        for (var text : texts(field)) {
            try {
                some.add(Enum.valueOf(values, text));
            } catch (IllegalArgumentException e) {
                wrong(
                        field,
                        "must list some of " + Arrays.toString(values.getEnumConstants()) + ", found " + text + ".");
            }
        }
        return some;
    }

    /** An object within the list of a field. */
    WrittenRule within(String field, int index, JsonNode entry) {
        return new WrittenRule(place + ", " + field + " " + (index + 1), entry, problems);
    }

    /** That nothing else is written: a misspelt name is not ignored. */
    void requireNothingElse() {
        var others = new TreeSet<String>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(read);
        others.forEach(other -> wrong(other, "no such thing is known; known are " + new TreeSet<>(read) + "."));
    }
}
