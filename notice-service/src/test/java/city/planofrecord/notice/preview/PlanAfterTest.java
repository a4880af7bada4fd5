package city.planofrecord.notice.preview;

import static city.planofrecord.notice.testing.Items.abolish;
import static city.planofrecord.notice.testing.Items.establish;
import static city.planofrecord.notice.testing.Items.establishGrade;
import static city.planofrecord.notice.testing.Items.numbered;
import static city.planofrecord.notice.testing.Items.recode;
import static city.planofrecord.notice.testing.Items.regrade;
import static city.planofrecord.notice.testing.Items.retitle;
import static city.planofrecord.notice.testing.Items.revise;
import static city.planofrecord.notice.testing.Items.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.jobclass.HeardClass;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticedocument.ItemKind;
import city.planofrecord.notice.preview.Conflict.Kind;
import city.planofrecord.notice.testing.Items;
import city.planofrecord.notice.testing.Plans;

class PlanAfterTest {

    private static final LocalDate DAY = LocalDate.parse("2011-04-10");

    private final PlanAfter after = new PlanAfter(new Plans()
            .grade("612-C", "31573.00", "46117.00")
            .grade("613-A", "35912.00", "52419.00")
            .jobClass("CS2154", "Agent", "612-C")
            .jobClass("CS2155", "Lead Agent", "613-A")
            .whole());

    private void carryOut(String notice, ProposedItem... items) {
        after.carryOut(new Batch(
                notice,
                DAY,
                IntStream.range(0, items.length)
                        .mapToObj(i -> numbered(i + 1, items[i]))
                        .toList()));
    }

    private ClassBeforeAndAfter only() {
        assertThat(after.touchedClasses()).hasSize(1);
        return after.touchedClasses().getFirst();
    }

    @Test
    void aRetitleChangesTheTitleAlone() {
        carryOut("1", retitle("CS2154", "Agent", "311 Agent"));

        assertThat(only().changed()).containsExactly("title");
        assertThat(only().before().title()).isEqualTo("Agent");
        assertThat(only().after().title()).isEqualTo("311 Agent");
        assertThat(only().after().grade()).isEqualTo("612-C");
        assertThat(after.conflicts()).isEmpty();
    }

    @Test
    void aRegradeBringsTheRangeOfTheNewGrade() {
        carryOut("1", regrade("CS2154", "612-C", "A-613"));

        assertThat(only().changed()).containsExactly("grade", "range");
        assertThat(only().after().range().midpoint()).isEqualTo("44165.50");
    }

    @Test
    void aClassThatGoesToTheNewGradeOfTheSameNameGetsItsRange() {
        carryOut(
                "1",
                new ProposedItem(1, ItemKind.ABOLISH_GRADE, null, terms(null, null, "612-C"), null),
                establishGrade("612-C", "40000.00", "50000.00"),
                revise(
                        terms("CS2154", null, "612-C"),
                        new Terms(
                                null, null, "C-612", null, null, null, null, null, null, null, null, null, null, null,
                                null, true)));

        assertThat(only().changed()).containsExactly("grade", "range");
        assertThat(only().after().grade()).isEqualTo("612-C");
        assertThat(only().after().range().minimum()).isEqualTo("40000.00");
    }

    @Test
    void theCrosswalksOfAClassAreShown() {
        carryOut(
                "1",
                revise(
                        terms("CS2154", null, null),
                        new Terms(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new Terms.Eeo4Category("6", "EEO-4", "2023"),
                                new Terms.SocCode("43-4051", "SOC", "2018"))));

        assertThat(only().changed()).containsExactly("eeo4Category", "socCode");
        assertThat(only().before().socCode()).isNull();
        assertThat(only().after().eeo4Category().code()).isEqualTo("6");
        assertThat(only().after().socCode().code()).isEqualTo("43-4051");
    }

    @Test
    void whatIsEstablishedHasNoBeforeAndWhatIsAbolishedNoAfter() {
        carryOut("1", establish("CA2433", "Manager", "809-A"), establishGrade("809-A", "60000.00", "90000.00"));
        carryOut("2", abolish("CS2154"));

        assertThat(after.touchedClasses().getFirst().before()).isNull();
        assertThat(after.touchedClasses().getFirst().after().range().maximum()).isEqualTo("90000.00");
        assertThat(after.touchedClasses().getLast().after()).isNull();
        assertThat(after.grades().touched().getFirst().before()).isNull();
    }

