package city.planofrecord.notice.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.decision.BoardDecision.FixedDate;
import city.planofrecord.notice.decision.BoardDecision.ItemOutcome;
import city.planofrecord.notice.decision.BoardDecision.OfItem;
import city.planofrecord.notice.decision.BoardDecision.Outcome;
import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.ItemIds;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.Posting;
import city.planofrecord.notice.notice.Rescheduling;
import city.planofrecord.notice.notice.Withdrawal;
import city.planofrecord.notice.noticedocument.Hearing;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.testing.Items;

class BoardDecisionTest {

    private static final ZoneId DENVER = ZoneId.of("America/Denver");
    private static final EffectiveDate EFFECTIVE =
            EffectiveDate.fixed(LocalDate.parse("2011-04-10"), "Career Service Rule 7-37 A");

    private final Notice draft = Notice.drafted(
            UUID.randomUUID(),
            new Draft(
                    "1",
                    null,
                    null,
                    LocalDate.parse("2011-03-23"),
                    null,
                    List.of(),
                    List.of(),
                    List.of(
                            Items.numbered(1, Items.retitle("CS2154", "Agent", "Other")),
                            Items.numbered(2, Items.abolish("CS2156"))),
                    new Hearing(OffsetDateTime.parse("2011-04-07T17:00:00-06:00"), null),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Map.of()));
    private final Notice posted = draft.posted(
            new Posting(
                    OffsetDateTime.parse("2011-03-23T09:00:00-06:00"),
                    LocalDate.parse("2011-04-05"),
                    List.of("The board"),
                    null,
                    Instant.EPOCH,
                    null),
            Map.of(1, ItemIds.NONE, 2, ItemIds.NONE));

    @Test
    void theStatusFollowsFromTheItems() {
        assertThat(decided(posted, OfItem.APPROVED, OfItem.DENIED).status()).isEqualTo(NoticeStatus.APPROVED);
        assertThat(decided(posted, OfItem.DENIED, OfItem.DENIED).status()).isEqualTo(NoticeStatus.DENIED);
        assertThat(decided(posted, OfItem.APPROVED, OfItem.CONTINUED).status()).isEqualTo(NoticeStatus.CONTINUED);
    }

    @Test
    void onlyApprovedItemsGetAnEffectiveDate() {
        var decided = decided(posted, OfItem.APPROVED, OfItem.DENIED);

        assertThat(decided.course(1).effectiveDate()).isEqualTo(LocalDate.parse("2011-04-10"));
        assertThat(decided.course(2).effectiveDate()).isNull();
    }

    @Test
    void onlyContinuedItemsAreDecidedAgain() {
        var continued = decided(posted, OfItem.APPROVED, OfItem.CONTINUED);

        var again = decision(Outcome.APPROVED).on(continued, Instant.EPOCH);

        assertThat(again).containsOnlyKeys(2);
        assertThat(continued.decided(again, EFFECTIVE, Map.of()).status()).isEqualTo(NoticeStatus.APPROVED);
    }

    @Test
    void everyChangeRaisesTheRevision() {
        assertThat(draft.revision()).isEqualTo(1);
        assertThat(posted.revision()).isEqualTo(2);
        assertThat(decided(posted, OfItem.DENIED, OfItem.DENIED).revision()).isEqualTo(3);
    }

    @Test
    void anUnknownItemIsRefusedAtItsPlace() {
        assertRefused(decision(Outcome.BY_ITEM, approve(1), approve(2), approve(7)), "/items/2/item");
    }

    @Test
    void anItemLeftOutIsRefused() {
        assertRefused(decision(Outcome.BY_ITEM, approve(1)), "/items");
    }

    @Test
    void anItemDecidedTwiceIsRefused() {
        assertRefused(decision(Outcome.BY_ITEM, approve(1), approve(2), approve(1)), "/items/2/item");
    }

    @Test
    void itemsWithAnOutcomeForTheWholeAreRefused() {
        assertRefused(decision(Outcome.APPROVED, approve(1)), "/items");
    }

    @Test
    void onlyWhatIsApprovedCanBeAmended() {
        var amended = Items.terms(null, "Third", null);

        assertRefused(
                decision(Outcome.BY_ITEM, new ItemOutcome(1, OfItem.DENIED, amended, null), approve(2)),
                "/items/0/amended");
        assertThat(decision(Outcome.BY_ITEM, new ItemOutcome(1, OfItem.APPROVED, amended, null), approve(2))
                        .on(posted, Instant.EPOCH)
                        .get(1)
                        .outcome())
                .isEqualTo(ItemDecision.Outcome.APPROVED_AS_AMENDED);
    }

    @Test
    void anAmendmentThatStatesWhatWasProposedIsNone() {
        var same = new ItemOutcome(1, OfItem.APPROVED, Items.terms(null, "Other", null), null);

        assertRefused(decision(Outcome.BY_ITEM, same, approve(2)), "/items/0/amended");
    }

