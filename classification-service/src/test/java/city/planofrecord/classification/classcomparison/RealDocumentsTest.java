package city.planofrecord.classification.classcomparison;

import static city.planofrecord.classification.classcomparison.Sides.names;
import static city.planofrecord.classification.classcomparison.Sides.section;
import static city.planofrecord.classification.classcomparison.Sides.sections;
import static city.planofrecord.classification.classcomparison.Sides.term;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

import city.planofrecord.classification.specification.Documents;

/** CA2433 as the notice of 2011 proposed it against the specification of 2018: as the city printed both, and as ours. */
class RealDocumentsTest {

    private static final String TITLE = "Contact Center Operations Manager";

    private static ClassDiff compare(List<String> notice, List<String> specification) {
        var printed = Pattern.compile("CA2433\t" + TITLE + "\t(\\S+) .*");
        var grade = notice.stream()
                .map(printed::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .findFirst()
                .orElseThrow();
        var before = new ClassSide(Sides.terms("CA2433", TITLE), grade, Sides.read(notice, TITLE));
        var later = Sides.read(specification, TITLE);
        return ClassComparison.compare(
                before, new ClassSide(Sides.terms(later.jobCode(), later.title()), later.payGrade(), later));
    }

    private static ClassDiff seeds() {
        return compare(Documents.seed("000_"), Documents.seed("003_"));
    }

    private static ClassDiff samples() {
        return compare(Documents.sample("notice-1341.txt"), Documents.sample("specification-ca2433-2018.md"));
    }

    @Test
    void theGradeIsAnotherNumberOfTheSameSchedulePrintedAsWritten() {
        assertGrade(seeds());
    }

    @Test
    void theGradeOfTheSampleIsToo() {
        assertGrade(samples());
    }

    private static void assertGrade(ClassDiff diff) {
        var grade = term(diff, "grade");

        assertThat(grade.change()).isEqualTo(Change.CHANGED);
        assertThat(grade.before()).isEqualTo(TextNode.valueOf("809-A"));
        assertThat(grade.after()).isEqualTo(TextNode.valueOf("A-811"));
        assertThat(grade.parts()).extracting(TermDiff::change).containsExactly(Change.UNCHANGED, Change.CHANGED);
        assertThat(term(diff, "jobCode").change()).isEqualTo(Change.UNCHANGED);
        assertThat(term(diff, "title").change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void sectionsVanishedAndCame() {
        var diff = seeds();

        assertSectionsVanishedAndCame(diff);
        assertThat(sections(diff, Change.UNCHANGED))
                .containsExactly(
                        "title", "generalStatement", "supervisionExercised", "essentialDuties", "workingEnvironment");
    }

    @Test
    void sectionsOfTheSampleVanishedAndCameToo() {
        var diff = samples();

        assertSectionsVanishedAndCame(diff);
        assertThat(sections(diff, Change.UNCHANGED))
                .containsExactly("title", "generalStatement", "supervisionExercised", "workingEnvironment");
    }

    private static void assertSectionsVanishedAndCame(ClassDiff diff) {
        assertThat(sections(diff, Change.REMOVED))
                .containsExactly("decisionMaking", "supervisionReceived", "interpersonalContacts", "history");
        assertThat(sections(diff, Change.ADDED))
                .containsExactly(
                        "jobCode",
                        "knowledgeAndSkills",
                        "physicalDemandLevel",
                        "backgroundChecks",
                        "assessment",
                        "probationPeriod",
                        "payGrade");
        assertThat(section(diff, "knowledgeAndSkills").after()).isEqualTo(SectionState.NONE);
        assertThat(section(diff, "assessment").after()).isEqualTo(SectionState.NONE);
        assertThat(section(diff, "licensure"))
                .extracting(SectionDiff::change, SectionDiff::before, SectionDiff::after)
                .containsExactly(Change.CHANGED, SectionState.PRESENT, SectionState.NONE);
    }

    @Test
    void accommodationIsDroppedFromTheDemands() {
        assertDemands(seeds());
    }

    @Test
    void accommodationIsDroppedFromTheDemandsOfTheSample() {
        assertDemands(samples());
    }

    private static void assertDemands(ClassDiff diff) {
        var demands = section(diff, "physicalDemands");

        assertThat(names(demands, Change.REMOVED)).containsExactly("Accommodation");
        assertThat(names(demands, Change.ADDED)).isEmpty();
        assertThat(names(demands, Change.CHANGED)).containsExactly("Lifting");
        assertThat(names(demands, Change.MOVED)).isEmpty();
        assertThat(demands.items())
                .filteredOn(item -> item.change() == Change.CHANGED)
                .singleElement()
                .satisfies(lifting -> assertThat(lifting.moved()).isTrue());
    }

    @Test
    void competenciesAreMatchedByName() {
        var competencies = section(seeds(), "competencies");

        assertThat(names(competencies, Change.CHANGED))
                .containsExactly("Interpersonal Skills", "Problem Solving", "Technical Competence");
        assertThat(names(competencies, Change.ADDED))
                .containsExactly("Deciding and Initiating Action", "Delivering Results", "Influencing", "Coaching");
        assertThat(names(competencies, Change.REMOVED))
                .hasSize(15)
                .contains("Oral Communication", "Self-Direction", "Internal Controls/Integrity", "Leadership");
        assertThat(names(competencies, Change.UNCHANGED)).isEmpty();
    }

    @Test
    void aCompetencyOfTheSampleThatKeptItsWordsIsUnchangedWhereverItStands() {
        var competencies = section(samples(), "competencies");

        assertThat(names(competencies, Change.UNCHANGED)).containsExactly("Interpersonal Skills");
        assertThat(names(competencies, Change.REMOVED))
                .contains("Oral Communication")
                .doesNotContain("Coaching");
        assertThat(names(competencies, Change.ADDED)).contains("Coaching");
    }

    @Test
    void onlyTheWordsThatChangedAreMarked() {
        var diff = seeds();

        assertThat(section(diff, "distinguishingCharacteristics").items())
                .extracting(ItemDiff::change)
                .containsExactly(Change.UNCHANGED, Change.UNCHANGED, Change.CHANGED);
        assertThat(section(diff, "distinguishingCharacteristics")
                        .items()
                        .getLast()
                        .words())
                .filteredOn(run -> run.kind() != WordRun.Kind.EQUAL)
                .containsExactly(new WordRun(WordRun.Kind.DELETE, " 1"));
        assertThat(section(diff, "experience").text().words())
                .filteredOn(run -> run.kind() != WordRun.Kind.EQUAL)
                .containsExactly(new WordRun(WordRun.Kind.INSERT, " (3)"));
        assertThat(section(diff, "education").text().words())
                .containsExactly(
                        new WordRun(WordRun.Kind.EQUAL, "Associate's"),
                        new WordRun(WordRun.Kind.DELETE, " degree"),
                        new WordRun(WordRun.Kind.INSERT, " Degree"),
                        new WordRun(WordRun.Kind.EQUAL, "."));
    }

    @Test
    void dutiesOfTheSampleAreChangedAndNoneIsNew() {
        var duties = section(samples(), "essentialDuties");

        assertThat(duties.items()).extracting(ItemDiff::change).containsOnly(Change.UNCHANGED, Change.CHANGED);
    }
}
