package city.planofrecord.notice.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.notice.Withdrawal;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.testing.PostedNotices;

class WithdrawalTest {

    private static final LocalDate POSTED_ON = LocalDate.parse("2011-03-23");
    private static final LocalDate TODAY = LocalDate.parse("2011-04-01");

    private final Notice posted = PostedNotices.posted();

    @Test
    void whatIsWithdrawnKeepsWhatItSaid() {
        var withdrawn = withdraw(posted);

        assertThat(withdrawn.status()).isEqualTo(NoticeStatus.WITHDRAWN);
        assertThat(withdrawn.draft()).isEqualTo(posted.draft());
        assertThat(withdrawn.revision()).isEqualTo(posted.revision() + 1);
    }

    @Test
    void aDraftADecidedAndAWithdrawnNoticeAreNotWithdrawn() {
        assertRefused(PostedNotices.draft(), "draft");
        assertRefused(decided(ItemDecision.Outcome.APPROVED, ItemDecision.Outcome.DENIED), "APPROVED");
        assertRefused(decided(ItemDecision.Outcome.DENIED, ItemDecision.Outcome.DENIED), "DENIED");
        assertRefused(withdraw(posted), "withdrawn");
    }

    @Test
    void whatWasOnlyContinuedIsWithdrawnButNotWhatWasDecidedInPart() {
        assertThat(withdraw(decided(ItemDecision.Outcome.CONTINUED, ItemDecision.Outcome.CONTINUED))
                        .status())
                .isEqualTo(NoticeStatus.WITHDRAWN);
        assertRefused(decided(ItemDecision.Outcome.CONTINUED, ItemDecision.Outcome.DENIED), "some of its items");
    }

    @Test
    void theDayIsNeitherBeforeThePostingNorInTheFuture() {
        WithdrawalTime.require(POSTED_ON, POSTED_ON, TODAY);
        WithdrawalTime.require(TODAY, POSTED_ON, TODAY);
        assertInvalid(POSTED_ON.minusDays(1));
        assertInvalid(TODAY.plusDays(1));
    }

    private static void assertInvalid(LocalDate day) {
        assertThatThrownBy(() -> WithdrawalTime.require(day, POSTED_ON, TODAY))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.violations().getFirst().pointer()).isEqualTo("/withdrawnOn"));
    }

    private static void assertRefused(Notice notice, String why) {
        assertThatThrownBy(() -> withdraw(notice)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.kind()).isEqualTo(ProblemKind.CONFLICT);
            assertThat(e.detail()).contains(why);
        });
    }

    private static Notice withdraw(Notice notice) {
        return notice.withdrawn(new Withdrawal(TODAY, "The study is repeated", null, Instant.EPOCH));
    }

    private Notice decided(ItemDecision.Outcome first, ItemDecision.Outcome second) {
        return posted.decided(
                Map.of(1, decision(first), 2, decision(second)),
                EffectiveDate.fixed(LocalDate.parse("2011-04-10"), "Career Service Rule 7-37 A"),
                Map.of());
    }

    private static ItemDecision decision(ItemDecision.Outcome outcome) {
        return new ItemDecision(
                outcome, LocalDate.parse("2011-04-07"), "Career Service Board", null, null, null, Instant.EPOCH);
    }
}
