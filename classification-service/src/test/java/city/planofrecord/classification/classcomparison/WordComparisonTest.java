package city.planofrecord.classification.classcomparison;

import static city.planofrecord.classification.classcomparison.WordRun.Kind.DELETE;
import static city.planofrecord.classification.classcomparison.WordRun.Kind.EQUAL;
import static city.planofrecord.classification.classcomparison.WordRun.Kind.INSERT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordComparisonTest {

    private static List<WordRun> runs(String before, String after) {
        return WordComparison.runs(before, after, new Effort());
    }

    @Test
    void onlyTheWordsThatChangedAreDeletedAndInserted() {
        assertThat(runs(
                        "Three years of experience at the level of an agent.",
                        "Three (3) years of experience at the level of a clerk."))
                .containsExactly(
                        new WordRun(EQUAL, "Three"),
                        new WordRun(INSERT, " (3)"),
                        new WordRun(EQUAL, " years of experience at the level of"),
                        new WordRun(DELETE, " an agent"),
                        new WordRun(INSERT, " a clerk"),
                        new WordRun(EQUAL, "."));
    }

    @Test
    void aMarkIsNoPartOfTheWordBeforeIt() {
        assertThat(runs("is distinguished from the Manager 1, which", "is distinguished from the Manager, which"))
                .containsExactly(
                        new WordRun(EQUAL, "is distinguished from the Manager"),
                        new WordRun(DELETE, " 1"),
                        new WordRun(EQUAL, ", which"));
    }

    @Test
    void wordsWithHyphensAndNumbersWithCommasAreWhole() {
        assertThat(runs("pays $52,419 day-to-day", "pays $52,418 day-by-day"))
                .containsExactly(
                        new WordRun(EQUAL, "pays $"),
                        new WordRun(DELETE, "52,419 day-to-day"),
                        new WordRun(INSERT, "52,418 day-by-day"));
    }

    @Test
    void aFewEqualWordsBetweenLongChangesDoNotTearThemApart() {
        assertThat(runs(
                        "Minimizes confrontations and resolves grievances constructively",
                        "Establishes objectives and identifies resources timely"))
                .extracting(WordRun::kind)
                .containsExactly(DELETE, INSERT);
    }

    @Test
    void theLineBreaksOfTheTextAfterAreKept() {
        assertThat(runs("A degree\n-OR-\nsix years.", "A degree\n-OR-\nseven years."))
                .containsExactly(
                        new WordRun(EQUAL, "A degree\n-OR-"),
                        new WordRun(DELETE, "\nsix"),
                        new WordRun(INSERT, "\nseven"),
                        new WordRun(EQUAL, " years."));
    }

    @Test
    void howMuchWhiteSpaceStandsBetweenWordsIsNoDifference() {
        assertThat(TextDiff.same(" Walks\u00a0 the\nmeadows. ", "Walks the meadows."))
                .isTrue();
        assertThat(runs(" Walks\u00a0 the\nmeadows. ", "Walks the meadows."))
                .containsExactly(new WordRun(EQUAL, "Walks the meadows."));
    }

    @Test
    void whetherWhiteSpaceStandsThereIsADifference() {
        assertThat(TextDiff.same("on going", "ongoing")).isFalse();
        assertThat(runs("on going", "ongoing")).extracting(WordRun::kind).containsExactly(DELETE, INSERT);
    }

    @Property(tries = 2_000)
    void theRunsRejoinToBothTexts(@ForAll("texts") String before, @ForAll("texts") String after) {
        assertRejoins(before, after, new Effort());
    }

    @Property(tries = 500)
    void theRunsRejoinAlsoWhereTheEffortDoesNotReach(@ForAll("texts") String before, @ForAll("texts") String after) {
        assertRejoins(before, after, new Effort(20));
    }

    @Property(tries = 500)
    void aTextDoesNotDifferFromItself(@ForAll("texts") String text) {
        assertThat(runs(text, text)).allSatisfy(run -> assertThat(run.kind()).isEqualTo(EQUAL));
    }

    private static void assertRejoins(String before, String after, Effort effort) {
        var runs = WordComparison.runs(before, after, effort);

        assertThat(joined(runs, INSERT)).isEqualTo(Word.collapsed(before));
        assertThat(joined(runs, DELETE)).isEqualTo(Word.collapsed(after));
        assertThat(runs).allSatisfy(run -> assertThat(run.text()).isNotEmpty());
    }

    private static String joined(List<WordRun> runs, WordRun.Kind without) {
        return Word.collapsed(runs.stream()
                .filter(run -> run.kind() != without)
                .map(WordRun::text)
                .collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "c",
                        "Walks",
                        "the",
                        "meadows",
                        ",",
                        ".",
                        "-",
                        "'",
                        "’",
                        "1",
                        "2",
                        "é",
                        "e\u0301",
                        " ",
                        " ",
                        " ",
                        "  ",
                        "\n",
                        "\u00a0",
                        "\t",
                        "\ud83d\ude00",
                        "\0")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
