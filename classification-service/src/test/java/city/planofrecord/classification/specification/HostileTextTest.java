package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class HostileTextTest {

    private static final Duration ALLOWED = Duration.ofSeconds(5);

    @Test
    void manyLinesAreReadInTime() {
        inTime(lines(100_000, i -> "word ".repeat(20)));
        inTime(lines(200_000, i -> ""));
        inTime(lines(100_000, i -> i % 2 == 0 ? "" : "lower case goes on and on without an end, number " + i));
    }

    @Test
    void manyHeadingsAreReadInTime() {
        inTime(lines(100_000, i -> "ESSENTIAL DUTIES"));
        inTime(lines(100_000, i -> i % 2 == 0 ? "GENERAL STATEMENT OF CLASS DUTIES" : "Meadow Warden"));
        inTime(lines(
                100_000,
                i -> List.of("Page 1 of 5", "Meadow Warden", "### Essential Duties", "Walks:", "- a")
                        .get(i % 5)));
        inTime(lines(100_000, i -> "SOME HEADING " + "ABCDEFGHIJ".charAt(i % 10)));
        inTime(lines(100_000, i -> i == 0 ? "### Essential Duties" : "**Bold " + i + "**"));
    }

    @Test
    void longLinesAreReadInTime() {
        for (var part : List.of(
                "*a ",
                "**",
                "<u>",
                "a-",
                "- ",
                "\\",
                "(",
                "A ",
                "A: ",
                "1/1/",
                "distinguished from the A ",
                "x/",
                "\t",
                "A\t",
                "–",
                "OR ")) {
            var line = part.repeat(100_000 / part.length());
            for (var heading : List.of(
                    "Competencies:",
                    "DISTINGUISHING CHARACTERISTICS",
                    "CLASS HISTORY",
                    "Physical Demands:",
                    "Education:",
                    "ESTABLISHED DATE:")) {
                inTime(List.of("Title", "ESSENTIAL DUTIES", line, heading, line, line));
            }
            inTime(lines(100, i -> line));
        }
    }

    @Test
    void manyFindingsAreCounted() {
        var document = new ArrayList<>(List.of("Title", "ESSENTIAL DUTIES", "Walks."));
        document.addAll(Collections.nCopies(5_000, "Physical Demands:\n".strip()));
        for (var i = 0; i < 5_000; i++) {
            document.add("Physical Demands:");
            document.add("Nothing of the kind " + i);
        }

        assertThat(SpecificationParser.parse(document).findings())
                .hasSizeLessThan(2_100)
                .extracting(Finding::code)
                .contains(FindingCode.MORE_FINDINGS);
    }

    private static void inTime(List<String> lines) {
        assertTimeout(ALLOWED, () -> SpecificationParser.parse(lines));
    }

    private static List<String> lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).toList();
    }
}
