package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedSpecificationsTest {

    private static final int FIRST_ATTACHMENT = 75;

    @Test
    void theNoticeHasEightSpecificationsAttached() {
        assertThat(attached().specifications())
                .extracting(ClassSpecification::title)
                .containsExactly(
                        "311 Analyst/Trainer",
                        "311 Customer Service Agent",
                        "311 Customer Service Specialist",
                        "311 Operations Assistant",
                        "Contact Center Director",
                        "Contact Center Operations Manager",
                        "DHS Customer Service Agent",
                        "Lead Customer Service Agent");
        assertThat(attached().specifications()).allSatisfy(specification -> {
            assertThat(specification.template()).isEqualTo("2011");
            assertThat(specification.jobCode()).isNull();
            assertThat(specification.generalStatement()).isNotBlank();
            assertThat(specification.decisionMaking()).hasSize(3);
            assertThat(specification.supervisionReceived()).hasSize(1);
            assertThat(specification.interpersonalContacts()).hasSize(1);
            assertThat(specification.education()).isNotBlank().doesNotContain("\n");
            assertThat(specification.experience()).isNotBlank().doesNotContain("\n");
            assertThat(specification.dutiesNote()).hasSize(191);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # title                          | dist | from | exercised | duties | competencies | knowledge | demands | environment | equivalencies | licensure | history | none
                    311 Analyst/Trainer               | 2    | 2    | 1         | 10     | 18           | 0         | 14      | 2           | 2             | 0         | 2       | licensure
                    311 Customer Service Agent        | 3    | 3    | 1         | 9      | 15           | 3         | 12      | 5           | 1             | 0         | 3       |
                    311 Customer Service Specialist   | 2    | 2    | 1         | 3      | 15           | 5         | 12      | 2           | 0             | 0         | 1       | equivalencies licensure
                    311 Operations Assistant          | 2    | 2    | 0         | 11     | 16           | 0         | 12      | 2           | 1             | 0         | 2       | supervisionExercised licensure
                    Contact Center Director           | 2    | 2    | 1         | 12     | 20           | 0         | 13      | 4           | 1             | 1         | 1       |
                    Contact Center Operations Manager | 3    | 3    | 1         | 12     | 18           | 0         | 13      | 2           | 2             | 1         | 1       |
                    DHS Customer Service Agent        | 3    | 3    | 1         | 8      | 15           | 3         | 12      | 5           | 2             | 0         | 1       |
                    Lead Customer Service Agent       | 4    | 4    | 1         | 13     | 17           | 3         | 12      | 6           | 2             | 0         | 2       |
                    """)
    void everySectionHasItsEntries(
            String title,
            int distinguishing,
            int from,
            int exercised,
            int duties,
            int competencies,
            int knowledge,
            int demands,
            int environment,
            int equivalencies,
            int licensure,
            int history,
            String none) {
        var specification = attached(title);

        assertThat(specification.distinguishingCharacteristics()).hasSize(distinguishing);
        assertThat(specification.distinguishedFrom()).hasSize(from);
        assertThat(specification.supervisionExercised()).hasSize(exercised);
        assertThat(specification.essentialDuties()).hasSize(duties);
        assertThat(specification.competencies()).hasSize(competencies);
        assertThat(specification.knowledgeAndSkills()).hasSize(knowledge);
        assertThat(specification.physicalDemands()).hasSize(demands);
        assertThat(specification.workingEnvironment()).hasSize(environment);
        assertThat(specification.equivalencies()).hasSize(equivalencies);
        assertThat(specification.licensure()).hasSize(licensure);
        assertThat(specification.history()).hasSize(history);
        assertThat(specification.none()).isEqualTo(none == null ? List.of() : Arrays.asList(none.split(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    311 Analyst/Trainer               | Exempt     | EXEMPT     | 12/1/2005  | 2005-12-01 | xx/xx/2011
                    311 Customer Service Agent        | Non-Exempt | NON_EXEMPT | 12/1/2005  | 2005-12-01 | xx/xx/2011
                    311 Customer Service Specialist   | Non-exempt | NON_EXEMPT | 01/18/2009 | 2009-01-18 | xx/xx/2011
                    311 Operations Assistant          | Non-exempt | NON_EXEMPT | 12/1/2005  | 2005-12-01 | xx/xx/2011
                    Contact Center Director           | Exempt     | EXEMPT     | xx/xx/2011 |            |
                    Contact Center Operations Manager | Exempt     | EXEMPT     | xx/xx/2011 |            |
                    DHS Customer Service Agent        | Non-exempt | NON_EXEMPT | xx/xx/2011 |            |
                    Lead Customer Service Agent       | Non-Exempt | NON_EXEMPT | 12/01/2005 | 2005-12-01 | xx/xx/2011
                    """)
    void theDetailsOfTheClassAreRead(
            String title, String flsa, FlsaStatus status, String established, LocalDate day, String revised) {
        var specification = attached(title);

        assertThat(specification.flsa()).isEqualTo(new Flsa(flsa, status));
        assertThat(specification.established().date().asWritten()).isEqualTo(established);
        assertThat(specification.established().date().exact().orElse(null)).isEqualTo(day);
        assertThat(specification.established().by()).isNotBlank();
        if (revised == null) {
            assertThat(specification.revised()).isNull();
            assertThat(specification.history())
                    .singleElement()
                    .extracting(HistoryEntry::date)
                    .isNull();
        } else {
            assertThat(specification.revised().date()).isEqualTo(new PartialDate(revised, 2011, null, null));
            assertThat(specification.revised().by()).isNotBlank();
        }
    }

    @Test
    void theClassesThatTheyAreDistinguishedFromAreNamed() {
        assertThat(attached("311 Analyst/Trainer").distinguishedFrom())
                .containsExactly("Agency Trainer", "Management Analyst");
        assertThat(attached("311 Customer Service Specialist").distinguishedFrom())
                .containsExactly("311 Customer Service Agent", "Lead Customer Service Agent");
        assertThat(attached("311 Operations Assistant").distinguishedFrom())
                .containsExactly("Operations Assistant", "Executive Assistant I");
        assertThat(attached("Contact Center Director").distinguishedFrom())
                .containsExactly("Contact Center Operations Manager", "Manager 2");
        assertThat(attached("Contact Center Operations Manager").distinguishedFrom())
                .containsExactly("Lead Customer Service Agent", "Operational Supervisor I", "Manager 1");
        assertThat(attached("Lead Customer Service Agent").distinguishedFrom())
                .containsExactly(
                        "311 Customer Service Agent",
                        "DHS Customer Service Agent",
                        "311 Customer Service Specialist",
                        "Lead Emergency Communications Operator");
    }

    @Test
    void oneDutyListsEightItems() {
        assertThat(attached("311 Customer Service Specialist").essentialDuties())
                .extracting(duty -> duty.items().size())
                .containsExactly(0, 8, 0);
        assertThat(attached("311 Customer Service Specialist").sources())
                .containsEntry("/essentialDuties/1", new Lines(445, 454));
    }

    @ParameterizedTest
    @CsvSource({
        "Contact Center Director,/essentialDuties/8,778,780",
        "Contact Center Operations Manager,/essentialDuties/6,956,958",
        "Contact Center Operations Manager,/competencies/14,1004,1006",
        "Lead Customer Service Agent,/essentialDuties/9,1314,1316"
    })
    void whatAPageTearsIsJoined(String title, String pointer, int from, int to) {
        assertThat(attached(title).sources()).containsEntry(pointer, new Lines(from, to));
    }

    @Test
    void aNoteThatIsWrappedIsOneNote() {
        assertThat(attached("DHS Customer Service Agent").sources())
                .containsEntry("/dutiesNote", new Lines(1137, 1140));
        assertThat(attached("DHS Customer Service Agent").dutiesNote())
                .isEqualTo(attached("311 Analyst/Trainer").dutiesNote());
    }

    @Test
    void theEntriesOfTheHistoryKeepTheirDatesAndInitials() {
        assertThat(attached("311 Customer Service Agent").history())
                .extracting(entry -> entry.date().asWritten() + " " + entry.initials())
                .containsExactly("4/2007 MP", "8/2009 PW", "x/2011 MF");
        assertThat(attached("311 Analyst/Trainer").history())
                .extracting(entry -> entry.date().asWritten() + " " + entry.initials())
                .containsExactly("8/2009 PW", "xx/2011 MF");
        assertThat(attached("311 Operations Assistant").history())
                .extracting(entry -> entry.date().asWritten() + " " + entry.initials())
                .containsExactly("8/2009 null", "xx/2011 null");
    }

    @Test
    void alternativesAreJoined() {
        assertThat(attached("DHS Customer Service Agent").equivalencies().getLast())
                .contains("\n-OR-\n");
        assertThat(attached("Lead Customer Service Agent").equivalencies().getLast())
                .contains("\n-OR-\nBy position");
        assertThat(attached("DHS Customer Service Agent").sources())
                .containsEntry("/equivalencies/1", new Lines(1232, 1236));
    }

    @Test
    void exactlyTheDoubtfulIsFoundInTheAttachments() {
        assertThat(attached().findings().stream().collect(Collectors.groupingBy(Finding::code, Collectors.counting())))
                .isEqualTo(Map.of(FindingCode.NO_JOB_CODE, 8L, FindingCode.PARTIAL_DATE, 18L));
    }

    @Test
    void theNoticeAroundThemIsUnclaimedAndNoSpecification() {
        var whole = SpecificationParser.parse(Documents.seed("000_"));

        assertThat(whole.specifications()).isEqualTo(attached().specifications());
        assertThat(whole.findings())
                .filteredOn(finding -> finding.code() == FindingCode.UNCLAIMED_TEXT)
                .singleElement()
                .extracting(Finding::lines)
                .isEqualTo(new Lines(3, 71));
    }

    @Test
    void theNewerTemplateIsRead() {
        var parsed = SpecificationParser.parse(Documents.seed("003_"));
        var specification = parsed.specifications().getFirst();

        assertThat(parsed.specifications()).hasSize(1);
        assertThat(specification.template()).isEqualTo("2018");
        assertThat(specification.title()).isEqualTo("Contact Center Operations Manager");
        assertThat(specification.jobCode()).isEqualTo("CA2433");
        assertThat(specification.payGrade()).isEqualTo("A-811");
        assertThat(specification.distinguishingCharacteristics()).hasSize(3);
        assertThat(specification.distinguishedFrom())
                .containsExactly("Lead Customer Service Agent", "Operational Supervisor I", "Manager");
        assertThat(specification.decisionMaking()).isEmpty();
        assertThat(specification.supervisionExercised()).hasSize(1);
        assertThat(specification.essentialDuties()).hasSize(12);
        assertThat(specification.dutiesNote()).hasSize(191);
        assertThat(specification.competencies())
                .extracting(Definition::name)
                .containsExactly(
                        "Deciding and Initiating Action",
                        "Delivering Results",
                        "Interpersonal Skills",
                        "Influencing",
                        "Problem Solving",
                        "Technical Competence",
                        "Coaching");
        assertThat(specification.physicalDemandLevel()).isEqualTo("1-Sedentary (0-10 lbs.)");
        assertThat(specification.physicalDemandsNote())
                .startsWith("Physical Demands are")
                .endsWith("needs.");
        assertThat(specification.physicalDemands()).hasSize(12);
        assertThat(specification.workingEnvironment()).hasSize(2);
        assertThat(specification.equivalencies()).hasSize(2);
        assertThat(specification.backgroundChecks()).hasSize(3);
        assertThat(specification.probationPeriod()).isEqualTo("Six (6) months.");
        assertThat(specification.none()).containsExactly("knowledgeAndSkills", "licensure", "assessment");
        assertThat(specification.flsa()).isEqualTo(new Flsa("Y", FlsaStatus.UNKNOWN));
        assertThat(specification.established()).isEqualTo(new Stamp(new PartialDate("9/21/2018", 2018, 9, 21), "LS"));
        assertThat(specification.revised()).isNull();
        assertThat(specification.history()).isEmpty();
        assertThat(parsed.findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.FLSA_NOT_UNDERSTOOD, FindingCode.ESTABLISHED_UNCONFIRMED);
    }

    @Test
    void everyValueIsWhatStandsOnItsLines() {
        for (var seed : List.of("000_", "003_")) {
            var lines = Documents.seed(seed);
            for (var specification : SpecificationParser.parse(lines).specifications()) {
                for (var value : Values.of(specification).entrySet()) {
                    var source = specification.sources().get(value.getKey());
                    assertThat(source).as(value.getKey()).isNotNull();
                    var standing = lines.subList(source.from() - 1, source.to()).stream()
                            .map(line -> Emphasis.without(Line.read(1, line).text()))
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.joining(" "));
                    assertThat(standing).contains(value.getValue().replace("\n", " "));
                }
            }
        }
    }

    @Test
    void everyLineIsAValueOrAHeadingOrDebris() {
        for (var seed : List.of("000_", "003_")) {
            var lines = Documents.seed(seed);
            var claimed = new BitSet();
            SpecificationParser.parse(lines)
                    .specifications()
                    .forEach(specification -> specification
                            .sources()
                            .values()
                            .forEach(source -> claimed.set(source.from(), source.to() + 1)));
            for (var i = seed.equals("000_") ? FIRST_ATTACHMENT : 1; i <= lines.size(); i++) {
                var line = Line.read(i, lines.get(i - 1));
                if (!claimed.get(i) && !line.isBlank() && !SectionText.isNone(line.text())) {
                    assertThat(Headings.on(line).isPresent()
                                    || Furniture.isRunningLine(line.text())
                                    || Furniture.pageNumber(line.text()).isPresent())
                            .as("line %d: %s", i, line.text())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theAttachmentsAreReadInAnInstant() {
        var lines = Documents.seed("000_");
        var times = new ArrayList<Duration>();
        for (var i = 0; i < 30; i++) {
            var start = System.nanoTime();
            SpecificationParser.parse(lines);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }

        assertThat(times.getFirst()).isLessThan(Duration.ofSeconds(1));
        assertThat(times.stream().skip(10).min(Duration::compareTo))
                .hasValueSatisfying(time -> assertThat(time).isLessThan(Duration.ofMillis(100)));
    }

    private static ParsedSpecifications attached() {
        var lines = new ArrayList<>(Documents.seed("000_"));
        for (var i = 0; i < FIRST_ATTACHMENT - 1; i++) {
            lines.set(i, "");
        }
        return SpecificationParser.parse(lines);
    }

    private static ClassSpecification attached(String title) {
        return attached().specifications().stream()
                .filter(specification -> title.equals(specification.title()))
                .findFirst()
                .orElseThrow();
    }
}
