package city.planofrecord.classification.classcomparison;

import static city.planofrecord.classification.classcomparison.Change.ADDED;
import static city.planofrecord.classification.classcomparison.Change.CHANGED;
import static city.planofrecord.classification.classcomparison.Change.MOVED;
import static city.planofrecord.classification.classcomparison.Change.REMOVED;
import static city.planofrecord.classification.classcomparison.Change.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import city.planofrecord.classification.classcomparison.ItemDiff.ItemText;

class ListComparisonTest {

    private static List<Item> items(String... texts) {
        return Stream.of(texts).map(Item::of).toList();
    }

    private static Item named(String name, String definition) {
        return new Item(name, definition, List.of());
    }

    private static List<ItemDiff> diffs(List<Item> before, List<Item> after) {
        return ListComparison.diffs(before, after, new Effort());
    }

    @Test
    void whatIsInBothInOrderIsUnchangedAndTheRestCameOrWent() {
        assertThat(diffs(items("Sows", "Mows", "Rakes"), items("Sows", "Weeds", "Rakes")))
                .extracting(
                        ItemDiff::change,
                        diff -> diff.before() == null ? null : diff.before().text())
                .containsExactly(
                        tuple(UNCHANGED, "Sows"),
                        tuple(REMOVED, "Mows"),
                        tuple(ADDED, null),
                        tuple(UNCHANGED, "Rakes"));
    }

    @Test
    void anItemThatStandsElsewhereIsMoved() {
        assertThat(diffs(items("Sows", "Mows", "Rakes"), items("Rakes", "Sows", "Mows")))
                .extracting(
                        ItemDiff::change,
                        diff -> diff.before().position(),
                        diff -> diff.after().position())
                .containsExactly(tuple(MOVED, 3, 1), tuple(UNCHANGED, 1, 2), tuple(UNCHANGED, 2, 3));
    }

    @Test
    void aChangedItemIsPairedWithTheOneMostLikeIt() {
        var diffs = diffs(
                items("Plans the work of the yearly budget", "Plans the work of the crew each week"),
                items("Plans the work of the crew each month"));

        assertThat(diffs)
                .extracting(ItemDiff::change, diff -> diff.before().position())
                .containsExactly(tuple(REMOVED, 1), tuple(CHANGED, 2));
        assertThat(diffs.get(1).words()).extracting(WordRun::text).contains(" week", " month");
    }

    @Test
    void itemsWithNoMoreThanHalfTheirWordsInCommonAreNotOne() {
        assertThat(diffs(items("Criminal Check"), items("Education Check")))
                .extracting(ItemDiff::change)
                .containsExactly(REMOVED, ADDED);
    }

    @Test
    void aChangedItemCanStandElsewhereToo() {
        var diffs = diffs(
                items("Sows", "Mows the lawns of the city", "Rakes"),
                items("Mows the lawns of the county", "Sows", "Rakes"));

        assertThat(diffs.getFirst().change()).isEqualTo(CHANGED);
        assertThat(diffs.getFirst().moved()).isTrue();
    }

    @Test
    void theItemsOfADutyAreComparedWithinIt() {
        var diffs = diffs(
                List.of(new Item(null, "Does some of the following:", List.of("Sows the lawns", "Mows the lawns"))),
                List.of(new Item(null, "Does some of the following:", List.of("Mows the lawns", "Weeds beds"))));

        assertThat(diffs).singleElement().satisfies(duty -> {
            assertThat(duty.change()).isEqualTo(CHANGED);
            assertThat(duty.words()).isEmpty();
            assertThat(duty.items()).extracting(ItemDiff::change).containsExactly(REMOVED, UNCHANGED, ADDED);
        });
    }

    @Test
    void whatHasANameIsMatchedByItHoweverItIsWrittenAndWhereverItStands() {
        var diffs = diffs(
                List.of(
                        named("Self-Management", "Sets aims."),
                        named("Client Orientation", "Looks ahead."),
                        named("Team Building", "Joins in.")),
                List.of(named("Team  building", "Leads."), named("Self – Management", "Sets high aims.")));

        assertThat(diffs)
                .extracting(ItemDiff::change, diff -> diff.before().name())
                .containsExactly(
                        tuple(CHANGED, "Team Building"),
                        tuple(CHANGED, "Self-Management"),
                        tuple(REMOVED, "Client Orientation"));
    }

    @Test
    void whatHasAnotherNameIsAnotherHoweverMuchAlikeTheDefinitions() {
        assertThat(diffs(List.of(named("Reading", "Reads well.")), List.of(named("Writing", "Reads well."))))
                .extracting(ItemDiff::change)
                .containsExactly(REMOVED, ADDED);
    }

