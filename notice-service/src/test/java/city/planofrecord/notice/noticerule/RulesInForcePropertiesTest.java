package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RulesInForcePropertiesTest {

    private static final ZoneId ZONE = ZoneId.of("America/Denver");

    @Property
    void aChangeTakesEffectAfterItsApprovalWithinAWeekOnTheFirstDayOfTheWorkWeek(
            @ForAll("days") LocalDate approved, @ForAll DayOfWeek workWeekBegins) {
        var rules = Rules.standard(workWeekBegins, EnactmentMode.NONE).on(approved, ZONE);

        var effective = Objects.requireNonNull(rules.effectiveDate(approved).value());

        assertThat(ChronoUnit.DAYS.between(approved, effective)).isBetween(1L, 7L);
        assertThat(effective.getDayOfWeek()).isEqualTo(workWeekBegins);
    }

    @Property
    void aNoticeIsPostedThirteenDaysFromTheLaterOfItsDateAndItsPosting(
            @ForAll("days") LocalDate date, @ForAll @IntRange(min = -30, max = 30) int postedAfter) {
        var postedOn = date.plusDays(postedAfter);
        var rules = NoticeRules.standard().on(date, ZONE);

        var until = Objects.requireNonNull(rules.postedUntil(postedOn).value());

        assertThat(ChronoUnit.DAYS.between(date, until)).isEqualTo(13L + Math.max(0, postedAfter));
    }

    @Property
    void aHearingIsLateEnoughFromTheFirstInstantOfTheLastDayOn(@ForAll("days") LocalDate date) {
        var rules = NoticeRules.standard().on(date, ZONE);
        var earliest = rules.earliestHearing().value();

        assertThat(rules.hearingIsLateEnough(earliest.minusNanos(1)).passes()).isFalse();
        assertThat(rules.hearingIsLateEnough(earliest).passes()).isTrue();
        assertThat(earliest.toLocalDate()).isEqualTo(rules.postedUntil().value());
        assertThat(earliest.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
    }

    @Property
    void aDeadlineBeforeTheHearingPassesAndOneAtItOrAfterDoesNot(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = -100_000, max = 100_000) int minutes) {
        var rules = NoticeRules.standard().on(day, ZONE);
        var hearing = day.atTime(17, 0).atZone(ZONE).toOffsetDateTime();
        var until = hearing.plusMinutes(minutes);

        assertThat(rules.commentsCloseInTime(until, hearing).passes()).isEqualTo(minutes < 0);
        assertThat(rules.speakerRequestsCloseInTime(until, hearing).passes()).isEqualTo(minutes < 0);
    }

    @Property
    void anEnactmentNeverMakesAChangeEarlier(
            @ForAll("days") LocalDate approved,
            @ForAll @IntRange(max = 400) int enactedAfter,
            @ForAll EnactmentMode mode) {
        var rules = Rules.standard(DayOfWeek.SUNDAY, mode).on(approved, ZONE);

        var effective = rules.effectiveDate(approved, approved.plusDays(enactedAfter));

        assertThat(effective.value()).isAfter(approved);
        if (mode == EnactmentMode.BEFORE) {
            assertThat(effective.value()).isAfter(approved.plusDays(enactedAfter));
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2000, 1, 1).toEpochDay(),
                        LocalDate.of(2040, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
