package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CityCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("America/Denver");

    private final CityCalendar calendar = NoticeRules.standard().calendar(ZONE);

    @Test
    void aDeadlineAtOpeningOrClosingTimeIsWithinOfficeHoursAndAMinuteBesideIsNot() {
        assertThat(rules(Occasion.COMMENTS_CLOSE, "2011-04-06T08:00")).isEmpty();
        assertThat(rules(Occasion.COMMENTS_CLOSE, "2011-04-06T17:00")).isEmpty();
        assertThat(rules(Occasion.COMMENTS_CLOSE, "2011-04-06T07:59")).containsExactly(RuleName.OFFICE_HOURS);
        assertThat(rules(Occasion.SPEAKER_REQUESTS_CLOSE, "2011-04-06T17:01")).containsExactly(RuleName.OFFICE_HOURS);
        assertThat(rules(Occasion.COMMENTS_CLOSE, "2011-04-09T12:00")).containsExactly(RuleName.OFFICE_HOURS);
    }

    @Test
    void aHearingMayBeInTheEveningAndIsWarnedOfOnlyOnAHoliday() {
        assertThat(rules(Occasion.HEARING, "2011-04-07T19:30")).isEmpty();
        assertThat(calendar.closures(Occasion.HEARING, at("2011-07-04T17:00")))
                .singleElement()
                .satisfies(closure -> assertThat(closure.citation()).isEqualTo("5 U.S.C. 6103"))
                .satisfies(closure -> assertThat(closure.steps().getFirst())
                        .isEqualTo("Monday 2011-07-04 at 17:00, the hearing, is a holiday: Independence Day."))
                .satisfies(closure -> assertThat(closure.inputs()).containsEntry("at", "2011-07-04T17:00-06:00"));
    }

    @Test
    void aHolidayOnASaturdayIsObservedOnFridayAlsoAcrossTheYear() {
        assertThat(rules(Occasion.HEARING, "2010-12-31T10:00")).containsExactly(RuleName.HOLIDAYS);
        assertThat(rules(Occasion.HEARING, "2011-01-01T10:00")).isEmpty();
        assertThat(rules(Occasion.HEARING, "2011-12-26T10:00")).containsExactly(RuleName.HOLIDAYS);
    }

    @Test
    void aHolidayHoldsFromTheDayOnWhichItsRuleBeginsWhateverTheNoticeIsDated() {
        assertThat(rules(Occasion.HEARING, "2020-06-19T10:00")).isEmpty();
        assertThat(rules(Occasion.HEARING, "2021-06-18T10:00")).containsExactly(RuleName.HOLIDAYS);
    }

    @Test
    void aTimeIsJudgedOnTheCitysDayWhateverItsOffset() {
        assertThat(calendar.closures(Occasion.HEARING, OffsetDateTime.parse("2011-07-05T03:00:00Z")))
                .hasSize(1);
        assertThat(calendar.closures(Occasion.HEARING, OffsetDateTime.parse("2011-07-04T03:00:00Z")))
                .isEmpty();
    }

    @Test
    void everyYearHasTheHolidaysOfTheLaw() {
        for (var year = 2000; year <= 2040; year++) {
            var first = LocalDate.of(year, 1, 1);
            var closed = IntStream.range(0, first.lengthOfYear())
                    .mapToObj(first::plusDays)
                    .filter(day -> !rules(Occasion.HEARING, day.atTime(10, 0)).isEmpty())
                    .toList();
            // New Year's Day may be observed in the year before.
            var next = LocalDate.of(year + 1, 1, 1).getDayOfWeek().getValue() == 6 ? 1 : 0;
            var gone = first.getDayOfWeek().getValue() == 6 ? 1 : 0;
            var ofLaw = year >= 2021 ? 11 : 10;
            assertThat(closed).as("holidays of " + year).hasSize(ofLaw + next - gone);
            assertThat(closed)
                    .allSatisfy(day -> assertThat(day.getDayOfWeek().getValue()).isLessThan(6));
        }
    }

    private List<RuleName> rules(Occasion occasion, String local) {
        return rules(occasion, LocalDateTime.parse(local));
    }

    private List<RuleName> rules(Occasion occasion, LocalDateTime local) {
        return calendar.closures(occasion, local.atZone(ZONE).toOffsetDateTime()).stream()
                .map(Judgement::rule)
                .toList();
    }

    private static OffsetDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toOffsetDateTime();
    }
}
