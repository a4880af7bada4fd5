package city.planofrecord.notice.publishgate;

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
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.DraftFinding;
import city.planofrecord.notice.notice.ProposedItem;
import city.planofrecord.notice.notice.Settlement;
import city.planofrecord.notice.notice.Terms;
import city.planofrecord.notice.noticedocument.Comments;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticedocument.ItemKind;
import city.planofrecord.notice.noticedocument.Severity;
import city.planofrecord.notice.noticedocument.Speakers;
import city.planofrecord.notice.noticerule.NoticeRules;
import city.planofrecord.notice.testing.Items;

class PublishGateTest {

    private static final LocalDate DAY = LocalDate.parse("2011-04-10");
    private static final LocalDate DATED = LocalDate.parse("2011-03-23");

    private final PlanInMemory plan = new PlanInMemory()
            .grade("614-S", "33597.00", "49038.00")
            .grade("615-S", "35124.00", "51268.00")
            .grade("807-S", null, null)
            .jobClass("CS2155", "Lead Agent", "614-S")
            .jobClass("CS2154", "Agent", "614-S")
            .formerClass("CS1000", "Clerk", "2005-12-01", "2009-01-01");
    private final PublishGate gate = new PublishGate(plan);

    @Test
    void anItemThatFitsThePlanIsNotRemarkedOn() {
        var item = revise(
                terms("CS2155", "Lead Agent", "614-S", "33597", "49038"),
                terms("CS2155", "Head Agent", "S-615", "35124.00", "51268.00"));

        assertThat(gate.checkItems(List.of(item), DAY)).isEmpty();
    }

    @Test
    void anUnknownJobCodeIsRefused() {
        assertFound(retitle("ZZ9999", "Agent", "Other"), GateRule.JOB_CODE_KNOWN, "/items/0/present/jobCode");
    }

    @Test
    void aClassThatWasAbolishedIsRefused() {
        assertFound(abolish("CS1000"), GateRule.CLASS_IN_EFFECT, "/items/0/present/jobCode");
    }

    @Test
    void anotherPresentTitleIsRefusedWithTheRegisters() {
        var found = assertFound(retitle("CS2154", "Agnet", "Other"), GateRule.PRESENT_TITLE, "/items/0/present/title");

        assertThat(found.found()).isEqualTo("Agnet");
        assertThat(found.expected()).isEqualTo("Agent");
    }

    @Test
    void anotherPresentGradeIsRefusedWithThePayPlans() {
        var found = assertFound(regrade("CS2154", "615-S", "614-S"), GateRule.PRESENT_GRADE, "/items/0/present/grade");

        assertThat(found.expected()).isEqualTo("614-S");
    }

    @Test
    void anUnknownGradeIsRefused() {
        assertFound(regrade("CS2154", "614-S", "615-X"), GateRule.GRADE_KNOWN, "/items/0/proposed/grade");
    }

    @Test
    void aGradeThatAnItemEstablishesIsKnown() {
        assertThat(errors(regrade("CS2154", "614-S", "616-S"), establishGrade("616-S", "36000", "53000")))
                .isEmpty();
    }

    @Test
    void aClassGoesToTheNewGradeOfTheNameThatItsOwnBearsWhereItsItemSaysSo() {
        var goes = revise(terms("CS2154", "Agent", "614-S"), toNewGrade("614-S"));
        var ended = new ProposedItem(1, ItemKind.ABOLISH_GRADE, null, terms(null, null, "614-S"), null);
        var lead = regrade("CS2155", "614-S", "615-S");

        assertThat(errors(goes, ended, establishGrade("614-S", "36000", "53000"), lead))
                .isEmpty();
        assertThat(errors(goes, lead))
                .extracting(GateFinding::rule, GateFinding::field)
                .containsExactly(tuple(GateRule.NEW_GRADE, "/items/0/proposed/newGrade"));
    }

    @Test
    void aClassThatIsOnlyRenamedDoesNotKeepAGradeThatTheNoticeAbolishes() {
        var renamed = revise(terms("CS2154", "Agent", "614-S"), terms(null, "Other", "614-S"));
        var ended = new ProposedItem(1, ItemKind.ABOLISH_GRADE, null, terms(null, null, "614-S"), null);

        var lead = regrade("CS2155", "614-S", "615-S");

        assertThat(errors(renamed, ended, lead))
                .extracting(GateFinding::rule, GateFinding::expected)
                .containsExactly(tuple(GateRule.GRADE_STILL_CARRIED, "a grade that stays"));
        assertThat(errors(renamed, ended, establishGrade("614-S", "36000", "53000"), lead))
                .extracting(GateFinding::rule, GateFinding::expected)
                .containsExactly(tuple(GateRule.GRADE_STILL_CARRIED, "newGrade with 614-S"));
    }

