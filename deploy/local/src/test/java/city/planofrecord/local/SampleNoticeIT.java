package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import city.planofrecord.local.Plan1341.Expected;
import city.planofrecord.local.Plan1341.Term;
import city.planofrecord.local.story.PaperDocument;
import city.planofrecord.local.story.Story;

/** The story with our own documents, as {@code deploy/story} plays it. */
class SampleNoticeIT {

    static final List<Expected> REVISED = Plan1341.REVISED;
    static final List<Term> ESTABLISHED = Plan1341.ESTABLISHED;

    private static final WholeSystem SYSTEM = WholeSystem.shared();
    private static final Plan1341 PLAN = new Plan1341(SYSTEM.city());

    private static String firstPlay = "";

    @BeforeAll
    static void play() {
        firstPlay = played();
    }

    private static String played() {
        var said = new ByteArrayOutputStream();
        new Story(SYSTEM.city(), _ -> false, new PrintStream(said, true, StandardCharsets.UTF_8))
                .play(
                        PaperDocument.sample("notice-1341.txt"),
                        Optional.of(PaperDocument.sample("specification-ca2433-2018.md")));
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @FieldSource("REVISED")
    void aRevisedClassIsFoundByBothCodesOnBothDays(Expected expected) {
        PLAN.assertRevised(expected);
    }

    @ParameterizedTest
    @FieldSource("ESTABLISHED")
    void aNewClassIsInEffectFromTheDayOn(Term term) {
        PLAN.assertEstablished(term);
    }

    @Test
    void theAbolishedClassIsInEffectUntilTheDay() {
        PLAN.assertAbolished(Plan1341.ABOLISHED);
    }

    @Test
    void theAttachedSpecificationsAreThoseOfTheirClasses() {
        PLAN.assertSpecified();
    }

    @Test
    void theSpecificationOf2018FollowsWithItsGrade() {
        PLAN.assertSpecifiedAgainIn2018();
    }

    @Test
    void theStoryTellsEachStepAndEndsWithTheTable() {
        assertThat(firstPlay)
                .containsSubsequence(
                        "POST /notice-imports",
                        "4 revise (recode, retitle, regrade, respecify): CC2158",
                        "POST /notices/1341/findings/settlement",
                        "The publish gate looks at it",
                        "POST /notices/1341/posting",
                        "POST /notices/1341/decision",
                        "In effect from 2011-04-10, by Career Service Rule 7-37 A",
                        "What payroll has received",
                        "2011-04-09  CC2158  3-1-1 Operations Support Assistant            612-C  31,573 to 46,117",
                        "2011-04-10  CA2434  311 Operations Assistant                      613-A  35,912 to 52,419",
                        "So it was approved, item by item.",
                        "2018-09-21  CA2433  Contact Center Operations Manager  811-A  59,902 to 95,586");
    }

    @Test
    void theNoticeIsItsDocumentLineByLine() {
        var comparison = CityHall.assertGood(
                        SYSTEM.city().notices().analyst().get("/notices/1341/comparison?limit=500&differing=true"))
                .body();

        assertThat(comparison.path("count").path("CHANGED").asInt()).isZero();
        assertThat(comparison.path("items").findValuesAsText("state")).doesNotContain("CHANGED");
        assertThat(comparison.path("added")).isEmpty();
        assertThat(comparison.path("count").path("READ").asInt()).isGreaterThan(200);
    }

    @Test
    void playedASecondTimeItSaysWhatHasBeenDoneAndChangesNothing() {
        var before = Events.changesOf(SYSTEM.city().kafka(), "1341").size();

        assertThat(played())
                .contains("Notice 1341 has been imported already")
                .doesNotContain("POST /notices/1341", "/amendments")
                .contains("So it was approved, item by item.");
        assertThat(Events.changesOf(SYSTEM.city().kafka(), "1341")).hasSize(before);
    }
}
