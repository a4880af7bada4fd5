package city.planofrecord.notice.noticedocument;

import static city.planofrecord.notice.noticedocument.SampleNotice.codes;
import static city.planofrecord.notice.noticedocument.SampleNotice.parse;
import static city.planofrecord.notice.noticedocument.SampleNotice.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassTableTest {

    private static final List<DraftItem> ITEMS =
            parse(SampleNotice.text()).notice().items();

    private static final String WHOLE = """
            REVISED CLASS SPECIFICATIONS INCLUDING PAY GRADE AND TITLE CHANGES

            Current Job Code\tProposed Job Code\tCurrent Classification Title\tProposed Classification Title\tPresent Pay Grade & Range\tProposed Pay Grade & Range
            LB1003\tLB1003\tArchivist\tCity Archivist\t714-L ($40,100 to $60,200)\t716-L ($44,000 to $66,000)
            LB1004\tAR2004\tRecords Helper\tRecords Assistant\t612-C ($31,000 to $45,500)\t613-A ($33,250 to $49,875)
            LB1005\tLB1005\tCatalog Clerk/Typist\tCatalog Technician\t611-C ($29,950 to $44,000)\t612-C ($31,000 to $45,500)
            """;

    @Test
    void aWholeTableGivesTheSameItemsAsATornOneWithoutAFinding() {
        var parsed = parse(with(SampleNotice.REGRADES, WHOLE));

        assertThat(parsed.notice().items()).isEqualTo(ITEMS);
        assertThat(parsed.findings()).isEmpty();
    }

    @Test
    void columnsMayStandInAnyOrderAndBePartedByBlanks() {
        var parsed = parse(with(SampleNotice.REGRADES, """
                PAY GRADE, TITLE AND JOB CODE CHANGES:

                New Class Title      Existing Title         Proposed Pay Grade and Range   Current Grade   Current Pay Range    New Code  Old Code
                City Archivist       Archivist              716-L ($44,000 to $66,000)     714-L           $40,100 - $60,200    LB1003    LB1003
                Records Assistant    Records Helper         613-A ($33,250 to $49,875)     612-C           $31,000 - $45,500    AR2004    LB1004
                Catalog Technician   Catalog Clerk/Typist   612-C ($31,000 to $45,500)     611-C           $29,950 - $44,000    LB1005    LB1005
                """));

        assertThat(parsed.notice().items()).isEqualTo(ITEMS);
        assertThat(parsed.findings()).isEmpty();
    }

    @Test
    void tornColumnsMayStandSideBySide() {
        var parsed = parse(with(SampleNotice.REGRADES, """
                REVISED CLASS SPECIFICATIONS INCLUDING PAY GRADE AND TITLE CHANGES
                Current Job Code\tProposed Job Code\tCurrent Classification Title\tProposed Classification Title
                LB1003\tLB1003\tArchivist\tCity Archivist
                LB1004\tAR2004\tRecords Helper\tRecords Assistant
                LB1005\tLB1005\tCatalog Clerk/Typist\tCatalog Technician
                Present Pay Grade & Range\tProposed Pay Grade & Range
                714-L ($40,100 to $60,200)\t716-L ($44,000 to $66,000)
                612-C ($31,000 to $45,500)\t613-A ($33,250 to $49,875)
                611-C ($29,950 to $44,000)\t612-C ($31,000 to $45,500)
                """));

        assertThat(parsed.notice().items()).isEqualTo(ITEMS);
        assertThat(codes(parsed)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED);
    }

    @Test
    void aColumnThatNamesNoSideSpeaksOfBothInARevision() {
        var item = revised(
                "Job Code\tClassification Title\tCurrent Pay Grade\tProposed Pay Grade", "XY12\tGuard\t1-A\t2-A");

        assertThat(item.present().title()).isEqualTo("Guard");
        assertThat(item.proposed().title()).isEqualTo("Guard");
        assertThat(item.changes()).containsExactly(Change.REGRADE);
    }

    @Test
    void aColumnThatNamesNoSideIsThePresentOneBesideAProposedOne() {
        var item = revised("Job Code\tProposed Job Code\tTitle\tNew Title", "XY12\tXY13\tGuard\tWarden");

        assertThat(item.present().jobCode()).isEqualTo("XY12");
        assertThat(item.present().title()).isEqualTo("Guard");
        assertThat(item.proposed().jobCode()).isEqualTo("XY13");
        assertThat(item.changes()).containsExactly(Change.RECODE, Change.RETITLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "614-S ($33,597 to $49,038);614-S;33597.00;49038.00;ANNUAL",
                "614\u2013S ($33,597 \u2014 $49,038);614-S;33597.00;49038.00;ANNUAL",
                "A-811 ($65,000 to $104,000);A-811;65000.00;104000.00;ANNUAL",
                "614 - S, $33,597.50 - $49,038.75;614-S;33597.50;49038.75;ANNUAL",
                "301-N ($15.87 to $23.01 hourly);301-N;15.87;23.01;HOURLY",
                "301-N ($15.87 to $23.01) per hour;301-N;15.87;23.01;HOURLY",
                "301-N ($15.87/hr to $23.01/hr);;;;",
                "301-N ($33,597 to $49,038 annually);301-N;33597.00;49038.00;ANNUAL",
                "33597 through 49038;;33597.00;49038.00;ANNUAL"
            })
    void aPayCellIsAGradeARangeOrBoth(String cell, String grade, String minimum, String maximum, PayBasis basis) {
        var pay = Pay.read(cell, null);

        if (basis == null) {
            assertThat(pay).isEmpty();
            return;
        }
        assertThat(pay).hasValueSatisfying(read -> {
            assertThat(read.grade()).isEqualTo(grade);
            assertThat(read.range().minimum()).hasToString(minimum);
            assertThat(read.range().maximum()).hasToString(maximum);
            assertThat(read.range().basis()).isEqualTo(basis);
            assertThat(read.basisAssumed()).isFalse();
        });
    }

    @Test
    void aGradeMayStandWithoutARange() {
        assertThat(Pay.read("807-S", null)).contains(new Pay("807-S", null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "807", "S", "$1 to", "614-S ($33,59 to $49,038)", "614-S (33,597", "see below"})
    void whatIsNeitherGradeNorRangeIsNotRead(String cell) {
        assertThat(Pay.read(cell, null)).isEmpty();
    }

    @Test
    void aColumnMaySayThatItsRangesAreHourly() {
        var item = established("Job Code\tTitle\tPay Grade & Hourly Range", "XY12\tGuard\t301-N ($15.87 to $23.01)");

        assertThat(item.proposed().range().basis()).isEqualTo(PayBasis.HOURLY);
    }

    @Test
    void amountsTooSmallForAYearAreTakenToBeHourlyAndReported() {
        var parsed = parse(with(
                SampleNotice.NEW_CLASSES,
                "NEW CLASSES\n\nJob Code\tTitle\tPay Grade & Range\nXY12\tGuard\t301-N ($15.87 to $23.01)\n"));

        assertThat(codes(parsed)).contains(FindingCode.PAY_BASIS_ASSUMED);
        assertThat(parsed.notice().items().get(5).proposed().range().basis()).isEqualTo(PayBasis.HOURLY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "REVISED CLASS SPECIFICATIONS INCLUDING TITLE CHANGES;REVISE",
                "Revised Classification Specification Including Title & Pay Grade Changes:;REVISE",
                "REVISED CLASS SPECIFICATIONS;REVISE",
                "TITLE CHANGES;REVISE",
                "CHANGES IN PAY GRADES;REVISE",
                "NEW CLASSES;ESTABLISH",
                "New Classifications:;ESTABLISH",
                "ESTABLISHMENT OF CLASSES;ESTABLISH",
                "ABOLISHMENT;ABOLISH",
                "ABOLISHED CLASSES;ABOLISH",
                "CLASSES TO BE ABOLISHED;ABOLISH"
            })
    void aHeadingInAnyKnownSpellingSaysTheKind(String spelling, ItemKind kind) {
        assertThat(SectionHeading.of(spelling))
                .hasValueSatisfying(heading -> assertThat(heading.kind()).isEqualTo(kind));
    }

    @Test
    void aHeadingMayBeWrapped() {
        var parsed = parse(with(
                SampleNotice.REGRADES, SampleNotice.REGRADES.replace("INCLUDING PAY GRADE", "INCLUDING\nPAY GRADE")));

        assertThat(parsed.notice().items()).isEqualTo(ITEMS);
    }

    @Test
    void alignmentByRunsOfTabsIsNoEmptyCell() {
        var parsed = parse(with(
                SampleNotice.ABOLISHMENT,
                SampleNotice.ABOLISHMENT.replace("\tMicrofilm Operator\t", "\t\tMicrofilm Operator\t\t\t")));

        assertThat(parsed.notice().items()).isEqualTo(ITEMS);
    }

    private static DraftItem revised(String head, String row) {
        return parse(with(SampleNotice.RETITLES, "REVISED CLASS SPECIFICATIONS\n\n" + head + "\n" + row + "\n"))
                .notice()
                .items()
                .getFirst();
    }

    private static DraftItem established(String head, String row) {
        return parse(with(SampleNotice.NEW_CLASSES, "NEW CLASSES\n\n" + head + "\n" + row + "\n"))
                .notice()
                .items()
                .get(5);
    }
}
