package city.planofrecord.classification.classcomparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import city.planofrecord.classification.specification.ClassSpecification;
import city.planofrecord.classification.specification.Duty;
import city.planofrecord.classification.specification.Specifications;

/** Comparing takes bounded time, whatever is compared. */
class LargeDocumentsTest {

    /** The time that the machine gives to others does not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static List<Arguments> pairs() {
        var random = new Random(7);
        return List.of(
                Arguments.of(
                        "a hundred kilobytes, a word in ten changed",
                        duties(400, place -> prose(new Random(place), 65)),
                        mutated(duties(400, place -> prose(new Random(place), 65)), random)),
                Arguments.of(
                        "a hundred kilobytes with nothing in common",
                        duties(400, _ -> prose(random, 65)),
                        duties(400, _ -> prose(random, 65))),
                Arguments.of(
                        "a thousand items that are nearly one",
                        duties(
                                1_000,
                                place -> "Keeps the meadows of the city in good order at all times, number " + place),
                        duties(
                                1_000,
                                place -> "Keeps the meadows of the city in good order at all times, number " + -place)),
                Arguments.of(
                        "ten thousand items that are nearly one",
                        duties(10_000, place -> "Keeps it " + place),
                        duties(10_000, place -> "Keeps it " + (20_000 - place))),
                Arguments.of(
                        "one endless paragraph, every other word changed",
                        text("a b ".repeat(25_000)),
                        text("a c ".repeat(25_000))),
                Arguments.of("marks only", text(".,".repeat(50_000)), text(",;".repeat(50_000))),
                Arguments.of(
                        "a megabyte of words of all kinds",
                        text(prose(random, 150_000)),
                        text(prose(random, 150_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void comparingEndsWithinASecond(String what, ClassSpecification before, ClassSpecification after) {
        ClassComparison.compare(Sides.side(before), Sides.side(after));

        var start = CLOCK.getCurrentThreadCpuTime();
        var diff = ClassComparison.compare(Sides.side(before), Sides.side(after));
        var taken = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);

        assertThat(taken).as(what).isLessThan(LIMIT);
        assertThat(diff.change()).isEqualTo(Change.CHANGED);
    }

    @Test
    void aWordInTenOfALargeDocumentIsFoundItemByItem() {
        var lines = IntStream.range(0, 250)
                .mapToObj(place -> place + " " + prose(new Random(place), 65))
                .toList();
        var diff = ClassComparison.compare(
                Sides.side(duties(250, lines::get)), Sides.side(mutated(duties(250, lines::get), new Random(3))));

        assertThat(Sides.section(diff, "essentialDuties").items())
                .hasSize(250)
                .allSatisfy(item -> assertThat(item.before().position())
                        .isEqualTo(item.after().position()));
    }

    private static ClassSpecification duties(int number, IntFunction<String> text) {
        return with(
                IntStream.range(0, number)
                        .mapToObj(place -> new Duty(text.apply(place), List.of()))
                        .toList(),
                "Keeps.");
    }

    private static ClassSpecification text(String text) {
        return with(List.of(), text);
    }

    private static ClassSpecification with(List<Duty> duties, String statement) {
        var it = Specifications.of(1);
        return Sides.changed(it, tree -> {
            tree.put("generalStatement", statement);
            var array = tree.putArray("essentialDuties");
            duties.forEach(array::addPOJO);
            return tree;
        });
    }

    private static ClassSpecification mutated(ClassSpecification specification, Random random) {
        return duties(
                specification.essentialDuties().size(),
                place -> mutated(specification.essentialDuties().get(place).text(), random));
    }

    private static String mutated(String text, Random random) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        words.replaceAll(word -> random.nextInt(10) == 0 ? word + "s" : word);
        return String.join(" ", words);
    }

    private static String prose(Random random, int words) {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++) {
            text.append((char) ('a' + random.nextInt(6)))
                    .append(Integer.toString(random.nextInt(1_000), 36))
                    .append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString().strip();
    }
}
