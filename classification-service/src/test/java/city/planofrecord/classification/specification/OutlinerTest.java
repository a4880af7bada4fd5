package city.planofrecord.classification.specification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlinerTest {

    private static final String BODY =
            "\n\nGENERAL STATEMENT OF CLASS DUTIES\n\nKeeps.\n\nESSENTIAL DUTIES\n\nWalks.\n\nCLASS HISTORY: This is a new class.\n\n\n";

    @Test
    void theTitleMayStandBeforeOrAfterThePageAndTheAuthority() {
        for (var opening : new String[] {
            "City of Springfield\n\nPage 1 of 5\n\nMeadow Warden",
            "City of Springfield\n\nMeadow Warden\n\nPage 1 of 5",
            "Career Service Authority\nMeadow Warden\nPage 1 of 5",
            "Office of Human Resources\nMeadow Warden - AB1234\nTHIS IS A PUBLIC DOCUMENT",
            "Meadow Warden",
        }) {
            assertThat(Documents.only(opening + BODY).title()).as(opening).isEqualTo("Meadow Warden");
        }
    }

    @Test
    void severalSpecificationsAreToldApart() {
        var document = "Career Service Authority\n\nPage 1 of 5\n\nMeadow Warden" + BODY
                + "Career Service Authority\n\nLawn Keeper\n\nPage 1 of 5" + BODY
                + "Career Service Authority\n\nShepherd" + BODY
                + "Fence Builder – AB1234" + BODY
                + "Gatekeeper" + BODY;

        assertThat(SpecificationParser.parse(document.lines().toList()).specifications())
                .extracting(ClassSpecification::title)
                .containsExactly("Meadow Warden", "Lawn Keeper", "Shepherd", "Fence Builder", "Gatekeeper");
    }

    @Test
    void whatIsPrintedOnEveryPageIsNoText() {
        var read = Documents.only("""
                Career Service Authority
                Meadow Warden
                Page 1 of 2

                GENERAL STATEMENT OF CLASS DUTIES

                Keeps the meadows and

                Career Service Authority
                Meadow Warden
                Page 2 of 2

                what lives in them.

                ESSENTIAL DUTIES

                Walks.

                Education Requirement:

                A degree

                Career Service Authority
                Meadow Warden
                Page 3 of 2

                Experience Requirement:

                One year.
                """);

        assertThat(read.generalStatement()).isEqualTo("Keeps the meadows and what lives in them.");
        assertThat(read.education()).isEqualTo("A degree");
        assertThat(read.experience()).isEqualTo("One year.");
    }

    @Test
    void linesThatWereBlankedKeepTheNumbersOfTheOthers() {
        var parsed = SpecificationParser.parse(
                ("\n".repeat(70) + "Meadow Warden" + BODY).lines().toList());

        assertThat(parsed.specifications().getFirst().sources()).containsEntry("/title", new Lines(71, 71));
        assertThat(parsed.findings()).extracting(Finding::code).containsExactly(FindingCode.NO_JOB_CODE);
    }

    @Test
    void aHeadingOfATablesColumnIsNoSection() {
        var parsed = SpecificationParser.parse(
                ("<u>Job Code:</u>\t<u>Classification Title</u>\t<u>Pay Grade</u>\nAB1234\tMeadow Warden\t613-S\n\nPage 1 of 2\n\nMeadow Warden"
                                + BODY)
                        .lines()
                        .toList());

        assertThat(parsed.specifications())
                .singleElement()
                .extracting(ClassSpecification::jobCode)
                .isNull();
    }

    @Test
    void aTitleThatIsMissingIsFound() {
        assertThat(SpecificationParser.parse(BODY.lines().toList()).findings())
                .extracting(Finding::code)
                .contains(FindingCode.NO_TITLE);
    }
}
