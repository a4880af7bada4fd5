package city.planofrecord.notice.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.notice.Application.FateState;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.noticerule.RuleName;
import city.planofrecord.notice.testing.PostedNotices;

class RevisedNoticeTest {

    private static final LocalDate DAY = LocalDate.parse("2011-04-10");
    private static final LocalDate LATER = LocalDate.parse("2011-04-24");
    private static final UUID BATCH = UUID.randomUUID();

    private static Application state(FateState state) {
        return new Application(state, Map.of());
    }

    private static ItemDecision decision(ItemDecision.Outcome outcome) {
        return new ItemDecision(outcome, LocalDate.parse("2011-04-07"), "The Board", null, null, null, Instant.EPOCH);
    }

    private static Notice decided(ItemDecision.Outcome first, ItemDecision.Outcome second) {
        var byRule = new EffectiveDate(DAY, RuleName.FIRST_WORK_WEEK, "Rule 7-37 A", List.of("by rule"), null);
        return PostedNotices.posted()
                .decided(Map.of(1, decision(first), 2, decision(second)), byRule, Map.of())
                .applied(Map.of(1, state(FateState.APPLIED), 2, state(FateState.APPLIED)));
    }

    private static Notice approved() {
        return decided(ItemDecision.Outcome.APPROVED, ItemDecision.Outcome.APPROVED);
    }

    private static ItemRevision asked(ItemRevision.Kind kind, LocalDate date) {
        return new ItemRevision(
                kind, BATCH, date, "Resolution 7", "To be studied", Instant.EPOCH, state(FateState.PENDING));
    }

    private static Notice done(Notice notice, int... items) {
        var applied = notice;
        for (var item : items) {
            applied = applied.revised(BATCH, Map.of(item, state(FateState.APPLIED)));
        }
        return applied;
    }

    @Test
    void aNoticeIsRescindedOnceTheRegistersHaveTakenOutEverythingThatWasApproved() {
        var rescission = asked(ItemRevision.Kind.RESCINDED, null);
        var asked = approved().revising(Map.of(1, rescission, 2, rescission));
        assertThat(asked.status()).isEqualTo(NoticeStatus.APPROVED);

        assertThat(done(asked, 1).status()).isEqualTo(NoticeStatus.APPROVED);
        assertThat(done(asked, 1).standing()).containsExactly(2);
        assertThat(done(asked, 1, 2).status()).isEqualTo(NoticeStatus.RESCINDED);
        assertThat(done(asked, 1, 2).course(1).application()).isEqualTo(state(FateState.APPLIED));
    }

    @Test
    void aNoticeOfWhichTheRestWasDeniedIsRescindedWithItsOnlyApprovedItem() {
        var notice = decided(ItemDecision.Outcome.APPROVED, ItemDecision.Outcome.DENIED)
                .revising(Map.of(1, asked(ItemRevision.Kind.RESCINDED, null)));

        assertThat(done(notice, 1).status()).isEqualTo(NoticeStatus.RESCINDED);
    }

    @Test
    void aRefusedRevisionLeavesItemAndNoticeAsTheyWere() {
        var asked = approved().revising(Map.of(1, asked(ItemRevision.Kind.MOVED, LATER)));

        var refused = asked.revised(BATCH, Map.of(1, state(FateState.REJECTED)));

        assertThat(refused.course(1).effectiveDate()).isEqualTo(DAY);
        assertThat(refused.course(1).stands()).isTrue();
        assertThat(refused.status()).isEqualTo(NoticeStatus.APPROVED);
    }

    @Test
    void anAnswerToWhatIsNoLongerAskedForSaysNothing() {
        var asked = approved().revising(Map.of(1, asked(ItemRevision.Kind.MOVED, LATER)));

        var answered = asked.revised(UUID.randomUUID(), Map.of(1, state(FateState.APPLIED)));

        assertThat(answered.course(1)).isEqualTo(asked.course(1));
    }

    @Test
    void theNoticesDateIsOverriddenOnceEveryItemHasMovedToOneDate() {
        var move = asked(ItemRevision.Kind.MOVED, LATER);
        var asked = approved().revising(Map.of(1, move, 2, move));

        var one = done(asked, 1);
        assertThat(one.course(1).effectiveDate()).isEqualTo(LATER);
        assertThat(date(one).override()).isNull();
        var both = done(asked, 1, 2);
        assertThat(date(both).date()).isEqualTo(LATER);
        assertThat(Objects.requireNonNull(date(both).override()).insteadOf()).isEqualTo(DAY);
    }

    private static EffectiveDate date(Notice notice) {
        return Objects.requireNonNull(notice.effectiveDate());
    }

    @Test
    void anItemThatLapsesIsInEffectUntilItsEndAndCountsNoLongerAfterwards() {
        var until = LocalDate.parse("2012-01-01");
        var lapsed = done(approved().revising(Map.of(1, asked(ItemRevision.Kind.LAPSED, until))), 1);

        assertThat(lapsed.course(1).takesEffectBy(until.minusDays(1))).isTrue();
        assertThat(lapsed.course(1).takesEffectBy(until)).isFalse();
        assertThat(lapsed.isInEffect(until)).isTrue();
    }

    @Test
    void aNoticeIsInEffectOnlyWhenEveryItemThatStandsIs() {
        assertThat(approved().isInEffect(DAY.minusDays(1))).isFalse();
        assertThat(approved().isInEffect(DAY)).isTrue();
        var held = approved().applied(Map.of(2, state(FateState.HELD)));
        assertThat(held.isInEffect(DAY)).isFalse();
        var moved = done(approved().revising(Map.of(2, asked(ItemRevision.Kind.MOVED, LATER))), 2);
        assertThat(moved.isInEffect(DAY)).isFalse();
        assertThat(moved.isInEffect(LATER)).isTrue();
        assertThat(PostedNotices.posted().isInEffect(LATER)).isFalse();
    }
}
