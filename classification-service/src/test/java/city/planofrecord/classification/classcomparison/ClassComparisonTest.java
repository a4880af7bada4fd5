package city.planofrecord.classification.classcomparison;

import static city.planofrecord.classification.classcomparison.Sides.saying;
import static city.planofrecord.classification.classcomparison.Sides.section;
import static city.planofrecord.classification.classcomparison.Sides.sections;
import static city.planofrecord.classification.classcomparison.Sides.side;
import static city.planofrecord.classification.classcomparison.Sides.term;
import static city.planofrecord.classification.classcomparison.Sides.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.classification.specification.ClassSpecification;
import city.planofrecord.classification.specification.Specifications;

class ClassComparisonTest {

    private static ClassDiff compare(String before, String after) {
        return ClassComparison.compare(saying(before), saying(after));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            809-A, A-811, CHANGED,   UNCHANGED, CHANGED
            809-A, A-809, UNCHANGED, UNCHANGED, UNCHANGED
            613-A, 613-S, CHANGED,   CHANGED,   UNCHANGED
            """)
    void aGradeIsItsScheduleAndItsNumberHoweverItIsWritten(
            String before, String after, Change change, Change schedule, Change number) {
        var diff = ClassComparison.compare(
                new ClassSide(terms("CA2433", "Manager"), before, null),
                new ClassSide(terms("CA2433", "Manager"), after, null));
        var grade = term(diff, "grade");

        assertThat(grade.change()).isEqualTo(change);
        assertThat(grade.before()).isEqualTo(TextNode.valueOf(before));
        assertThat(grade.after()).isEqualTo(TextNode.valueOf(after));
        assertThat(grade.parts()).extracting(TermDiff::term).containsExactly("schedule", "number");
        assertThat(grade.parts()).extracting(TermDiff::change).containsExactly(schedule, number);
    }

    @Test
    void aPayGradeThatASpecificationWritesTheOtherWayRoundIsUnchanged() {
        assertThat(section(compare("\"payGrade\": \"811-A\"", "\"payGrade\": \"A-811\""), "payGrade")
                        .change())
                .isEqualTo(Change.UNCHANGED);
    }

    @Test
    void everyTermOfTheImageIsComparedAlsoOneNotThoughtOf() {
        var before = new ClassSide(
                Map.of(
                        "title",
                        TextNode.valueOf("Meadow  Keeper"),
                        "socCode",
                        JsonNodeFactory.instance.objectNode().put("code", "43-4051")),
                null,
                null);
        var after = new ClassSide(
                Map.of(
                        "title",
                        TextNode.valueOf("Meadow Keeper"),
                        "socCode",
                        JsonNodeFactory.instance.objectNode().put("code", "43-4050"),
                        "series",
                        TextNode.valueOf("Meadows")),
                null,
                null);
        var diff = ClassComparison.compare(before, after);

        assertThat(diff.terms())
                .extracting(TermDiff::term, TermDiff::change)
                .containsExactly(
                        tuple("title", Change.UNCHANGED),
                        tuple("series", Change.ADDED),
                        tuple("socCode", Change.CHANGED));
        assertThat(diff.change()).isEqualTo(Change.CHANGED);
    }

    @Test
    void aSectionThatSaysNoneIsNotAnAbsentOne() {
        var came = section(compare("", "\"none\": [\"licensure\"]"), "licensure");
        var stays = section(compare("\"none\": [\"licensure\"]", "\"none\": [\"licensure\"]"), "licensure");
        var emptied =
                section(compare("\"licensure\": [\"A driver's license.\"]", "\"none\": [\"licensure\"]"), "licensure");
        var vanished = section(compare("\"none\": [\"licensure\"]", ""), "licensure");

        assertThat(came.change()).isEqualTo(Change.ADDED);
        assertThat(came.after()).isEqualTo(SectionState.NONE);
        assertThat(stays.change()).isEqualTo(Change.UNCHANGED);
        assertThat(emptied.change()).isEqualTo(Change.CHANGED);
        assertThat(emptied.items()).extracting(ItemDiff::change).containsExactly(Change.REMOVED);
        assertThat(vanished.change()).isEqualTo(Change.REMOVED);
    }

    @Test
    void aSectionThatNeitherSideHasIsNotNamed() {
        assertThat(compare("", "\"education\": \"A degree.\"").sections())
                .extracting(SectionDiff::section)
                .containsExactly("title", "education");
    }

    @Test
    void theNoteOfAListIsPartOfItsSection() {
        var duties = section(
                compare(
                        "\"essentialDuties\": [{\"text\": \"Walks.\"}], \"dutiesNote\": \"Not all of these.\"",
                        "\"essentialDuties\": [{\"text\": \"Walks.\"}], \"dutiesNote\": \"Not each of these.\""),
                "essentialDuties");

        assertThat(duties.change()).isEqualTo(Change.CHANGED);
        assertThat(duties.items()).extracting(ItemDiff::change).containsExactly(Change.UNCHANGED);
        assertThat(duties.note().words()).isNotEmpty();
    }

    @Test
    void aClassThatIsNotThereOnOneSideIsAddedOrRemovedWhole() {
        var there = saying("\"education\": \"A degree.\"");

        var added = ClassComparison.compare(ClassSide.ABSENT, there);
        assertThat(added.change()).isEqualTo(Change.ADDED);
        assertThat(added.terms()).extracting(TermDiff::change).containsOnly(Change.ADDED);
        assertThat(added.sections()).extracting(SectionDiff::change).containsOnly(Change.ADDED);
        assertThat(ClassComparison.compare(there, ClassSide.ABSENT).change()).isEqualTo(Change.REMOVED);
    }

    @Property(tries = 300)
    void aClassDoesNotDifferFromItself(@ForAll long seed) {
        var specification = Specifications.of(seed);
        var spaced = spaced(specification);

        for (var other : List.of(specification, spaced)) {
            var diff = ClassComparison.compare(side(specification), side(other));
            assertThat(diff.change()).isEqualTo(Change.UNCHANGED);
            assertThat(diff.sections()).allSatisfy(section -> {
                assertThat(section.change()).isEqualTo(Change.UNCHANGED);
                assertThat(section.items()).extracting(ItemDiff::change).allMatch(Change.UNCHANGED::equals);
            });
        }
    }

    @Property(tries = 300)
    void bothSpecificationsCanBeReadOffTheDifference(@ForAll long one, @ForAll long other) {
        var before = Specifications.of(one);
        var after = Specifications.of(other);
        var diff = ClassComparison.compare(side(before), side(after));

        assertThat(texts(diff, true)).isEqualTo(texts(ClassComparison.compare(side(before), side(before)), true));
        assertThat(texts(diff, false)).isEqualTo(texts(ClassComparison.compare(side(after), side(after)), false));
    }

    @Property(tries = 300)
    void seenFromTheOtherSideWhatCameVanished(@ForAll long one, @ForAll long other) {
        var there = ClassComparison.compare(side(Specifications.of(one)), side(Specifications.of(other)));
        var back = ClassComparison.compare(side(Specifications.of(other)), side(Specifications.of(one)));

        assertThat(sections(there, Change.ADDED)).isEqualTo(sections(back, Change.REMOVED));
        assertThat(sections(there, Change.REMOVED)).isEqualTo(sections(back, Change.ADDED));
        assertThat(sections(there, Change.CHANGED)).isEqualTo(sections(back, Change.CHANGED));
    }

    private static ClassSpecification spaced(ClassSpecification specification) {
        return Sides.changed(specification, tree -> {
            for (var field : List.of("generalStatement", "education", "experience", "dutiesNote")) {
                if (tree.has(field)) {
                    tree.put(field, " " + tree.get(field).asText().replace(" ", "  \n"));
                }
            }
            return tree;
        });
    }

    /** Every text of one side by section, in its order. */
    private static Map<String, List<String>> texts(ClassDiff diff, boolean before) {
        return diff.sections().stream()
                .filter(section -> (before ? section.before() : section.after()) == SectionState.PRESENT)
                .collect(Collectors.toMap(
                        SectionDiff::section,
                        section -> section.text() == null
                                ? items(section.items(), before)
                                : List.of(
                                        before
                                                ? section.text().before()
                                                : section.text().after())));
    }

    private static List<String> items(List<ItemDiff> items, boolean before) {
        return items.stream()
                .map(item -> before ? item.before() : item.after())
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(ItemDiff.ItemText::position))
                .map(item -> item.name() + ": " + item.text())
                .toList();
    }
}
