package city.planofrecord.classification.classcomparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Compares two images of a class. The same images always compare alike, and in bounded time whatever they hold. */
public final class ClassComparison {

    private static final String GRADE = "grade";

    /** Others follow by name. */
    private static final List<String> FIRST_TERMS =
            List.of("jobCode", "title", GRADE, "occupationalGroup", "series", "flsaStatus");

    private ClassComparison() {}

    public static ClassDiff compare(ClassSide before, ClassSide after) {
        var effort = new Effort();
        var terms = terms(before, after);
        var sections = SectionComparison.diffs(before.specification(), after.specification(), effort);
        return new ClassDiff(change(before, after, terms, sections), terms, sections);
    }

    private static Change change(ClassSide before, ClassSide after, List<TermDiff> terms, List<SectionDiff> sections) {
        if (before.isAbsent() != after.isAbsent()) {
            return before.isAbsent() ? Change.ADDED : Change.REMOVED;
        }
        var changed = terms.stream().anyMatch(term -> term.change() != Change.UNCHANGED)
                || sections.stream().anyMatch(section -> section.change() != Change.UNCHANGED);
        return changed ? Change.CHANGED : Change.UNCHANGED;
    }

    private static List<TermDiff> terms(ClassSide before, ClassSide after) {
        var names = new LinkedHashSet<>(FIRST_TERMS);
        var others = new TreeSet<>(before.terms().keySet());
        others.addAll(after.terms().keySet());
        names.addAll(others);
        var diffs = new ArrayList<TermDiff>();
        for (var name : names) {
            var diff = name.equals(GRADE)
                    ? grade(before.grade(), after.grade())
                    : term(name, before.terms().get(name), after.terms().get(name));
            diff.ifPresent(diffs::add);
        }
        return diffs;
    }

    private static Optional<TermDiff> term(String name, @Nullable JsonNode before, @Nullable JsonNode after) {
        return before == null && after == null
                ? Optional.empty()
                : Optional.of(new TermDiff(name, change(before, after, same(before, after)), before, after, List.of()));
    }

    private static boolean same(@Nullable JsonNode before, @Nullable JsonNode after) {
        return Objects.equals(before, after)
                || (before != null
                        && after != null
                        && before.isTextual()
                        && after.isTextual()
                        && TextDiff.same(before.textValue(), after.textValue()));
    }

    private static Change change(@Nullable Object before, @Nullable Object after, boolean same) {
        if (before == null) {
            return Change.ADDED;
        }
        if (after == null) {
            return Change.REMOVED;
        }
        return same ? Change.UNCHANGED : Change.CHANGED;
    }

    private static Optional<TermDiff> grade(@Nullable String before, @Nullable String after) {
        if (before == null && after == null) {
            return Optional.empty();
        }
        var partsBefore = Optional.ofNullable(before).flatMap(Grade::of);
        var partsAfter = Optional.ofNullable(after).flatMap(Grade::of);
        var parts = new ArrayList<TermDiff>();
        term("schedule", text(partsBefore.map(Grade::schedule)), text(partsAfter.map(Grade::schedule)))
                .ifPresent(parts::add);
        term("number", text(partsBefore.map(Grade::number)), text(partsAfter.map(Grade::number)))
                .ifPresent(parts::add);
        return Optional.of(new TermDiff(
                GRADE,
                change(before, after, Grade.same(before, after)),
                text(Optional.ofNullable(before)),
                text(Optional.ofNullable(after)),
                parts));
    }

    private static @Nullable JsonNode text(Optional<String> text) {
        return text.<JsonNode>map(TextNode::valueOf).orElse(null);
    }
}
