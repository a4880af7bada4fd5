package city.planofrecord.notice.noticedocument;

import static city.planofrecord.notice.noticedocument.SampleNotice.codes;
import static city.planofrecord.notice.noticedocument.SampleNotice.line;
import static city.planofrecord.notice.noticedocument.SampleNotice.parse;
import static city.planofrecord.notice.noticedocument.SampleNotice.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedNoticeTest {

    @Test
    void aTornColumnWithAnEntryTooFewIsRefused() {
        var text = with(SampleNotice.REGRADES, SampleNotice.REGRADES.replace(" 613-A (\\$33,250 to \\$49,875)\n", ""));

        var parsed = parse(text);

        assertThat(parsed.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(FindingCode.TORN_COLUMNS_REFUSED);
                    assertThat(refused.message()).contains("2 entries").contains("3 rows");
                    assertThat(refused.lines().from()).isEqualTo(line(text, "Proposed Pay Grade"));
                });
        assertThat(parsed.notice().items().subList(2, 5))
                .allSatisfy(item -> assertThat(item.proposed().grade()).isNull())
                .allSatisfy(item -> assertThat(item.changes()).doesNotContain(Change.REGRADE));
    }

    @Test
    void aTableWithARowTooFewRefusesBothTornColumns() {
        var parsed = parse(with(
                SampleNotice.REGRADES,
                SampleNotice.REGRADES.replace("LB1003\tLB1003\tArchivist\tCity Archivist\n", "")));

        assertThat(codes(parsed)).containsExactly(FindingCode.TORN_COLUMNS_REFUSED, FindingCode.TORN_COLUMNS_REFUSED);
        assertThat(parsed.notice().items()).hasSize(7);
    }

    @Test
    void aMissingHearingIsAnError() {
        var parsed = parse(with(SampleNotice.HEARING, null));

        assertThat(parsed.notice().hearing()).isNull();
        assertThat(parsed.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(missing -> assertThat(missing.code()).isEqualTo(FindingCode.VALUE_MISSING))
                .satisfies(missing -> assertThat(missing.pointer()).isEqualTo("/hearing"));
    }

    @ParameterizedTest
    @CsvSource({
        "Classification Notice No. 77-B, /number",
        "To: All Agencies and Their Employees, /to",
        "'From: Pat Q. Example, Director of Personnel', /from",
        "'Date: March 2, 2015', /date",
        "Subject: Changes Proposed to the Pay Plan, /subject"
    })
    void aMissingEntryOfTheHeadIsAnError(String entry, String pointer) {
        var parsed = parse(SampleNotice.text().replace(entry, ""));

        assertThat(parsed.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(missing -> assertThat(missing.code()).isEqualTo(FindingCode.VALUE_MISSING))
                .satisfies(missing -> assertThat(missing.pointer()).isEqualTo(pointer));
    }

    @Test
    void aTableUnderAnUnknownHeadingIsAnErrorAndTakesNothingWithIt() {
        var text = with(SampleNotice.ABOLISHMENT, SampleNotice.ABOLISHMENT.replace("ABOLISHMENT", "FAREWELLS"));

        var parsed = parse(text);

        assertThat(parsed.findings())
                .filteredOn(finding -> finding.code() == FindingCode.UNKNOWN_HEADING)
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.severity()).isEqualTo(Severity.ERROR))
                .satisfies(unknown -> assertThat(unknown.lines())
                        .isEqualTo(new Lines(line(text, "FAREWELLS"), line(text, "Microfilm"))));
        assertThat(parsed.notice().items()).hasSize(7);
        assertThat(parsed.notice().provisions()).hasSize(2);
    }

    @Test
    void proseUnderAnUnknownHeadingIsReportedOnce() {
        var parsed = parse(with(
                SampleNotice.ABOLISHMENT,
                SampleNotice.ABOLISHMENT + "\nBACKGROUND\n\nOnce upon a time.\n\nThe end.\n"));

        assertThat(codes(parsed)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED, FindingCode.UNKNOWN_HEADING);
    }

    @Test
    void textThatNoRuleClaimsIsReportedWithItsLines() {
        var text = with(SampleNotice.POSTING, SampleNotice.POSTING + "\nParking is free.\n\nBring a friend.\n");

        assertThat(parse(text).findings())
                .filteredOn(finding -> finding.code() == FindingCode.UNCLAIMED_TEXT)
                .singleElement()
                .satisfies(unclaimed ->
                        assertThat(unclaimed.lines()).isEqualTo(new Lines(line(text, "Parking"), line(text, "Bring"))));
    }

    @Test
    void aWeekdayThatIsNotThatOfItsDateIsReported() {
        var parsed = parse(with(SampleNotice.HEARING, SampleNotice.HEARING.replace("Thursday", "Friday")));

        assertThat(codes(parsed)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED, FindingCode.WEEKDAY_MISMATCH);
        assertThat(parsed.findings().getLast().pointer()).isEqualTo("/hearing/at");
        assertThat(parsed.findings().getLast().message()).contains("2015-03-26 is a Thursday");
        assertThat(parsed.notice().hearing().at()).isEqualTo("2015-03-26T17:30-06:00");
    }

    @Test
    void aDateThatDoesNotExistIsAnErrorAndLeftOut() {
        var parsed =
                parse(with(SampleNotice.HEARING, SampleNotice.HEARING.replace("March 26, 2015", "April 31, 2015")));

        assertThat(codes(parsed)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED, FindingCode.DATE_IMPOSSIBLE);
        assertThat(parsed.notice().hearing().at()).isNull();
        assertThat(parsed.notice().hearing().place()).startsWith("Great Hall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"midnight", "13:00 p.m.", "25:10", "5:75 p.m.", "0 a.m."})
    void aTimeThatIsNoneOrCouldBeTwoIsAnError(String time) {
        var parsed = parse(with(SampleNotice.SPEAKERS, SampleNotice.SPEAKERS.replace("noon", time)));

        assertThat(codes(parsed)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED, FindingCode.TIME_UNREADABLE);
        assertThat(parsed.notice().speakers().until()).isNull();
        assertThat(parsed.notice().speakers().contact()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "noon, 12:00",
        "12 noon, 12:00",
        "12:00 noon, 12:00",
        "12:00 p.m., 12:00",
        "12:00 a.m., 00:00",
        "8 AM, 08:00",
        "5:00 p.m., 17:00",
        "17:15, 17:15"
    })
    void timesAreReadHoweverTheyAreWritten(String written, String time) {
        var parsed = parse(with(SampleNotice.SPEAKERS, SampleNotice.SPEAKERS.replace("noon", written)));

        assertThat(parsed.notice().speakers().until()).isEqualTo("2015-03-24T" + time + ":00-06:00");
    }

    @Test
    void aDeadlineWithoutATimeOrWithTwoDatesIsNotGuessed() {
        var without = parse(with(SampleNotice.COMMENTS, SampleNotice.COMMENTS.replace("8:00 a.m. on ", "")));
        var two = parse(with(
                SampleNotice.COMMENTS, SampleNotice.COMMENTS.replace("Tell us", "On March 1, 2015 we moved. Tell us")));

        assertThat(codes(without)).contains(FindingCode.TIME_UNREADABLE);
        assertThat(without.notice().comments().until()).isNull();
        assertThat(codes(two)).contains(FindingCode.DATE_UNREADABLE);
        assertThat(two.notice().comments().until()).isNull();
    }

    @Test
    void aTimeThatTheClocksSkipIsAnErrorAndOneThatTheyShowTwiceAWarning() {
        var skipped = parse(with(
                SampleNotice.SPEAKERS,
                SampleNotice.SPEAKERS.replace("noon", "2:30 a.m.").replace("Tuesday, March 24", "Sunday, March 8")));
        var twice = parse(with(
                SampleNotice.SPEAKERS,
                SampleNotice.SPEAKERS.replace("noon", "1:30 a.m.").replace("Tuesday, March 24", "Sunday, November 1")));

        assertThat(codes(skipped)).contains(FindingCode.TIME_CHANGE);
        assertThat(skipped.notice().speakers().until()).isNull();
        assertThat(codes(twice)).contains(FindingCode.TIME_CHANGE);
        assertThat(twice.notice().speakers().until()).isEqualTo("2015-11-01T01:30:00-06:00");
    }

    @Test
    void aRowWithoutItsCellsMakesNoItemAndKeepsTheOthersInPlace() {
        var parsed = parse(with(SampleNotice.REGRADES, SampleNotice.REGRADES.replace("LB1004\tAR2004", "LB1004")));

        assertThat(codes(parsed)).containsExactly(FindingCode.ROW_UNREADABLE, FindingCode.TORN_COLUMNS_MATCHED);
        assertThat(parsed.notice().items()).hasSize(7);
        assertThat(parsed.notice().items().get(3).proposed().title()).isEqualTo("Catalog Technician");
        assertThat(parsed.notice().items().get(3).proposed().grade()).isEqualTo("612-C");
    }

    @Test
    void aCodeOrAPayThatIsNoneIsAnErrorAndLeftOut() {
        var parsed = parse(with(
                SampleNotice.NEW_CLASSES,
                SampleNotice.NEW_CLASSES.replace("AR2010", "2010AR!").replace("\\$60,000 to", "\\$60,00 to")));

        assertThat(parsed.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(
                        tuple(FindingCode.JOB_CODE_UNREADABLE, "/items/5/proposed/jobCode"),
                        tuple(FindingCode.PAY_UNREADABLE, "/items/6/proposed/grade"));
        assertThat(parsed.notice().items().get(5).proposed().jobCode()).isNull();
        assertThat(parsed.notice().items().get(6).proposed().range()).isNull();
    }

    @Test
    void aRangeUpsideDownIsAnError() {
        var parsed = parse(with(SampleNotice.NEW_CLASSES, SampleNotice.NEW_CLASSES.replace("63,000", "36,000")));

        assertThat(codes(parsed)).contains(FindingCode.RANGE_CONTRADICTORY);
    }

    @Test
    void oneGradeWithTwoRangesIsAnError() {
        var parsed = parse(with(SampleNotice.REGRADES, SampleNotice.REGRADES.replace("716-L", "714-L")));

        assertThat(codes(parsed)).contains(FindingCode.RANGE_CONTRADICTORY, FindingCode.HEADING_DISAGREES);
    }

    @Test
    void aTableThatLostItsHeadingIsNotTakenForTornColumnsOfTheOneBeforeIt() {
        var text =
                with(SampleNotice.REGRADES, SampleNotice.REGRADES.substring(SampleNotice.REGRADES.indexOf('\n') + 1));

        var parsed = parse(text);

        assertThat(codes(parsed)).containsExactly(FindingCode.UNKNOWN_HEADING);
        assertThat(parsed.findings().getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(parsed.notice().items()).hasSize(5);
    }

    @Test
    void payColumnsWithoutTheClassesTheyBelongToMakeNoItems() {
        var headless =
                parse(with(SampleNotice.REGRADES, SampleNotice.REGRADES.replaceAll("<u>Current Job Code</u>.*\n", "")));
        var alone = parse(with(
                SampleNotice.REGRADES,
                "PAY GRADE CHANGES\n\nPresent Pay Grade\n\n1-A\n2-A\n\nProposed Pay Grade\n\n3-A\n4-A\n"));

        assertThat(codes(headless)).containsExactly(FindingCode.TABLE_UNREADABLE);
        assertThat(headless.notice().items()).hasSize(5);
        assertThat(codes(alone)).containsExactly(FindingCode.TABLE_UNREADABLE);
        assertThat(alone.notice().items()).hasSize(5);
    }

    @Test
    void twoColumnsOfOneNameAreAnErrorAndTheFirstCounts() {
        var pay = parse(with(
                SampleNotice.REGRADES, SampleNotice.REGRADES.replace("Proposed Pay Grade&", "Present Pay Grade &")));
        var title = parse(with(
                SampleNotice.RETITLES,
                SampleNotice.RETITLES.replace("Proposed Classification", "Current Classification")));

        assertThat(codes(pay)).contains(FindingCode.VALUE_REPEATED);
        assertThat(pay.notice().items().get(2).present().grade()).isEqualTo("714-L");
        assertThat(pay.notice().items().get(2).proposed().grade()).isNull();
        assertThat(codes(title)).contains(FindingCode.TABLE_UNREADABLE);
        assertThat(title.notice().items().getFirst().present().title()).isEqualTo("Book-Mobile Driver");
    }

    @Test
    void aSummaryMaySpeakOfCommentsAndHearingsInPassing() {
        var parsed = parse(SampleNotice.text()
                .replace("A study of", "Written comments were submitted at a public hearing held earlier. A study of"));

        assertThat(codes(parsed)).containsExactly(FindingCode.TORN_COLUMNS_MATCHED);
        assertThat(parsed.notice().summary()).hasSize(2);
    }

    @Test
    void aTableWithoutColumnHeadingsIsAnError() {
        var parsed = parse(with(SampleNotice.ABOLISHMENT, "ABOLISHMENT\n\nLB1006\tMicrofilm Operator\t610-C\n"));

        assertThat(codes(parsed)).contains(FindingCode.TABLE_UNREADABLE);
        assertThat(parsed.notice().items()).hasSize(7);
    }

    @Test
    void aHeadingWithoutATableIsAnError() {
        assertThat(codes(parse(with(SampleNotice.ABOLISHMENT, "ABOLISHMENT\n"))))
                .contains(FindingCode.TABLE_UNREADABLE);
    }

    @Test
    void anUnknownColumnIsLeftOutAndReported() {
        var parsed = parse(with(
                SampleNotice.ABOLISHMENT,
                "ABOLISHMENT\n\nJob Code\tClassification Title\tMood\nLB1006\tMicrofilm Operator\tsad\n"));

        assertThat(codes(parsed)).contains(FindingCode.UNKNOWN_COLUMN);
        assertThat(parsed.notice().items().get(7).present().jobCode()).isEqualTo("LB1006");
    }

    @Test
    void anEmptyCellIsReported() {
        var parsed = parse(with(SampleNotice.NEW_CLASSES, SampleNotice.NEW_CLASSES.replace("AR2010", "TBD")));

        assertThat(parsed.findings())
                .filteredOn(finding -> finding.code() == FindingCode.VALUE_MISSING)
                .singleElement()
                .satisfies(missing -> assertThat(missing.pointer()).isEqualTo("/items/5/proposed/jobCode"));
    }

    @Test
    void aHeadingThatPromisesAnotherChangeThanTheColumnsShowIsReported() {
        var promisedTooMuch = parse(with(
                SampleNotice.RETITLES, SampleNotice.RETITLES.replace("TITLE CHANGES", "PAY GRADE AND TITLE CHANGES")));
        var promisedTooLittle = parse(with(
                SampleNotice.REGRADES, SampleNotice.REGRADES.replace("PAY GRADE AND TITLE CHANGES", "TITLE CHANGES")));

        assertThat(promisedTooMuch.findings())
                .filteredOn(finding -> finding.code() == FindingCode.HEADING_DISAGREES)
                .extracting(Finding::pointer)
                .containsExactly("/items/0", "/items/1");
        assertThat(promisedTooLittle.findings())
                .filteredOn(finding -> finding.code() == FindingCode.HEADING_DISAGREES)
                .hasSize(3);
        assertThat(promisedTooLittle.notice().items().get(2).changes()).containsExactly(Change.RETITLE, Change.REGRADE);
    }

    @Test
    void whatIsSaidTwiceIsTakenOnceAndReported() {
        var parsed = parse(SampleNotice.of(List.of(
                        SampleNotice.RETITLES, SampleNotice.HEARING, SampleNotice.COMMENTS, SampleNotice.SPEAKERS))
                + "\n" + SampleNotice.HEARING.replace("26", "27").replace("Thursday", "Friday"));

        assertThat(codes(parsed)).containsExactly(FindingCode.VALUE_REPEATED);
        assertThat(parsed.notice().hearing().at()).isEqualTo("2015-03-26T17:30-06:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Dear colleagues,\n\nthe canteen is closed on Friday.\n",
                SampleNotice.ATTACHED,
                "\u0000\u0001PNG\r\u001a\n\uFFFD\uFFFD\u0007",
            })
    void aDocumentThatIsNoNoticeIsOneErrorAndAnEmptyDraft(String text) {
        var parsed = parse(text);

        assertThat(codes(parsed)).containsExactly(FindingCode.NO_NOTICE);
        assertThat(parsed.hasErrors()).isTrue();
        assertThat(parsed.notice().items()).isEmpty();
        assertThat(parsed.notice().number()).isNull();
    }
}
