package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.noticerule.Worked.What;
import city.planofrecord.notice.noticerule.Worked.WorkedDate;
import city.planofrecord.notice.noticerule.Worked.WorkedTime;

class DateCalculationTest {

    private static final ZoneId ZONE = ZoneId.of("America/Denver");
    private static final LocalDate NOTICE = LocalDate.of(2011, 3, 23);

    private final DateCalculation calculation = new DateCalculation(NoticeRules.standard(), ZONE);

    @Test
    void allThreeDatesFollowFromADecidedNotice() {
        var results = calculation
                .calculate(new DateQuestion(
                        NOTICE,
                        OffsetDateTime.parse("2011-03-23T09:00:00-06:00"),
                        OffsetDateTime.parse("2011-04-07T17:00:00-06:00"),
                        LocalDate.of(2011, 4, 7),
                        null,
                        null,
                        null,
                        null,
                        null))
                .results();

        assertThat(results)
                .extracting(Worked::what)
                .containsExactly(What.POSTED_UNTIL, What.EARLIEST_HEARING, What.EFFECTIVE_DATE);
        assertThat(((WorkedDate) results.get(0)).value()).isEqualTo("2011-04-05");
        assertThat(((WorkedTime) results.get(1)).value()).isEqualTo("2011-04-05T00:00:00-06:00");
        assertThat(results.get(1).steps()).last().asString().contains("late enough");
        assertThat(((WorkedDate) results.get(2)).value()).isEqualTo("2011-04-10");
        assertThat(results)
                .allSatisfy(result -> assertThat(result.citation()).isNotBlank())
                .allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
    }

    @Test
    void withoutADecisionThereIsNoEffectiveDate() {
        var results = calculation
                .calculate(new DateQuestion(NOTICE, null, null, null, null, null, null, null, null))
                .results();

        assertThat(results).extracting(Worked::what).containsExactly(What.POSTED_UNTIL, What.EARLIEST_HEARING);
    }

    @Test
    void thePostingCountsOnTheDayOfTheCity() {
        var results = calculation
                .calculate(new DateQuestion(
                        NOTICE, OffsetDateTime.parse("2011-03-25T05:30:00Z"), null, null, null, null, null, null, null))
                .results();

        assertThat(((WorkedDate) results.getFirst()).value()).isEqualTo("2011-04-06");
    }

    @Test
    void anAwaitedEnactmentIsAnAnswerWithoutAValue() {
        var before = new DateCalculation(Rules.standard(DayOfWeek.SUNDAY, EnactmentMode.BEFORE), ZONE);

        var results = before.calculate(
                        new DateQuestion(NOTICE, null, null, LocalDate.of(2011, 4, 7), null, null, null, null, null))
                .results();

        assertThat(((WorkedDate) results.getLast()).value()).isNull();
        assertThat(results.getLast().rule()).isEqualTo(RuleName.ENACTMENT);
    }

    @Test
    void anEnactmentWithoutAnApprovalIsImpossible() {
        assertThatThrownBy(() -> calculation.calculate(
                        new DateQuestion(NOTICE, null, null, null, LocalDate.of(2011, 5, 2), null, null, null, null)))
                .isInstanceOf(ImpossibleDatesException.class);
    }
}
