package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.noticerule.NoticeRule.PersonalDataRetention;

class PersonalDataRetentionTest {

    @Test
    void itIsOverFromTheDayOnOnWhichThePeriodHasPassed() {
        assertThat(isOver("P2Y", "2011-04-07", "2013-04-06")).isFalse();
        assertThat(isOver("P2Y", "2011-04-07", "2013-04-07")).isTrue();
        assertThat(isOver("P2Y", "2011-04-07", "2031-01-01")).isTrue();
    }

    @Test
    void monthsEndWhereTheCalendarEndsThem() {
        assertThat(isOver("P1M", "2011-01-31", "2011-02-27")).isFalse();
        assertThat(isOver("P1M", "2011-01-31", "2011-02-28")).isTrue();
        assertThat(isOver("P1Y", "2012-02-29", "2013-02-28")).isTrue();
    }

    @Test
    void aPeriodBackwardsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule("-P1D"));
    }

    private static boolean isOver(String period, String ended, String today) {
        return rule(period).isOver(LocalDate.parse(ended), LocalDate.parse(today));
    }

    private static PersonalDataRetention rule(String period) {
        return new PersonalDataRetention(Period.parse(period), "A rule", InForce.ALWAYS);
    }
}