    @Test
    void aGradeIsNotAbolishedBeneathAClassOfWhichTheNoticeDoesNotSpeak() {
        var ended = new ProposedItem(1, ItemKind.ABOLISH_GRADE, null, terms(null, null, "614-S"), null);

        assertThat(errors(ended, regrade("CS2155", "614-S", "615-S")))
                .extracting(GateFinding::rule, GateFinding::field, GateFinding::found)
                .containsExactly(tuple(GateRule.GRADE_STILL_CARRIED, "/items/0/present/grade", "CS2154"));
        assertThat(errors(ended, regrade("CS2155", "614-S", "615-S"), abolish("CS2154")))
                .isEmpty();
    }

    @Test
    void anItemThatMovesToANewGradeNamesIt() {
        var goes = revise(terms("CS2154", "Agent", "614-S"), toNewGrade(null));

        assertThat(goes.lacking()).contains("/proposed/grade");
    }

    private static Terms toNewGrade(String grade) {
        return new Terms(
                null, null, grade, null, null, null, null, null, null, null, null, null, null, null, null, true);
    }

    @Test
    void aPrintedRangeOtherThanThePayPlansIsRefused() {
        var item = revise(terms("CS2155", null, "614-S", "33597", "49039"), terms(null, "Head Agent", null));

        var found = assertFound(item, GateRule.PRINTED_RANGE, "/items/0/present/range");

        assertThat(found.expected()).isEqualTo("33597.00 to 49038.00 USD ANNUAL");
    }

    @Test
    void aRangePrintedForAGradeWithoutOneIsRefused() {
        var item = new ProposedItem(
                1, ItemKind.ESTABLISH, null, null, terms("CS3000", "Supervisor", "807-S", "1000", "2000"));

        assertThat(assertFound(item, GateRule.PRINTED_RANGE, "/items/0/proposed/range")
                        .expected())
                .isEqualTo("no range");
    }

    @Test
    void aCodeThatAnotherClassBearsIsTaken() {
        assertFound(establish("CS2154", "New", "614-S"), GateRule.JOB_CODE_FREE, "/items/0/proposed/jobCode");
        assertFound(recode("CS2155", "CS2154"), GateRule.JOB_CODE_FREE, "/items/0/proposed/jobCode");
    }

    @Test
    void aFormerCodeOfAnotherClassIsUsedOnlyWhenTheItemSaysSo() {
        assertFound(recode("CS2155", "CS1000"), GateRule.FORMER_JOB_CODE, "/items/0/proposed/jobCode");
        assertThat(errors(revise(terms("CS2155", null, null), Items.inPlaceOf("CS1000", "CS1000"))))
                .isEmpty();
    }

    @Test
    void aForerunnerThatNeverWasIsRefused() {
        assertFound(
                revise(terms("CS2155", null, null), Items.inPlaceOf("CS3333", "CS9998")),
                GateRule.JOB_CODE_KNOWN,
                "/items/0/proposed/inPlaceOf/0");
    }

    @Test
    void noClassIsItsOwnForerunner() {
        assertFound(
                revise(terms("CS2155", null, null), Items.inPlaceOf("CS9998", "CS2155")),
                GateRule.FORMER_JOB_CODE,
                "/items/0/proposed/inPlaceOf/0");
    }

    @Test
    void theEndStateCountsWhereACodeIsFreedByTheSameNotice() {
        assertThat(errors(revise(terms("CS2155", null, null), Items.inPlaceOf("CS2154", "CS2154")), abolish("CS2154")))
                .isEmpty();
    }

    @Test
    void twoClassesOfANoticeMayExchangeTheirCodes() {
        assertThat(errors(
                        Items.numbered(1, Items.recode("CS2154", "CS2155")),
                        Items.numbered(2, Items.recode("CS2155", "CS2154"))))
                .isEmpty();
    }

