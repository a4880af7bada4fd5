package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.noticerule.NoticeRule.FirstWorkWeek;
import city.planofrecord.notice.noticerule.NoticeRule.PostingPeriod;

class NoticeRulesTest {

    private static final ZoneId ZONE = ZoneId.of("America/Denver");
    private static final LocalDate CHANGED = LocalDate.of(2015, 1, 1);

    @Test
    void aNoticeIsJudgedByTheRulesOfItsDate() {
        var rules = postingPeriods(
                new PostingPeriod(13, "old rule", new InForce(null, CHANGED)),
                new PostingPeriod(20, "new rule", new InForce(CHANGED, null)));

        assertThat(rules.on(LocalDate.of(2014, 12, 31), ZONE).postedUntil())
                .satisfies(old -> assertThat(old.value()).isEqualTo("2015-01-13"))
                .satisfies(old -> assertThat(old.citation()).isEqualTo("old rule"));
        assertThat(rules.on(CHANGED, ZONE).postedUntil())
                .satisfies(changed -> assertThat(changed.value()).isEqualTo("2015-01-21"))
                .satisfies(changed -> assertThat(changed.citation()).isEqualTo("new rule"));
    }

    @Test
    void twoRulesOfOneNameCannotApplyToTheSameNotice() {
        assertThatThrownBy(() -> postingPeriods(
                        new PostingPeriod(13, "old rule", InForce.ALWAYS),
                        new PostingPeriod(20, "new rule", new InForce(CHANGED, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("POSTING_PERIOD");
    }

    @Test
    void aRuleThatIsMissingForADateIsNamed() {
        var rules = postingPeriods(new PostingPeriod(13, "a rule", new InForce(CHANGED, null)));

        assertThatThrownBy(() -> rules.on(LocalDate.of(2014, 12, 31), ZONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("POSTING_PERIOD");
    }

    @Test
    void aRuleAppliesFromItsFirstDayAndNotOnTheDayItEnds() {
        var period = new InForce(LocalDate.of(2010, 1, 1), CHANGED);

        assertThat(period.covers(LocalDate.of(2009, 12, 31))).isFalse();
        assertThat(period.covers(LocalDate.of(2010, 1, 1))).isTrue();
        assertThat(period.covers(CHANGED.minusDays(1))).isTrue();
        assertThat(period.covers(CHANGED)).isFalse();
        assertThatThrownBy(() -> new InForce(CHANGED, CHANGED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStandardWorkWeekBeginsOnSunday() {
        assertThat(NoticeRules.standard().rules())
                .filteredOn(FirstWorkWeek.class::isInstance)
                .singleElement()
                .isEqualTo(new FirstWorkWeek(DayOfWeek.SUNDAY, "Career Service Rule 7-37 A", InForce.ALWAYS));
    }

    private static NoticeRules postingPeriods(PostingPeriod... periods) {
        var rules = new ArrayList<NoticeRule>(NoticeRules.standard().rules().stream()
                .filter(rule -> rule.name() != RuleName.POSTING_PERIOD)
                .toList());
        rules.addAll(List.of(periods));
        return new NoticeRules(rules);
    }
}
