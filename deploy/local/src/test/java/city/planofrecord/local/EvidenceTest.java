package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/security claims is there: each requirement has its row, and each test and file that a row names exists. */
class EvidenceTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("contracts")).resolve("../..").normalize();
    private static final Path PAGES = PROJECT.resolve("docs/security");

    /** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; in each they come before those of level 3. */
    private static final Map<String, Integer> SECTIONS = sections("""
            1.1:2 1.2:9 1.3:11 1.4:3 1.5:2  2.1:3 2.2:3 2.3:4 2.4:1  3.2:2 3.3:4 3.4:6 3.5:5 3.7:2  4.1:3 4.2:1 4.3:2 4.4:4
            5.1:1 5.2:3 5.3:2 5.4:3  6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4  7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
            8.1:2 8.2:3 8.3:1 8.4:1  9.1:3 9.2:4  10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
            11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1  12.1:3 12.2:2 12.3:4  13.1:1 13.2:5 13.3:2 13.4:5  14.1:2 14.2:4 14.3:3
            15.1:3 15.2:3 15.3:7  16.1:1 16.2:5 16.3:4 16.4:3 16.5:3  17.1:1 17.2:4 17.3:2""");

    private static final Set<String> VERDICTS = Set.of("met", "provider", "operator", "none", "open");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private record Row(List<String> cells) {

        String verdict() {
            return cells.get(2);
        }

        String evidence() {
            return cells.getLast();
        }
    }

    @Test
    void everyRequirementOfLevelsOneAndTwoHasOneRow() throws IOException {
        var judged = rows("asvs.md").stream()
                .flatMap(row -> requirements(row.cells().getFirst()))
                .toList();

        var all = SECTIONS.entrySet().stream()
                .flatMap(section -> IntStream.rangeClosed(1, section.getValue())
                        .mapToObj(number -> section.getKey() + "." + number))
                .toList();
        assertThat(all).hasSize(70 + 183);
        assertThat(judged).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyRowHasAVerdictAndWhatIsMetHasEvidence() throws IOException {
        assertThat(rows("asvs.md")).allSatisfy(row -> {
            assertThat(row.verdict()).isIn(VERDICTS);
            if (!row.verdict().equals("provider")) {
                assertThat(row.evidence()).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"asvs.md", "api-top-10.md", "threat-model.md"})
    void everyTestAndFileThatIsNamedExists(String page) throws IOException {
        var text = Files.readString(PAGES.resolve(page));
        var tests = tests();

        var missing = new ArrayList<String>();
        for (var quoted = QUOTED.matcher(text); quoted.find(); ) {
            var name = quoted.group(1);
            var isTest = name.matches("[A-Z]\\w+(Test|IT)");
            var isFile = name.matches("(docs|deploy)/[\\w./-]+") || name.matches("[A-Z]+\\.md");
            if (isTest && !tests.contains(name)
                    || isFile && !Files.exists(PROJECT.resolve(name.replaceAll(" .*", "")))) {
                missing.add(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> tests() throws IOException {
        // Not all of the project: what others build and run in it comes and goes meanwhile.
        try (var files = Stream.of(
                        "service-chassis",
                        "classification-service",
                        "paygrade-service",
                        "notice-service",
                        "deploy/local")
                .map(module -> PROJECT.resolve(module).resolve("src/test/java"))
                .flatMap(EvidenceTest::all)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    /** The rows of a page's tables whose first cell is the number of a requirement. */
    private static Stream<Path> all(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(String page) throws IOException {
        return Files.readAllLines(PAGES.resolve(page)).stream()
                .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+.*"))
                .map(line -> new Row(
                        Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                                .map(String::strip)
                                .toList()))
                .toList();
    }

    /** {@code 1.2.6–1.2.8} stands for three. */
    private static Stream<String> requirements(String cell) {
        var ends = cell.split("–", 2);
        var section = ends[0].substring(0, ends[0].lastIndexOf('.'));
        return IntStream.rangeClosed(number(ends[0]), number(ends[ends.length - 1]))
                .mapToObj(number -> section + "." + number);
    }

    private static int number(String requirement) {
        return Integer.parseInt(requirement.substring(requirement.lastIndexOf('.') + 1));
    }

    private static Map<String, Integer> sections(String counts) {
        var sections = new TreeMap<String, Integer>();
        for (var count : counts.strip().split("\\s+")) {
            var parts = count.split(":");
            sections.put(parts[0], Integer.valueOf(parts[1]));
        }
        return sections;
    }
}