    @Test
    void aNameOfAGradeAndALetterCanBeUsedAgainWithinANotice() {
        var letter = new Terms(null, null, null, null, null, null, null, null, null, null, "S", null, null, null, null);
        assertThat(errors(
                        new ProposedItem(1, ItemKind.ESTABLISH_SCHEDULE, null, null, letter),
                        Items.numbered(2, establishGrade("614-S", "34000.00", "49600.00")),
                        new ProposedItem(3, ItemKind.ABOLISH_GRADE, null, terms(null, null, "614-S"), null),
                        new ProposedItem(4, ItemKind.ABOLISH_SCHEDULE, null, letter, null),
                        Items.numbered(5, regrade("CS2155", "614-S", "615-S")),
                        Items.numbered(6, revise(terms("CS2154", "Agent", "614-S"), toNewGrade("614-S")))))
                .isEmpty();
    }

    @Test
    void aClassIsChangedOnce() {
        var found = findings(retitle("CS2154", "Agent", "Other"), regrade("CS2154", "614-S", "615-S"));

        assertThat(found).extracting(GateFinding::rule).containsExactly(GateRule.CHANGED_ONCE);
        assertThat(found.getFirst().item()).isEqualTo(2);
    }

    @Test
    void aTitleInUseIsAWarning() {
        var found = findings(retitle("CS2154", "Agent", "Lead Agent"));

        assertThat(found).extracting(GateFinding::rule).containsExactly(GateRule.TITLE_UNUSED);
        assertThat(GateFinding.stops(found)).isFalse();
    }

    @Test
    void aComparisonWithAClassThatIsGoneIsAWarning() {
        assertThat(findings(revise(terms("CS2154", null, null), Items.distinguishedFrom("Clerk"))))
                .extracting(GateFinding::rule)
                .containsExactly(GateRule.DISTINGUISHED_FROM);
        assertThat(findings(revise(terms("CS2154", null, null), Items.distinguishedFrom("Never heard of"))))
                .isEmpty();
    }

    @Test
    void aSpreadUnlikeTheSchedulesIsAWarning() {
        assertThat(findings(establishGrade("616-S", "30000", "58000")))
                .extracting(GateFinding::rule)
                .containsExactly(GateRule.RANGE_SPREAD);
    }

    @Test
    void aMidpointThatGrowsUnlikeTheSchedulesIsAWarning() {
        assertThat(findings(establishGrade("616-S", "46000", "67000")))
                .extracting(GateFinding::rule)
                .containsExactly(GateRule.MIDPOINT_PROGRESSION);
    }

    @Test
    void anItemThatLacksWhatItNeedsIsRefused() {
        var item = new ProposedItem(1, ItemKind.ESTABLISH, null, null, terms("CS3000", "New", null));

        assertFound(item, GateRule.COMPLETE, "/items/0/proposed/grade");
    }

    @Test
    void moreThanOneMessageHoldsIsRefused() {
        var specification = JsonNodeFactory.instance.objectNode().put("generalStatement", "x".repeat(17 * 1024 * 1024));
        var large = new Terms(
                null, null, null, null, specification, null, null, null, null, null, null, null, null, null, null);

        assertThat(findings(revise(terms("CS2154", null, null), large)))
                .extracting(GateFinding::rule)
                .containsExactly(GateRule.MESSAGE_SIZE);
    }

    @Test
    void aHearingAtTheBeginningOfTheLastPostingDayPassesAndAMinuteEarlierFails() {
        assertThat(deadlines("2011-04-05T00:00:00-06:00", "2011-04-04T12:00:00-06:00", null))
                .isEmpty();
        assertThat(deadlines("2011-04-04T23:59:00-06:00", "2011-04-04T12:00:00-06:00", null))
                .containsExactly(GateRule.POSTING_PERIOD);
    }

    @Test
    void aLatePostingMovesTheEarliestHearing() {
        assertThat(deadlines("2011-04-07T17:00:00-06:00", "2011-04-06T08:00:00-06:00", "2011-03-25"))
                .isEmpty();
        assertThat(deadlines("2011-04-07T17:00:00-06:00", "2011-04-06T08:00:00-06:00", "2011-03-28"))
                .containsExactly(GateRule.POSTING_PERIOD);
    }

    @Test
    void deadlinesLieBeforeTheHearing() {
        assertThat(deadlines("2011-04-07T10:00:00-06:00", "2011-04-07T11:00:00-06:00", null))
                .containsExactly(GateRule.COMMENTS_CLOSE, GateRule.SPEAKER_REQUESTS_CLOSE);
    }

