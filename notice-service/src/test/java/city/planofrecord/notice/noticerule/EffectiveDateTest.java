package city.planofrecord.notice.noticerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class EffectiveDateTest {

    private static final LocalDate NOTICE = LocalDate.of(2011, 3, 23);
    private static final LocalDate APPROVED = LocalDate.of(2011, 4, 7);

    @Test
    void anOverrideChangesTheDateAndStaysVisible() {
        var byRule = EffectiveDate.byRule(rules(EnactmentMode.NONE).effectiveDate(APPROVED));

        var overridden = byRule.overridden(LocalDate.of(2011, 4, 24), "Board minute 12", "Payroll closes late.");

        assertThat(overridden.date()).isEqualTo("2011-04-24");
        assertThat(overridden.rule()).isEqualTo(RuleName.FIRST_WORK_WEEK);
        assertThat(overridden.citation()).isEqualTo("Career Service Rule 7-37 A");
        assertThat(overridden.steps())
                .containsAll(byRule.steps())
                .hasSize(byRule.steps().size() + 1);
        assertThat(overridden.override())
                .isEqualTo(new EffectiveDate.DateOverride(
                        LocalDate.of(2011, 4, 24),
                        LocalDate.of(2011, 4, 10),
                        "Board minute 12",
                        "Payroll closes late."));
    }

    @Test
    void anOverrideNeedsACitationAndAReason() {
        var byRule = EffectiveDate.byRule(rules(EnactmentMode.NONE).effectiveDate(APPROVED));

        assertThatThrownBy(() -> byRule.overridden(APPROVED, " ", "a reason"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> byRule.overridden(APPROVED, "a citation", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDateThatALawFixesIsTakenWithItsCitation() {
        var fixed = EffectiveDate.fixed(LocalDate.of(2023, 1, 1), "Minimum wage ordinance");

        assertThat(fixed.date()).isEqualTo("2023-01-01");
        assertThat(fixed.rule()).isEqualTo(RuleName.FIXED_DATE);
        assertThat(fixed.citation()).isEqualTo("Minimum wage ordinance");
        assertThatThrownBy(() -> EffectiveDate.fixed(APPROVED, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeWhoseEnactmentIsAwaitedHasNoEffectiveDate() {
        var awaited = rules(EnactmentMode.BEFORE).effectiveDate(APPROVED);

        assertThatThrownBy(() -> EffectiveDate.byRule(awaited)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RulesInForce rules(EnactmentMode mode) {
        return Rules.standard(DayOfWeek.SUNDAY, mode).on(NOTICE, ZoneId.of("America/Denver"));
    }
}