    @Test
    void ofTwoOfOneNameTheUnchangedOneIsTheSame() {
        assertThat(diffs(
                        List.of(named("Lifting", "10 pounds"), named("Lifting", "25 pounds")),
                        List.of(named("Lifting", "25 pounds"))))
                .extracting(ItemDiff::change)
                .containsExactly(REMOVED, UNCHANGED);
    }

    @Property(tries = 1_000)
    void aListDoesNotDifferFromItself(@ForAll("lists") List<Item> list) {
        assertThat(diffs(list, list))
                .hasSameSizeAs(list)
                .allSatisfy(diff -> assertThat(diff.change()).isEqualTo(UNCHANGED));
    }

    @Property(tries = 2_000)
    void bothListsCanBeReadOffTheDifference(@ForAll("lists") List<Item> before, @ForAll("lists") List<Item> after) {
        assertBothCanBeReadOff(before, after, new Effort());
    }

    @Property(tries = 500)
    void bothListsCanBeReadOffWhereTheEffortDoesNotReach(
            @ForAll("lists") List<Item> before, @ForAll("lists") List<Item> after) {
        assertBothCanBeReadOff(before, after, new Effort(50));
    }

    @Property(tries = 2_000)
    void seenFromTheOtherSideWhatWasAddedWasRemoved(
            @ForAll("lists") List<Item> before, @ForAll("lists") List<Item> after) {
        var there = diffs(before, after);
        var back = diffs(after, before);

        assertThat(sides(there, ADDED)).isEqualTo(sides(back, REMOVED));
        assertThat(sides(there, REMOVED)).isEqualTo(sides(back, ADDED));
        assertThat(pairs(there, false)).isEqualTo(pairs(back, true));
    }

    @Property(tries = 500)
    void whatKeepsItsPlaceStandsInOneOrderOnBothSides(
            @ForAll("lists") List<Item> before, @ForAll("lists") List<Item> after) {
        var kept = diffs(before, after).stream()
                .filter(diff -> !diff.moved() && diff.before() != null && diff.after() != null)
                .toList();

        assertThat(kept)
                .isSortedAccordingTo(Comparator.comparing(diff -> diff.before().position()));
        assertThat(kept)
                .isSortedAccordingTo(Comparator.comparing(diff -> diff.after().position()));
    }

    private static void assertBothCanBeReadOff(List<Item> before, List<Item> after, Effort effort) {
        var diffs = ListComparison.diffs(before, after, effort);

        assertThat(read(diffs, true)).isEqualTo(before);
        assertThat(read(diffs, false)).isEqualTo(after);
    }

    private static List<Item> read(List<ItemDiff> diffs, boolean before) {
        return diffs.stream()
                .filter(diff -> side(diff, before) != null)
                .sorted(Comparator.comparing(diff -> side(diff, before).position()))
                .map(diff -> new Item(
                        side(diff, before).name(),
                        side(diff, before).text(),
                        read(diff.items(), before).stream().map(Item::text).toList()))
                .toList();
    }

    private static ItemText side(ItemDiff diff, boolean before) {
        return before ? diff.before() : diff.after();
    }

    private static List<ItemText> sides(List<ItemDiff> diffs, Change change) {
        return diffs.stream()
                .filter(diff -> diff.change() == change)
                .map(diff -> side(diff, change == REMOVED))
                .sorted(Comparator.comparing(ItemText::position))
                .toList();
    }

    private static List<List<ItemText>> pairs(List<ItemDiff> diffs, boolean mirrored) {
        var pairs = new ArrayList<List<ItemText>>();
        diffs.stream()
                .filter(diff -> diff.before() != null && diff.after() != null)
                .forEach(diff -> pairs.add(List.of(side(diff, !mirrored), side(diff, mirrored))));
        pairs.sort(Comparator.comparing(pair -> pair.getFirst().position()));
        return pairs;
    }

    @Provide
    Arbitrary<List<Item>> lists() {
        var texts = Arbitraries.of("a", "b", "c", "d", "e")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(words -> String.join(" ", words));
        var plain =
                Combinators.combine(texts, texts.list().ofMaxSize(2)).as((text, items) -> new Item(null, text, items));
        var named = Combinators.combine(Arbitraries.of("Sitting", "Near Acuity", "near-acuity", "Lifting"), texts)
                .as(ListComparisonTest::named);
        return Arbitraries.oneOf(
                plain.list().ofMaxSize(8),
                named.list().ofMaxSize(6),
                texts.map(Item::of).list().ofMaxSize(12));
    }
}
