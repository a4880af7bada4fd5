package city.planofrecord.classification.specification;

import static city.planofrecord.classification.specification.Documents.findings;
import static city.planofrecord.classification.specification.Documents.only;
import static city.planofrecord.classification.specification.Documents.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionRulesTest {

    @Test
    void aParagraphTornByAPageIsJoinedAgain() {
        var read = reading("""
                Level of Supervision Exercised:

                Leads two wardens and, in summer, the

                Page 2 of 5

                helpers of the season.
                """);

        assertThat(read.supervisionExercised())
                .containsExactly("Leads two wardens and, in summer, the helpers of the season.");
        assertThat(read.sources()).containsEntry("/supervisionExercised/0", new Lines(13, 17));
    }

    @Test
    void aParagraphInLowerCaseAfterASentenceIsNotGuessedToBelongToIt() {
        var section = "Level of Supervision Exercised:\n\nLeads two wardens.\n\nhelpers of the season.\n";

        assertThat(reading(section).supervisionExercised()).hasSize(2);
        assertThat(findings(section)).contains(FindingCode.POSSIBLE_SPLIT);
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        var read = reading("""
                Experience Requirement:

                Three years of work outdoors of the kind and at the level of a Lawn Keeper, of which one year at
                Meadow level or above, and of which no more than six months may have been spent in the office of a
                superintendent.
                """);

        assertThat(read.experience())
                .startsWith("Three years")
                .endsWith("office of a superintendent.")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Self-Management – Works alone.",
                "Self-Management- Works alone.",
                "Self-Management - Works alone.",
                "Self-Management — Works alone.",
                "Self-Management–Works alone.",
                "**Self-Management** - Works alone.",
                "**Self-Management:** Works alone.",
                "- Self-Management ‒ Works alone."
            })
    void aNameIsPartedFromItsDefinitionByAnyDash(String competency) {
        assertThat(reading("Competencies:\n\n" + competency).competencies())
                .containsExactly(new Definition("Self-Management", "Works alone."));
    }

    @Test
    void statementsOfKnowledgeAndSkillAmongCompetenciesAreNone() {
        var read = reading("""
                Competencies, Knowledges & Skills:

                Teaching – Knowledge of how others learn.

                Knowledge of grasses, herbs and the beasts that eat them.

                Skill in the use of a scythe.
                """);

        assertThat(read.competencies()).containsExactly(new Definition("Teaching", "Knowledge of how others learn."));
        assertThat(read.knowledgeAndSkills())
                .containsExactly(
                        "Knowledge of grasses, herbs and the beasts that eat them.", "Skill in the use of a scythe.");
    }

    @Test
    void aDutyThatEndsInAColonHasItems() {
        var read = only("""
                Meadow Warden

                GENERAL STATEMENT OF CLASS DUTIES

                Keeps meadows.

                ESSENTIAL DUTIES

                Performs some of the following:

                - Mows.
                • Rakes what was mown, and
                dries it.

                Feeds the sheep.
                - Counts them.

                Any one position may not include all of the duties listed.
                However, what a position does is
                decided elsewhere.
                """);

        assertThat(read.essentialDuties())
                .extracting(Duty::text)
                .containsExactly("Performs some of the following:", "Feeds the sheep.", "Counts them.");
        assertThat(read.essentialDuties().getFirst().items())
                .containsExactly("Mows.", "Rakes what was mown, and dries it.");
        assertThat(read.dutiesNote())
                .isEqualTo(
                        "Any one position may not include all of the duties listed. However, what a position does is decided elsewhere.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Any one position may not carry every duty.",
                "However, the allocation of positions is decided elsewhere.",
                "No one position does all of this."
            })
    void theClosingNoteIsNoDuty(String note) {
        var read = only("Warden\n\nESSENTIAL DUTIES\n\nWalks.\n\n" + note);

        assertThat(read.essentialDuties()).containsExactly(new Duty("Walks.", List.of()));
        assertThat(read.dutiesNote()).isEqualTo(note);
    }

    @Test
    void alternativesAreOneEntry() {
        var read = reading("""
                Education/Experience Equivalency:

                One year of study may stand for one of work.

                By position (for parks only), three years in a park

                -OR-

                By position (for parks only), two years in a forest
                """);

        assertThat(read.equivalencies())
                .containsExactly(
                        "One year of study may stand for one of work.",
                        "By position (for parks only), three years in a park\n-OR-\nBy position (for parks only), two years in a forest");
    }

    @Test
    void whatStandsAloneAsByPositionBelongsToWhatItQualifies() {
        assertThat(reading("Licensure and/or Certification:\n\nBy position:\n\nA driver's license.")
                        .licensure())
                .containsExactly("By position: A driver's license.");
    }

    @Test
    void entriesMayStandOneToALine() {
        assertThat(reading("Working Environment:\n\nRain.\nSun, wind and, in winter, some snow.\nNoise of machines")
                        .workingEnvironment())
                .containsExactly("Rain.", "Sun, wind and, in winter, some snow.", "Noise of machines");
    }

    @Test
    void theNoteOfTheDemandsIsNoDemand() {
        var beside = reading(
                "Physical Demands (Physical Demands are a\ngeneral guide):\n\nSitting: at rest.\nWalking: at work.");
        var below = reading(
                "### Physical Demands\n\n(Physical Demands are a general guide):\n\nSitting: at rest.\n\nWalking: at work.");

        assertThat(beside.physicalDemandsNote()).isEqualTo("Physical Demands are a general guide");
        assertThat(beside.physicalDemands())
                .containsExactly(new Definition("Sitting", "at rest."), new Definition("Walking", "at work."));
        assertThat(below.physicalDemandsNote()).isEqualTo(beside.physicalDemandsNote());
        assertThat(below.physicalDemands()).isEqualTo(beside.physicalDemands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "None.", "NONE", "**None**", "- None"})
    void aSectionThatSaysNoneIsNotAbsent(String none) {
        var read = reading("Licensure and/or Certification:\n\n" + none);

        assertThat(read.licensure()).isEmpty();
        assertThat(read.none()).containsExactly("licensure");
        assertThat(reading("").none()).isEmpty();
    }

    @Test
    void aSectionUnderWhichNothingStandsIsFound() {
        assertThat(findings("Education Requirement:\n\nExperience Requirement:\n\nOne year."))
                .contains(FindingCode.EMPTY_SECTION);
    }

    @ParameterizedTest
    @CsvSource({
        "Exempt,EXEMPT",
        "Non-Exempt,NON_EXEMPT",
        "Non-exempt,NON_EXEMPT",
        "Nonexempt,NON_EXEMPT",
        "Y,UNKNOWN",
        "N,UNKNOWN"
    })
    void theFlsaStatusIsWhatItSays(String written, FlsaStatus status) {
        assertThat(reading("FLSA CODE: " + written).flsa()).isEqualTo(new Flsa(written, status));
        assertThat(findings("FLSA CODE: " + written).contains(FindingCode.FLSA_NOT_UNDERSTOOD))
                .isEqualTo(status == FlsaStatus.UNKNOWN);
    }

    @Test
    void fieldsMayStandInTheCellsOfATable() {
        var read = reading(
                "CLASS DETAIL\n\nESTABLISHED DATE:\t1/2/2003\tESTABLISHED BY: A. Writer\nREVISED DATE:\tREVISED BY:");

        assertThat(read.established()).isEqualTo(new Stamp(new PartialDate("1/2/2003", 2003, 1, 2), "A. Writer"));
        assertThat(read.revised()).isNull();
    }

    @Test
    void theCodeMayBeAFieldOrFollowTheTitle() {
        assertThat(reading("JOB CODE: AB1234").jobCode()).isEqualTo("AB1234");
        assertThat(only("Warden – AB1234\n\n### Essential Duties\n\nWalks.").jobCode())
                .isEqualTo("AB1234");
        assertThat(only("Warden – AB1234\n\n### Essential Duties\n\nWalks.").title())
                .isEqualTo("Warden");
    }

    @Test
    void markupIsTakenOff() {
        assertThat(reading("Education Requirement:\n\n <u>A\tdegree</u>, **or** \\$5 \\* 3\u00a0more")
                        .education())
                .isEqualTo("A degree, or $5 * 3 more");
    }

    @Test
    void textThatNoRuleClaimsIsReported() {
        var parsed = SpecificationParser.parse(Documents.with("""
                        MINIMUM QUALIFICATIONS

                        Something said here.

                        Physical Demands:

                        Sitting: at rest.
                        Nothing that could be a demand

                        SPECIAL REQUIREMENTS

                        Must like sheep.

                        Education Requirement:

                        None
                        """).lines().toList());

        assertThat(parsed.findings())
                .filteredOn(finding -> finding.code() == FindingCode.UNCLAIMED_TEXT)
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains("Something said here."))
                .anySatisfy(message -> assertThat(message).contains("Nothing that could be a demand"))
                .anySatisfy(message -> assertThat(message).contains("Must like sheep."));
        assertThat(parsed.findings()).extracting(Finding::code).contains(FindingCode.UNKNOWN_HEADING);
        assertThat(parsed.specifications().getFirst().none()).containsExactly("education");
    }

    @Test
    void aSectionThatStandsTwiceIsPutTogether() {
        var section = "Working Environment:\n\nRain.\n\nEducation Requirement:\n\nNone\n\nWorking Environment:\n\nSun.";

        assertThat(reading(section).workingEnvironment()).containsExactly("Rain.", "Sun.");
        assertThat(findings(section)).contains(FindingCode.REPEATED_SECTION);
        assertThat(findings(section.replaceFirst("(?s)(.*)Environment:", "$1Environment (continued):")))
                .doesNotContain(FindingCode.REPEATED_SECTION);
    }

    @Test
    void aDocumentThatIsNoSpecificationSaysSo() {
        var parsed = SpecificationParser.parse("Minutes of the garden club\n\nEducation\n\nNothing learnt."
                .lines()
                .toList());

        assertThat(parsed.specifications()).isEmpty();
        assertThat(parsed.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.NO_SPECIFICATION))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
        assertThat(SpecificationParser.parse(List.of()).findings()).hasSize(1);
    }
}
