package city.planofrecord.notice.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.notice.NoticeStatus;
import city.planofrecord.notice.noticerule.NoticeRules;

class AgendaTest {

    private static final ZoneId DENVER = ZoneId.of("America/Denver");
    private static final NoticeRules RULES = NoticeRules.standard();

    @Test
    void theDatesOfANoticeStandInOrder() {
        var entries = days("2011-04-03", "2011-04-16")
                .entries(List.of(heard("1341", "2011-04-07T17:00:00-06:00", "Board Room")));

        assertThat(entries)
                .extracting(AgendaEntry::kind)
                .containsExactly(
                        AgendaEntry.Kind.POSTED_UNTIL,
                        AgendaEntry.Kind.SPEAKERS_CLOSE,
                        AgendaEntry.Kind.COMMENTS_CLOSE,
                        AgendaEntry.Kind.DECISION_DUE,
                        AgendaEntry.Kind.HEARING);
    }

    @Test
    void bothDaysAreIncludedAndNoOther() {
        var notice = List.of(heard("1341", "2011-04-07T17:00:00-06:00", "Board Room"));

        assertThat(days("2011-04-05", "2011-04-06").entries(notice))
                .extracting(AgendaEntry::date)
                .containsExactly(
                        LocalDate.parse("2011-04-05"), LocalDate.parse("2011-04-05"), LocalDate.parse("2011-04-06"));
        assertThat(days("2011-04-08", "2011-04-20").entries(notice)).isEmpty();
    }

    @Test
    void aDecisionIsDueFromTheDayOfTheHearingAndOverdueTheDayAfter() {
        var notice = List.of(heard("1341", "2011-04-07T17:00:00-06:00", "Board Room"));

        assertThat(due("2011-04-07", notice)).isEqualTo(null);
        assertThat(due("2011-04-08", notice)).isEqualTo(true);
    }

    private static Boolean due(String today, List<ScheduledNotice> notices) {
        return new Agenda(
                        LocalDate.parse("2011-04-07"),
                        LocalDate.parse("2011-04-07"),
                        LocalDate.parse(today),
                        DENVER,
                        Duration.ofHours(1))
                .entries(notices).stream()
                        .filter(entry -> entry.kind() == AgendaEntry.Kind.DECISION_DUE)
                        .findFirst()
                        .orElseThrow()
                        .overdue();
    }

    @Test
    void hearingsLessThanTheirLengthApartInOnePlaceOverlap() {
        var collisions = collisions(
                heard("1341", "2011-04-07T17:00:00-06:00", "The Board Room, 201 W. Colfax"),
                heard("1342", "2011-04-07T17:59:59-06:00", "the board  room 201 W Colfax"),
                heard("1343", "2011-04-07T18:59:59-06:00", "The Board Room, 201 W. Colfax"),
                heard("1344", "2011-04-07T17:00:00-06:00", "Elsewhere"));

        assertThat(collisions).singleElement().satisfies(collision -> {
            assertThat(collision.kind()).isEqualTo(Collision.Kind.HEARINGS_OVERLAP);
            assertThat(collision.notices()).containsExactly("1341", "1342");
        });
    }

    @Test
    void hearingsThatTouchDoNotOverlap() {
        assertThat(collisions(
                        heard("1341", "2011-04-07T17:00:00-06:00", "Board Room"),
                        heard("1342", "2011-04-07T18:00:00-06:00", "Board Room")))
                .isEmpty();
    }

    @Test
    void aHearingOfTheEveningBeforeMayLastIntoTheFirstDay() {
        var agenda = days("2011-04-08", "2011-04-08");

        assertThat(agenda.collisions(
                        List.of(
                                heard("1341", "2011-04-07T23:30:00-06:00", "Board Room"),
                                heard("1342", "2011-04-08T00:15:00-06:00", "Board Room")),
                        RULES))
                .hasSize(1);
        assertThat(agenda.collisions(
                        List.of(
                                heard("1341", "2011-04-07T17:30:00-06:00", "Board Room"),
                                heard("1342", "2011-04-07T17:30:00-06:00", "Board Room")),
                        RULES))
                .isEmpty();
    }

    @Test
    void aDeadlineThatDoesNotLieBeforeItsHearingCollidesByItsRule() {
        var collisions = collisions(heard("1341", "2011-04-06T08:00:00-06:00", "Board Room"));

        assertThat(collisions).singleElement().satisfies(collision -> {
            assertThat(collision.kind()).isEqualTo(Collision.Kind.DEADLINE_NOT_BEFORE_HEARING);
            assertThat(collision.citation()).isEqualTo("Classification notice, public notice of changes");
        });
    }

    @Test
    void aHearingOnAHolidayCollidesAndIsNotMoved() {
        var agenda = days("2011-07-04", "2011-07-04");

        assertThat(agenda.collisions(List.of(heard("1341", "2011-07-04T17:00:00-06:00", "Board Room")), RULES))
                .singleElement()
                .satisfies(collision -> {
                    assertThat(collision.kind()).isEqualTo(Collision.Kind.ON_A_HOLIDAY);
                    assertThat(collision.citation()).isEqualTo("5 U.S.C. 6103");
                    assertThat(collision.message()).contains("Independence Day");
                });
    }

    private static List<Collision> collisions(ScheduledNotice... notices) {
        return days("2011-04-03", "2011-04-16").collisions(List.of(notices), RULES);
    }

    private static Agenda days(String from, String until) {
        return new Agenda(
                LocalDate.parse(from),
                LocalDate.parse(until),
                LocalDate.parse("2011-04-03"),
                DENVER,
                Duration.ofHours(1));
    }

    private static ScheduledNotice heard(String number, String at, String place) {
        return new ScheduledNotice(
                number,
                1,
                NoticeStatus.POSTED,
                LocalDate.parse("2011-03-23"),
                "Proposed changes",
                LocalDate.parse("2011-04-05"),
                OffsetDateTime.parse(at),
                place,
                OffsetDateTime.parse("2011-04-06T08:00:00-06:00"),
                OffsetDateTime.parse("2011-04-05T12:00:00-06:00"));
    }
}