    @Test
    void anItemCountsFromTheDateThatALawFixesForItAndTheOthersFromTheRules() {
        var later = new FixedDate(LocalDate.parse("2011-07-01"), "Ordinance 207 of 2011");
        var decisions = decision(Outcome.BY_ITEM, new ItemOutcome(1, OfItem.APPROVED, null, later), approve(2))
                .on(posted, Instant.EPOCH);
        var decided = posted.decided(decisions, EFFECTIVE, Map.of());

        assertThat(decided.course(1).effectiveDate()).isEqualTo(LocalDate.parse("2011-07-01"));
        assertThat(decided.course(2).effectiveDate()).isEqualTo(LocalDate.parse("2011-04-10"));
        assertThat(decisions.get(1).effectiveDate().citation()).isEqualTo("Ordinance 207 of 2011");
    }

    @Test
    void onlyWhatIsApprovedTakesEffectAndNotBeforeItsDecision() {
        var early = new FixedDate(LocalDate.parse("2011-04-06"), "Ordinance 207 of 2011");
        var same = new FixedDate(LocalDate.parse("2011-04-07"), "Ordinance 207 of 2011");

        assertRefused(
                decision(Outcome.BY_ITEM, new ItemOutcome(1, OfItem.APPROVED, null, early), approve(2)),
                "/items/0/effectiveDate/date");
        assertRefused(
                decision(Outcome.BY_ITEM, new ItemOutcome(1, OfItem.CONTINUED, null, same), approve(2)),
                "/items/0/effectiveDate");
    }

    @Test
    void whatWasContinuedIsDecidedOnlyOnceItWasHeardAgain() {
        var continued = decided(posted, OfItem.APPROVED, OfItem.CONTINUED);
        assertThatThrownBy(() -> require(continued, "2011-04-08", "2011-04-09T08:00:00-06:00"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.CONFLICT));

        var again = continued.rescheduled(new Rescheduling(
                Rescheduling.Cause.CONTINUED,
                new Hearing(OffsetDateTime.parse("2011-04-14T17:00:00-06:00"), null),
                null,
                null,
                "Continued",
                Instant.EPOCH.plusSeconds(1)));
        require(again, "2011-04-14", "2011-04-14T17:00:00-06:00");
        assertThatThrownBy(() -> require(again, "2011-04-13", "2011-04-15T08:00:00-06:00"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.INVALID));
    }

    @Test
    void aWithdrawnAndASupersededEditionAreNotDecided() {
        var withdrawn =
                posted.withdrawn(new Withdrawal(LocalDate.parse("2011-03-30"), "Repeated", null, Instant.EPOCH));
        var superseded = posted.supersededBy(posted.nextEdition(UUID.randomUUID(), posted.draft(), "Updated"));
        for (var notice : List.of(withdrawn, superseded)) {
            assertThatThrownBy(() -> require(notice, "2011-04-07", "2011-04-08T08:00:00-06:00"))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.CONFLICT));
        }
    }

    @Test
    void aDraftIsNotDecidedAndNothingIsDecidedTwice() {
        assertThatThrownBy(() -> require(draft, "2011-04-07", "2011-04-08T08:00:00-06:00"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.CONFLICT));
        assertThatThrownBy(() -> require(
                        decided(posted, OfItem.APPROVED, OfItem.DENIED), "2011-04-07", "2011-04-08T08:00:00-06:00"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.CONFLICT));
    }

    @Test
    void theDayOfTheDecisionIsNeitherBeforeTheHearingNorInTheFuture() {
        assertInvalid("2011-03-22", "2011-04-08T08:00:00-06:00");
        assertInvalid("2011-04-06", "2011-04-08T08:00:00-06:00");
        assertInvalid("2011-04-08", "2011-04-07T18:00:00-06:00");
        assertInvalid("2011-04-07", "2011-04-07T16:59:59-06:00");
        require(posted, "2011-04-07", "2011-04-07T17:00:00-06:00");
    }

    private void assertInvalid(String decidedOn, String now) {
        assertThatThrownBy(() -> require(posted, decidedOn, now)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.kind()).isEqualTo(ProblemKind.INVALID);
            assertThat(e.violations().getFirst().pointer()).isEqualTo("/decidedOn");
        });
    }

    private static void require(Notice notice, String decidedOn, String now) {
        DecisionTime.require(notice, LocalDate.parse(decidedOn), OffsetDateTime.parse(now), DENVER);
    }

    private void assertRefused(BoardDecision decision, String pointer) {
        assertThatThrownBy(() -> decision.on(posted, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.pointer()).isEqualTo(pointer)));
    }

    private static Notice decided(Notice notice, OfItem first, OfItem second) {
        var decisions = decision(
                        Outcome.BY_ITEM, new ItemOutcome(1, first, null, null), new ItemOutcome(2, second, null, null))
                .on(notice, Instant.EPOCH);
        return notice.decided(decisions, EFFECTIVE, Map.of());
    }

    private static ItemOutcome approve(int item) {
        return new ItemOutcome(item, OfItem.APPROVED, null, null);
    }

    private static BoardDecision decision(Outcome outcome, ItemOutcome... items) {
        return new BoardDecision(LocalDate.parse("2011-04-07"), "Career Service Board", outcome, List.of(items), null);
    }
}
