package city.planofrecord.classification.specification;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The documents that tests read. */
public final class Documents {

    private Documents() {}

    /** A real document, from the folder that the system property {@code seeds} names; the test is skipped without it. */
    public static List<String> seed(String prefix) {
        var folder = Path.of(System.getProperty("seeds", "../../shared/seeds"));
        assumeTrue(
                Files.isDirectory(folder),
                () -> "The folder of real documents is not here: " + folder.toAbsolutePath());
        try (var files = Files.list(folder)) {
            var found = files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst();
            assumeTrue(found.isPresent(), () -> "No document in " + folder + " begins with " + prefix);
            return Files.readAllLines(found.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of our own documents, from the folder that the system property {@code samples} names; skipped without it. */
    public static List<String> sample(String name) {
        var file = Path.of(System.getProperty("samples", "../deploy/local/src/main/resources/samples"), name);
        assumeTrue(Files.isRegularFile(file), () -> "The sample document is not here: " + file.toAbsolutePath());
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only specification of a document. */
    static ClassSpecification only(String document) {
        var parsed = SpecificationParser.parse(document.lines().toList());
        if (parsed.specifications().size() != 1) {
            throw new AssertionError(
                    "%d specifications; %s".formatted(parsed.specifications().size(), parsed.findings()));
        }
        return parsed.specifications().getFirst();
    }

    /** A short specification of the older template, with one section more. */
    static String with(String section) {
        return """
                Meadow Warden

                GENERAL STATEMENT OF CLASS DUTIES

                Keeps the meadows of the city in the state that the plan for them asks for, in every season of the year.

                ESSENTIAL DUTIES

                Walks the meadows.

                """ + section;
    }

    static ClassSpecification reading(String section) {
        return only(with(section));
    }

    static List<FindingCode> findings(String section) {
        return SpecificationParser.parse(with(section).lines().toList()).findings().stream()
                .map(Finding::code)
                .toList();
    }
}
