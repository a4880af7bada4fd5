package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every single day from 2000 to 2040, the days on which the clocks change included. */
class EveryDayTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2040, 12, 31);
    private static final String DENVER = "America/Denver";

    // Clocks that change at two in the morning, at midnight, at one, never, and by half an hour.
    private static final String SAO_PAULO = "America/Sao_Paulo";
    private static final String BERLIN = "Europe/Berlin";
    private static final String PHOENIX = "America/Phoenix";
    private static final String LORD_HOWE = "Australia/Lord_Howe";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {DENVER, SAO_PAULO, BERLIN, PHOENIX})
    void aNoticeMayBeHeardFromTheFirstInstantOfTheLastDayOfItsPostingAndNotANanosecondBefore(String zone) {
        var there = ZoneId.of(zone);
        var standard = NoticeRules.standard();
        days().forEach(day -> {
            var rules = standard.on(day, there);
            var until = Objects.requireNonNull(rules.postedUntil(day).value());
            var earliest = rules.earliestHearing(day).value();

            assertThat(ChronoUnit.DAYS.between(day, until)).isEqualTo(13);
            assertThat(earliest.atZoneSameInstant(there).toLocalDate()).isEqualTo(until);
            assertThat(earliest.minusNanos(1).atZoneSameInstant(there).toLocalDate())
                    .isEqualTo(until.minusDays(1));
            assertThat(rules.hearingIsLateEnough(day, earliest).passes()).isTrue();
            assertThat(rules.hearingIsLateEnough(day, earliest.minusNanos(1)).passes())
                    .isFalse();
            assertThat(rules.hearingIsLateEnough(day, earliest.minusMinutes(1)).passes())
                    .isFalse();
        });
    }

    @Test
    void aPostingAfterTheDateCountsFromItselfAndOneBeforeNever() {
        var standard = NoticeRules.standard();
        days().forEach(day -> {
            var rules = standard.on(day, ZoneId.of(DENVER));
            for (var later = -3; later <= 3; later++) {
                assertThat(rules.postedUntil(day.plusDays(later)).value())
                        .isEqualTo(day.plusDays(13L + Math.max(0, later)));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {DENVER, LORD_HOWE})
    void aDeadlineIncludesItsInstantAtEveryHourOfTheDay(String zone) {
        days().forEach(day -> {
            for (var deadline : timesOf(day, ZoneId.of(zone))) {
                var instant = deadline.toInstant();
                assertThat(RulesInForce.isInTime(deadline, instant)).isTrue();
                assertThat(RulesInForce.isInTime(deadline, instant.minusNanos(1)))
                        .isTrue();
                assertThat(RulesInForce.isInTime(deadline, instant.plusNanos(1)))
                        .isFalse();
            }
        });
    }

    @Test
    void aDeadlineMustComeBeforeTheHearingAlsoWithinTheHourThatTheClocksShowTwice() {
        var rules = NoticeRules.standard().on(FIRST, ZoneId.of(DENVER));
        days().forEach(day -> {
            var hearing = day.atTime(1, 30).atZone(ZoneId.of(DENVER)).withLaterOffsetAtOverlap();
            var sameOnTheClock = hearing.withEarlierOffsetAtOverlap();
            var twice = !hearing.equals(sameOnTheClock);

            assertThat(rules.commentsCloseInTime(sameOnTheClock.toOffsetDateTime(), hearing.toOffsetDateTime())
                            .passes())
                    .isEqualTo(twice);
            assertThat(rules.speakerRequestsCloseInTime(
                                    hearing.minusNanos(1).toOffsetDateTime(), hearing.toOffsetDateTime())
                            .passes())
                    .isTrue();
        });
    }

    @Test
    void aTimeComesBackFromJsonAsTheSameInstantWithTheSameOffset() {
        var offsets = new TreeSet<String>();
        days().forEach(day -> {
            for (var time : timesOf(day, ZoneId.of(DENVER))) {
                var back = read(write(time));
                assertThat(back).isEqualTo(time);
                assertThat(back.getOffset()).isEqualTo(time.getOffset());
                assertThat(back.atZoneSameInstant(ZoneId.of(DENVER)).toOffsetDateTime())
                        .isEqualTo(time);
                offsets.add(time.getOffset().getId());
            }
        });
        assertThat(offsets).containsExactly("-06:00", "-07:00");
    }

    @Test
    void aChangeTakesEffectOnTheFirstDayOfTheWorkWeekStrictlyAfterItsApproval() {
        for (var begins : DayOfWeek.values()) {
            for (var mode : EnactmentMode.values()) {
                var rules = Rules.standard(begins, mode);
                days().forEach(day -> {
                    var inForce = rules.on(day, ZoneId.of(DENVER));
                    var effective = Objects.requireNonNull(
                            inForce.expectedEffectiveDate(day).value());
                    assertThat(effective.getDayOfWeek()).isEqualTo(begins);
                    assertThat(ChronoUnit.DAYS.between(day, effective)).isBetween(1L, 7L);
                    assertThat(inForce.effectiveDate(day).value())
                            .isEqualTo(mode == EnactmentMode.BEFORE ? null : effective);
                });
            }
        }
    }

    @Test
    void everyResultSaysItsRuleItsCitationItsInputsAndItsSteps() {
        var standard = NoticeRules.standard();
        days().filter(day -> day.getDayOfMonth() == 8).forEach(day -> {
            var answer = new DateCalculation(standard, ZoneId.of(DENVER))
                    .calculate(new DateQuestion(
                            day,
                            day.atTime(9, 0).atZone(ZoneId.of(DENVER)).toOffsetDateTime(),
                            day.plusDays(15)
                                    .atTime(17, 0)
                                    .atZone(ZoneId.of(DENVER))
                                    .toOffsetDateTime(),
                            day.plusDays(15),
                            null,
                            day.plusDays(14)
                                    .atTime(23, 59)
                                    .atZone(ZoneId.of(DENVER))
                                    .toOffsetDateTime(),
                            null,
                            null,
                            null));
            assertThat(answer.results())
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(one.citation()).isNotBlank())
                    .allSatisfy(one -> assertThat(one.inputs()).containsEntry("date", day.toString()))
                    .allSatisfy(one -> assertThat(one.steps()).isNotEmpty());
            assertThat(answer.judgements())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(one -> assertThat(one.inputs()).isNotEmpty())
                    .anySatisfy(one -> assertThat(one.rule()).isEqualTo(RuleName.OFFICE_HOURS));
        });
    }

    /** Every half hour that the clocks show that day, the hour that they show twice with both offsets. */
    private static List<OffsetDateTime> timesOf(LocalDate day, ZoneId zone) {
        var times = new ArrayList<OffsetDateTime>();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        for (var at = day.atStartOfDay(zone); at.toInstant().isBefore(end); at = at.plusMinutes(30)) {
            times.add(at.toOffsetDateTime());
        }
        return times;
    }

    private static String write(OffsetDateTime time) {
        try {
            return JSON.writeValueAsString(time);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static OffsetDateTime read(String json) {
        try {
            return JSON.readValue(json, OffsetDateTime.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
