package city.planofrecord.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import city.planofrecord.local.Plan1341.Expected;
import city.planofrecord.local.Plan1341.Term;
import city.planofrecord.local.story.PaperDocument;
import city.planofrecord.local.story.Story;

/** The story with the real documents, on a system of its own, since they bear the numbers and codes of our samples. */
class SeedNoticeIT {

    static final List<Expected> REVISED = Plan1341.REVISED;
    static final List<Term> ESTABLISHED = Plan1341.ESTABLISHED;

    private static Optional<WholeSystem> system = Optional.empty();

    @BeforeAll
    static void play() {
        var folder = System.getProperty("seeds");
        assumeTrue(folder != null, "Skipped: the system property \"seeds\" names no folder with the real documents");
        var notice = Path.of(folder, "000_ae6103704df5fe66.txt");
        var specification = Path.of(folder, "003_3f29c8d4684febbb.txt");
        assumeTrue(Files.isReadable(notice), () -> "Skipped: there is no real notice at " + notice);
        assumeTrue(Files.isReadable(specification), () -> "Skipped: there is no specification at " + specification);
        var begun = WholeSystem.begin("seed-system");
        system = Optional.of(begun);
        new Story(begun.city(), _ -> false, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .play(PaperDocument.file(notice), Optional.of(PaperDocument.file(specification)));
    }

    @AfterAll
    static void stop() {
        system.ifPresent(WholeSystem::stop);
    }

    @ParameterizedTest
    @FieldSource("REVISED")
    void aRevisedClassIsFoundByBothCodesOnBothDays(Expected expected) {
        plan().assertRevised(expected);
    }

    @ParameterizedTest
    @FieldSource("ESTABLISHED")
    void aNewClassIsInEffectFromTheDayOn(Term term) {
        plan().assertEstablished(term);
    }

    @Test
    void theAbolishedClassIsInEffectUntilTheDay() {
        plan().assertAbolished(Plan1341.ABOLISHED);
    }

    @Test
    void theAttachedSpecificationsAreThoseOfTheirClasses() {
        plan().assertSpecified();
    }

    @Test
    void theSpecificationOf2018FollowsWithItsGrade() {
        plan().assertSpecifiedAgainIn2018();
    }

    private static Plan1341 plan() {
        return new Plan1341(system.orElseThrow().city());
    }
}
