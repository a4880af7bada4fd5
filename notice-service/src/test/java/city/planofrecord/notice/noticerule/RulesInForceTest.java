package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class RulesInForceTest {

    private static final ZoneId ZONE = ZoneId.of("America/Denver");
    private static final LocalDate NOTICE = LocalDate.of(2011, 3, 23);

    private final RulesInForce rules = NoticeRules.standard().on(NOTICE, ZONE);

    @Test
    void thePostingPeriodDoesNotCountTheDayOfTheNotice() {
        var until = rules.postedUntil();

        assertThat(until.value()).isEqualTo("2011-04-05");
        assertThat(until.rule()).isEqualTo(RuleName.POSTING_PERIOD);
        assertThat(until.citation()).isNotBlank();
        assertThat(until.steps()).hasSize(2).last().asString().contains("13 calendar days after 2011-03-23");
    }

    @Test
    void aLaterPostingMovesThePeriod() {
        assertThat(rules.postedUntil(LocalDate.of(2011, 3, 25)).value()).isEqualTo("2011-04-07");
    }

    @Test
    void anEarlierPostingDoesNotShortenThePeriod() {
        assertThat(rules.postedUntil(LocalDate.of(2011, 3, 20)).value()).isEqualTo("2011-04-05");
    }

    @Test
    void aHearingAMinuteBeforeTheLastDayIsTooEarly() {
        var judgement = rules.hearingIsLateEnough(OffsetDateTime.parse("2011-04-04T23:59:00-06:00"));

        assertThat(judgement.passes()).isFalse();
        assertThat(judgement.expected()).contains("2011-04-05T00:00-06:00");
        assertThat(judgement.steps()).last().asString().contains("too early");
    }

    @Test
    void aHearingAtTheFirstInstantOfTheLastDayIsLateEnough() {
        assertThat(rules.hearingIsLateEnough(OffsetDateTime.parse("2011-04-05T00:00:00-06:00"))
                        .passes())
                .isTrue();
    }

    @Test
    void aHearingIsJudgedByTheClockOfTheCity() {
        assertThat(rules.hearingIsLateEnough(OffsetDateTime.parse("2011-04-05T05:59:59Z"))
                        .passes())
                .isFalse();
        assertThat(rules.hearingIsLateEnough(OffsetDateTime.parse("2011-04-05T06:00:00Z"))
                        .passes())
                .isTrue();
    }

    @Test
    void aLaterPostingMovesTheEarliestHearing() {
        var postedOn = LocalDate.of(2011, 3, 24);

        assertThat(rules.hearingIsLateEnough(postedOn, OffsetDateTime.parse("2011-04-05T23:59:59-06:00"))
                        .passes())
                .isFalse();
        assertThat(rules.earliestHearing(postedOn).value()).isEqualTo("2011-04-06T00:00:00-06:00");
    }

    @Test
    void theEarliestHearingIsTheBeginningOfTheDayAlsoWhereTheClocksChange() {
        var spring = NoticeRules.standard().on(LocalDate.of(2011, 2, 28), ZONE);
        var autumn = NoticeRules.standard().on(LocalDate.of(2011, 10, 24), ZONE);

        assertThat(spring.earliestHearing().value()).hasToString("2011-03-13T00:00-07:00");
        assertThat(autumn.earliestHearing().value()).hasToString("2011-11-06T00:00-06:00");
    }

    @Test
    void whereTheClocksSkipMidnightTheDayBeginsLater() {
        var rulesThere = NoticeRules.standard().on(LocalDate.of(2018, 10, 22), ZoneId.of("America/Sao_Paulo"));

        assertThat(rulesThere.earliestHearing().value()).hasToString("2018-11-04T01:00-02:00");
    }

    @Test
    void commentsAndRequestsToSpeakCloseBeforeTheHearing() {
        var hearing = OffsetDateTime.parse("2011-04-07T17:00:00-06:00");

        assertThat(rules.commentsCloseInTime(hearing.minusNanos(1), hearing).passes())
                .isTrue();
        assertThat(rules.commentsCloseInTime(hearing, hearing).passes()).isFalse();
        assertThat(rules.speakerRequestsCloseInTime(OffsetDateTime.parse("2011-04-05T12:00:00-06:00"), hearing)
                        .passes())
                .isTrue();
        assertThat(rules.speakerRequestsCloseInTime(hearing.plusMinutes(1), hearing))
                .satisfies(late -> assertThat(late.passes()).isFalse())
                .satisfies(late -> assertThat(late.rule()).isEqualTo(RuleName.SPEAKER_REQUESTS_CLOSE))
                .satisfies(late -> assertThat(late.expected()).startsWith("before"));
    }

    @Test
    void aDeadlineIncludesItsInstantAndNothingAfterIt() {
        var until = OffsetDateTime.parse("2011-04-06T08:00:00-06:00");
        var instant = Instant.parse("2011-04-06T14:00:00Z");

        assertThat(RulesInForce.isInTime(until, instant.minusMillis(1))).isTrue();
        assertThat(RulesInForce.isInTime(until, instant)).isTrue();
        assertThat(RulesInForce.isInTime(until, instant.plusNanos(1))).isFalse();
    }

    @Test
    void aChangeApprovedOnThursdayCountsFromTheNextSunday() {
        var date = rules.effectiveDate(LocalDate.of(2011, 4, 7));

        assertThat(date.value()).isEqualTo("2011-04-10");
        assertThat(date.citation()).isEqualTo("Career Service Rule 7-37 A");
        assertThat(date.steps())
                .containsExactly(
                        "The Board approved on Thursday 2011-04-07.",
                        "The work week begins on Sunday; the first that begins after 2011-04-07 begins on 2011-04-10.");
    }

    @Test
    void aChangeApprovedOnSundayWaitsAWeek() {
        assertThat(rules.effectiveDate(LocalDate.of(2011, 4, 10)).value()).isEqualTo("2011-04-17");
        assertThat(rules.effectiveDate(LocalDate.of(2011, 4, 9)).value()).isEqualTo("2011-04-10");
    }

    @Test
    void theWorkWeekBeginsWhereTheCityPutsIt() {
        var monday = Rules.standard(DayOfWeek.MONDAY, EnactmentMode.NONE).on(NOTICE, ZONE);

        assertThat(monday.effectiveDate(LocalDate.of(2011, 4, 7)).value()).isEqualTo("2011-04-11");
    }

    @Test
    void aChangeThatMustBeEnactedFirstHasNoDateUntilItIs() {
        var before = Rules.standard(DayOfWeek.SUNDAY, EnactmentMode.BEFORE).on(NOTICE, ZONE);
        var approved = LocalDate.of(2011, 4, 7);

        var awaited = before.effectiveDate(approved);
        var enacted = before.effectiveDate(approved, LocalDate.of(2011, 5, 2));

        assertThat(awaited.value()).isNull();
        assertThat(awaited.rule()).isEqualTo(RuleName.ENACTMENT);
        assertThat(awaited.steps()).last().asString().contains("awaited");
        assertThat(enacted.value()).isEqualTo("2011-05-08");
    }

    @Test
    void aProvisionalChangeCountsFromItsApproval() {
        var provisional =
                Rules.standard(DayOfWeek.SUNDAY, EnactmentMode.PROVISIONAL).on(NOTICE, ZONE);
        var approved = LocalDate.of(2011, 4, 7);

        assertThat(provisional.effectiveDate(approved).value()).isEqualTo("2011-04-10");
        assertThat(provisional.effectiveDate(approved).steps()).anyMatch(step -> step.contains("lapses"));
        assertThat(provisional.effectiveDate(approved, LocalDate.of(2011, 5, 2)).value())
                .isEqualTo("2011-04-10");
    }

    @Test
    void nothingIsDecidedBeforeItsNoticeOrEnactedBeforeItsApproval() {
        assertThatThrownBy(() -> rules.effectiveDate(LocalDate.of(2011, 3, 22)))
                .isInstanceOfSatisfying(
                        ImpossibleDatesException.class,
                        impossible -> assertThat(impossible.field()).isEqualTo("decidedOn"));
        assertThatThrownBy(() -> rules.effectiveDate(LocalDate.of(2011, 4, 7), LocalDate.of(2011, 4, 6)))
                .isInstanceOfSatisfying(
                        ImpossibleDatesException.class,
                        impossible -> assertThat(impossible.field()).isEqualTo("enactedOn"));
    }
}