    @Test
    void aHolidayAndAClosedOfficeAreWarnedOfWithTheirCitationAndStopNothing() {
        var rules = NoticeRules.standard().on(LocalDate.parse("2011-06-10"), ZoneId.of("America/Denver"));
        var found = gate.checkDeadlines(draft("2011-07-04T17:00:00-06:00", "2011-07-03T23:00:00-06:00"), rules, null);

        assertThat(found)
                .extracting(GateFinding::rule)
                .containsExactly(GateRule.HOLIDAYS, GateRule.OFFICE_HOURS, GateRule.OFFICE_HOURS);
        assertThat(found.getFirst())
                .satisfies(one -> assertThat(one.field()).isEqualTo("/hearing/at"))
                .satisfies(one -> assertThat(one.citation()).isEqualTo("5 U.S.C. 6103"))
                .satisfies(one -> assertThat(one.message()).contains("Independence Day"));
        assertThat(GateFinding.stops(found)).isFalse();
    }

    private List<GateRule> deadlines(String hearing, String until, String postedOn) {
        var draft = draft(hearing, until);
        var rules = NoticeRules.standard().on(DATED, ZoneId.of("America/Denver"));
        return gate.checkDeadlines(draft, rules, postedOn == null ? null : LocalDate.parse(postedOn)).stream()
                .map(GateFinding::rule)
                .toList();
    }

    private static Draft draft(String hearing, String until) {
        return new Draft(
                "1",
                null,
                null,
                DATED,
                null,
                List.of(),
                List.of(),
                List.of(abolish("CS2154")),
                new Hearing(OffsetDateTime.parse(hearing), null),
                new Comments(OffsetDateTime.parse(until), null),
                new Speakers(OffsetDateTime.parse(until), null),
                List.of(),
                List.of(),
                Map.of());
    }

    @Test
    void doubtsAboutTheDocumentAreSettledFirst() {
        var draft = draft("2011-04-07T17:00:00-06:00", "2011-04-06T08:00:00-06:00");
        var settled = new Settlement(Settlement.How.ACCEPTED, "It is so.", "analyst", Instant.EPOCH);
        var doubts = draft.withFindings(List.of(
                doubt(Severity.INFO, null),
                doubt(Severity.WARNING, "/items/0/proposed/title"),
                doubt(Severity.WARNING, null).settled(settled),
                doubt(Severity.ERROR, "/hearing/at")));

        assertThat(gate.checkFindings(draft)).isEmpty();
        var found = gate.checkFindings(doubts);
        assertThat(found).extracting(GateFinding::field).containsExactly("/findings/1", "/findings/3");
        assertThat(found).extracting(GateFinding::item).containsExactly(1, null);
        assertThat(found).allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(GateRule.FINDING_SETTLED));
    }

    private static DraftFinding doubt(Severity severity, String pointer) {
        return new DraftFinding(severity, "VALUE_MISSING", "This cell is empty.", null, pointer);
    }

    @Test
    void anItemCannotUseWhatAnotherEstablishesOnlyLater() {
        var items = List.of(
                numbered(1, Items.establishGrade("990-A", "50000.00", "70000.00")),
                numbered(2, Items.establish("CA9999", "A title of its own", "990-A")));

        assertThat(gradeUnknown(gate.checkItems(items, Map.of(1, DAY, 2, DAY)))).isEmpty();
        assertThat(gradeUnknown(gate.checkItems(items, Map.of(1, DAY, 2, DAY.plusDays(7)))))
                .isEmpty();
        assertThat(gradeUnknown(gate.checkItems(items, Map.of(1, DAY.plusDays(7), 2, DAY))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.item()).isEqualTo(2));
    }

    private static List<GateFinding> gradeUnknown(List<GateFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule() == GateRule.GRADE_KNOWN)
                .toList();
    }

    private GateFinding assertFound(ProposedItem item, GateRule rule, String field) {
        var found = gate.checkItems(List.of(item), DAY).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.item()).isEqualTo(1);
        });
        return found.getFirst();
    }

    private List<GateFinding> findings(ProposedItem... items) {
        var numbered = new java.util.ArrayList<ProposedItem>();
        for (var item : items) {
            numbered.add(numbered(numbered.size() + 1, item));
        }
        return gate.checkItems(numbered, DAY);
    }

    private List<GateFinding> errors(ProposedItem... items) {
        return findings(items).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