    @Test
    void twoClassesOfOneNoticeCanExchangeTheirCodes() {
        carryOut("1", recode("CS2154", "CS2155"), recode("CS2155", "CS2154"));

        assertThat(after.touchedClasses())
                .extracting(one -> one.after().jobCode())
                .containsExactly("CS2155", "CS2154");
        assertThat(after.conflicts()).isEmpty();
    }

    @Test
    void aCodeOfAnotherClassIsAConflict() {
        carryOut("1", recode("CS2154", "CS2155"));

        assertThat(after.conflicts()).extracting(Conflict::kind).containsExactly(Kind.CODE_BORNE);
    }

    @Test
    void theLaterNoticeStartsFromWhatTheEarlierOneLeaves() {
        carryOut("1", retitle("CS2154", "Agent", "311 Agent"));
        carryOut("2", regrade("CS2154", "612-C", "613-A"));

        var second = after.touchedClasses().getLast();
        assertThat(second.before().title()).isEqualTo("311 Agent");
        assertThat(second.after().title()).isEqualTo("311 Agent");
        assertThat(second.changed()).containsExactly("grade", "range");
        assertThat(after.conflicts()).isEmpty();
    }

    @Test
    void twoNoticesThatSetOneTitleCollideAndTheLaterCounts() {
        carryOut("1", retitle("CS2154", "Agent", "311 Agent"));
        carryOut("2", retitle("CS2154", "Agent", "City Agent"));

        assertThat(after.touchedClasses().getLast().after().title()).isEqualTo("City Agent");
        assertThat(after.conflicts())
                .extracting(Conflict::kind)
                .containsExactlyInAnyOrder(Kind.PRESENT_DIFFERS, Kind.SET_TWICE);
        assertThat(after.conflicts()).allSatisfy(one -> assertThat(one.with()).isEqualTo(new ItemOf("1", 1)));
    }

    @Test
    void twoNoticesThatGiveOneCodeCollide() {
        carryOut("1", establish("CA2433", "Manager", "613-A"));
        carryOut("2", establish("CA2433", "Director", "613-A"));

        assertThat(after.conflicts()).extracting(Conflict::kind).containsExactly(Kind.GIVEN_TWICE);
    }

    @Test
    void aClassThatAnEarlierNoticeAbolishesIsNotThereAnyMore() {
        carryOut("1", abolish("CS2154"));
        carryOut("2", retitle("CS2154", "Agent", "311 Agent"));

        assertThat(only().after()).isNull();
        assertThat(after.conflicts()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.NOT_THERE);
            assertThat(one.with()).isEqualTo(new ItemOf("1", 1));
        });
    }

    @Test
    void anAdjustedRangeIsThatOfEveryClassThatCarriesTheGrade() {
        carryOut(
                "1",
                new ProposedItem(
                        1,
                        ItemKind.ADJUST_RANGE,
                        null,
                        Items.terms(null, null, "612-C"),
                        Items.terms(null, null, null, "33000.00", "48000.00")));

        assertThat(after.grades().touched().getFirst().changed()).containsExactly("range");
        assertThat(after.classesOn(DAY).values())
                .extracting(one -> one.jobCode() + " " + one.range().minimum())
                .containsExactlyInAnyOrder("CS2154 33000.00", "CS2155 35912.00");
    }

    @Test
    void aNameOfAGradeIsUsedAgainWithinANotice() {
        var abolition = new ProposedItem(1, ItemKind.ABOLISH_GRADE, null, Items.terms(null, null, "612-C"), null);
        carryOut("1", establishGrade("612-C", "40000.00", "60000.00"), abolition);

        assertThat(after.grades().touched()).hasSize(2);
        assertThat(after.range("612-C", DAY).minimum()).isEqualByComparingTo("40000");
        assertThat(after.conflicts()).isEmpty();
    }

    @Test
    void whatTheRegistersHaveRecordedIsComparedWithTheDayBefore() {
        var id = java.util.UUID.randomUUID();
        var recorded = new PlanAfter(new city.planofrecord.notice.publishgate.WholePlan(
                List.of(
                        new HeardClass(id, "CS2154", "Agent", LocalDate.parse("2005-12-01"), DAY),
                        new HeardClass(id, "CS2154", "311 Agent", DAY, null)),
                List.of(),
                List.of()));

        recorded.carryOut(new Batch("1", DAY, DAY.minusDays(1), List.of(retitle("CS2154", "Agent", "311 Agent"))));

        assertThat(recorded.touchedClasses().getFirst().changed()).containsExactly("title");
        assertThat(recorded.conflicts()).isEmpty();
    }
}
