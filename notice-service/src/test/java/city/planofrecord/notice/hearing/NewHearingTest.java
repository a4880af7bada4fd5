package city.planofrecord.notice.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.ItemDecision;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.Rescheduling;
import city.planofrecord.notice.notice.Rescheduling.Cause;
import city.planofrecord.notice.noticerule.EffectiveDate;
import city.planofrecord.notice.noticerule.NoticeRules;
import city.planofrecord.notice.noticerule.RulesInForce;
import city.planofrecord.notice.testing.PostedNotices;

class NewHearingTest {

    private static final RulesInForce RULES =
            NoticeRules.standard().on(LocalDate.parse("2011-03-23"), ZoneId.of("America/Denver"));

    private final Notice posted = PostedNotices.posted();

    @Test
    void aHearingMovedStandsBesideTheOneThatWasPosted() {
        var how = of(posted, at("2011-04-14T17:00:00-06:00"));
        var moved = posted.rescheduled(how);

        assertThat(how.cause()).isEqualTo(Cause.MOVED);
        assertThat(moved.draft()).isEqualTo(posted.draft());
        assertThat(moved.asRescheduled().hearing()).isEqualTo(how.hearing());
        assertThat(how.hearing().place()).isEqualTo("The Board Room");
        assertThat(moved.asRescheduled().commentsUntil())
                .isEqualTo(posted.draft().commentsUntil());
    }

    @Test
    void aMinuteBeforeThePostingPeriodEndsIsTooEarly() {
        assertRefused(posted, at("2011-04-04T23:59:00-06:00"), "/at", "/commentsUntil", "/speakersUntil");
    }

    @Test
    void aHearingIsNotMovedBeforeWhatWasPromisedToThePublic() {
        assertRefused(posted, at("2011-04-06T08:00:00-06:00"), "/commentsUntil");
        assertThat(of(posted, at("2011-04-06T08:00:01-06:00")).cause()).isEqualTo(Cause.MOVED);
    }

    @Test
    void deadlinesAreExtendedUntilTheHearingAndNeverShortened() {
        var extended = new NewHearing(
                "",
                OffsetDateTime.parse("2011-04-14T17:00:00-06:00"),
                null,
                OffsetDateTime.parse("2011-04-14T16:59:59-06:00"),
                null,
                "No quorum");
        assertThat(posted.rescheduled(of(posted, extended)).asRescheduled().commentsUntil())
                .contains(OffsetDateTime.parse("2011-04-14T16:59:59-06:00"));

        assertRefused(posted, comments("2011-04-14T17:00:00-06:00"), "/commentsUntil");
        assertRefused(posted, comments("2011-04-06T07:59:59-06:00"), "/commentsUntil");
    }

    @Test
    void theSameHearingAgainIsRefused() {
        assertRefused(posted, at("2011-04-07T17:00:00-06:00"), "/at");
        assertThat(of(
                                posted,
                                new NewHearing(
                                        "",
                                        OffsetDateTime.parse("2011-04-07T17:00:00-06:00"),
                                        "Room 4",
                                        null,
                                        null,
                                        "A flood"))
                        .hearing()
                        .place())
                .isEqualTo("Room 4");
    }

    @Test
    void whatWasContinuedIsHeardAgainOnALaterDay() {
        var continued = decided(ItemDecision.Outcome.CONTINUED);

        assertRefused(continued, at("2011-04-07T18:00:00-06:00"), "/at");
        assertThat(of(continued, at("2011-04-08T17:00:00-06:00")).cause()).isEqualTo(Cause.CONTINUED);
    }

    @Test
    void aDraftAndADecidedNoticeWaitForNoHearing() {
        for (var notice : new Notice[] {PostedNotices.draft(), decided(ItemDecision.Outcome.DENIED)}) {
            assertThatThrownBy(() -> of(notice, at("2011-04-14T17:00:00-06:00")))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.CONFLICT));
        }
    }

    private Notice decided(ItemDecision.Outcome outcome) {
        var decision = new ItemDecision(
                outcome, LocalDate.parse("2011-04-07"), "Career Service Board", null, null, null, Instant.EPOCH);
        return posted.decided(
                Map.of(1, decision, 2, decision),
                EffectiveDate.fixed(LocalDate.parse("2011-04-10"), "Career Service Rule 7-37 A"),
                Map.of());
    }

    private static NewHearing at(String time) {
        return new NewHearing("", OffsetDateTime.parse(time), null, null, null, "No quorum");
    }

    private static NewHearing comments(String until) {
        return new NewHearing(
                "",
                OffsetDateTime.parse("2011-04-14T17:00:00-06:00"),
                null,
                OffsetDateTime.parse(until),
                null,
                "No quorum");
    }

    private static Rescheduling of(Notice notice, NewHearing hearing) {
        return hearing.of(notice, RULES, Instant.EPOCH);
    }

    private static void assertRefused(Notice notice, NewHearing hearing, String... pointers) {
        assertThatThrownBy(() -> of(notice, hearing))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::pointer)
                                .containsExactly(pointers));
    }
}
