package city.planofrecord.paygrade.rangeadjustment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.paygrade.payrange.Basis;
import city.planofrecord.paygrade.payrange.PayRange;

class AdjustmentTest {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    private static PayRange annual(String minimum, String maximum) {
        return new PayRange(new BigDecimal(minimum), new BigDecimal(maximum), "USD", Basis.ANNUAL);
    }

    private static PayRange hourly(String minimum, String maximum) {
        return new PayRange(new BigDecimal(minimum), new BigDecimal(maximum), "USD", Basis.HOURLY);
    }

    private static PayRange cents(long minimum, long more) {
        return new PayRange(BigDecimal.valueOf(minimum, 2), BigDecimal.valueOf(minimum + more, 2), "USD", Basis.ANNUAL);
    }

    private static Step percent(String percent) {
        return new Step.ByPercent(new BigDecimal(percent));
    }

    private static Step amount(String amount, Basis basis) {
        return new Step.ByAmount(new BigDecimal(amount), basis, "USD");
    }

    private static Adjustment adjustment(Step step) {
        return new Adjustment(step, Optional.empty(), Rounding.CENT);
    }

    private static Adjustment withFloor(Step step, String minimum, Basis basis, OptionalInt hours) {
        return new Adjustment(
                step, Optional.of(new Floor(new BigDecimal(minimum), basis, "USD", hours)), Rounding.CENT);
    }

    private static Adjusted.Moved moved(Adjustment adjustment, PayRange range) {
        assertThat(adjustment.of(range)).isInstanceOf(Adjusted.Moved.class);
        return (Adjusted.Moved) adjustment.of(range);
    }

    private static Adjusted.Impossible impossible(Adjustment adjustment, PayRange range) {
        assertThat(adjustment.of(range)).isInstanceOf(Adjusted.Impossible.class);
        return (Adjusted.Impossible) adjustment.of(range);
    }

    @ParameterizedTest
    @CsvSource({
        "33597.00, 49038.00, 3.25, 34688.90, 50631.74",
        "0.01, 0.01, 50, 0.02, 0.02",
        "33597.00, 49038.00, -2.5, 32757.08, 47812.05",
        "33597.00, 49038.00, 0, 33597.00, 49038.00",
    })
    void aPercentageMovesMinimumAndMaximumAndRoundsHalfUpToTheCent(
            String minimum, String maximum, String percent, String newMinimum, String newMaximum) {
        assertThat(moved(adjustment(percent(percent)), annual(minimum, maximum)).after())
                .isEqualTo(annual(newMinimum, newMaximum));
    }

    @Test
    void wholeDollarsAreRoundedUpAndAStepOfNothingLeavesTheCents() {
        var toTheDollar = new Adjustment(percent("3"), Optional.empty(), Rounding.DOLLAR);
        var still = new Adjustment(percent("0"), Optional.empty(), Rounding.DOLLAR);

        assertThat(moved(toTheDollar, annual("100.00", "200.01")).after()).isEqualTo(annual("103.00", "207.00"));
        assertThat(moved(still, annual("100.10", "200.01")).after()).isEqualTo(annual("100.10", "200.01"));
    }

    @Test
    void anAmountMovesBothEndsAlike() {
        assertThat(moved(adjustment(amount("1000.50", Basis.ANNUAL)), annual("33597.00", "49038.00"))
                        .after())
                .isEqualTo(annual("34597.50", "50038.50"));
        assertThat(moved(adjustment(amount("-1.25", Basis.HOURLY)), hourly("12.50", "26.25"))
                        .after())
                .isEqualTo(hourly("11.25", "25.00"));
    }

    @Test
    void anAmountForAYearIsNotAddedToAnHourlyRange() {
        var refused = impossible(adjustment(amount("1000.00", Basis.ANNUAL)), hourly("12.50", "26.25"));

        assertThat(refused.pointer()).isEqualTo("/basis");
        assertThat(refused.message()).isEqualTo("the amount is for a year, the range for an hour");
    }

    @Test
    void aMinimumBelowTheFloorIsLiftedAndTheMaximumMovesByTheSpreadThatWas() {
        var lifted =
                moved(withFloor(percent("0"), "15.87", Basis.HOURLY, OptionalInt.empty()), hourly("12.50", "26.25"));

        assertThat(lifted.floorApplied()).isTrue();
        assertThat(lifted.after()).isEqualTo(hourly("15.87", "33.33"));
    }

    @Test
    void aMinimumThatTheStepBringsAboveTheFloorIsNotLifted() {
        var reached =
                moved(withFloor(percent("10"), "13.75", Basis.HOURLY, OptionalInt.empty()), hourly("12.50", "26.25"));

        assertThat(reached.floorApplied()).isFalse();
        assertThat(reached.after()).isEqualTo(hourly("13.75", "28.88"));
    }

    @Test
    void anHourlyFloorMeetsAnAnnualRangeOnlyByTheHoursOfAYear() {
        var range = annual("30000.00", "45000.00");

        var refused = impossible(withFloor(percent("0"), "15.87", Basis.HOURLY, OptionalInt.empty()), range);
        assertThat(refused.pointer()).isEqualTo("/floor/hoursPerYear");
        assertThat(refused.message()).contains("the floor is for an hour, the range for a year");

        var lifted = moved(withFloor(percent("0"), "15.87", Basis.HOURLY, OptionalInt.of(2080)), range);
        assertThat(lifted.floor()).contains(new BigDecimal("33009.60"));
        assertThat(lifted.after()).isEqualTo(annual("33009.60", "49514.40"));
    }

    @Test
    void anAnnualFloorMeetsAnHourlyRangeRoundedUpSoThatNobodyIsPaidBelowIt() {
        var lifted = moved(
                withFloor(percent("0"), "33000.00", Basis.ANNUAL, OptionalInt.of(2080)), hourly("12.50", "25.00"));

        assertThat(lifted.floor()).contains(new BigDecimal("15.87"));
        assertThat(lifted.after()).isEqualTo(hourly("15.87", "31.74"));
    }

    @Test
    void aFloorInAnotherCurrencyIsRefused() {
        var floor = new Floor(new BigDecimal("15.87"), Basis.HOURLY, "EUR", OptionalInt.empty());

        assertThat(impossible(new Adjustment(percent("0"), Optional.of(floor), Rounding.CENT), hourly("12.50", "26.25"))
                        .pointer())
                .isEqualTo("/floor/currency");
    }

    @Test
    void aRangeThatBeganAtNothingHasNoSpreadToKeep() {
        assertThat(moved(withFloor(percent("0"), "15.00", Basis.HOURLY, OptionalInt.empty()), hourly("0.00", "10.00"))
                        .after())
                .isEqualTo(hourly("15.00", "15.00"));
    }

    @Test
    void aMinimumBelowNothingAndAMaximumThatCannotBeWrittenAreRefused() {
        assertThat(impossible(adjustment(amount("-12.51", Basis.HOURLY)), hourly("12.50", "26.25"))
                        .pointer())
                .isEqualTo("/amount");
        assertThat(impossible(adjustment(percent("1")), annual("1.00", "999999999999.99"))
                        .pointer())
                .isEqualTo("/percent");
    }

    @Property
    void noMinimumLiesBelowTheFloorAndNoMaximumBelowItsMinimum(
            @ForAll @LongRange(min = 0, max = 20_000_000) long minimum,
            @ForAll @LongRange(max = 20_000_000) long more,
            @ForAll @IntRange(min = -5000, max = 10_000) int hundredths,
            @ForAll @LongRange(max = 1_000_000) long floor,
            @ForAll Rounding rounding) {
        var adjustment = new Adjustment(
                new Step.ByPercent(BigDecimal.valueOf(hundredths, 2)),
                Optional.of(new Floor(BigDecimal.valueOf(floor, 2), Basis.ANNUAL, "USD", OptionalInt.empty())),
                rounding);

        var after = moved(adjustment, cents(minimum, more)).after();

        assertThat(after.minimum()).isGreaterThanOrEqualTo(BigDecimal.valueOf(floor, 2));
        assertThat(after.maximum()).isGreaterThanOrEqualTo(after.minimum());
        assertThat(after.midpoint())
                .isEqualTo(after.minimum().add(after.maximum()).divide(TWO, 2, RoundingMode.HALF_UP));
    }

    @Property
    void nothingPercentIsTheIdentity(
            @ForAll @LongRange(max = 20_000_000) long minimum,
            @ForAll @LongRange(max = 20_000_000) long more,
            @ForAll Rounding rounding) {
        var range = cents(minimum, more);

        assertThat(moved(new Adjustment(percent("0"), Optional.empty(), rounding), range)
                        .after())
                .isEqualTo(range);
    }

    @Property
    void theSpreadStaysWithinACentsRounding(
            @ForAll @LongRange(min = 1, max = 20_000_000) long minimum,
            @ForAll @LongRange(max = 20_000_000) long more,
            @ForAll @IntRange(min = -5000, max = 10_000) int hundredths,
            @ForAll @LongRange(max = 1_000_000) long floor) {
        var range = cents(minimum, more);
        var adjustment = new Adjustment(
                new Step.ByPercent(BigDecimal.valueOf(hundredths, 2)),
                Optional.of(new Floor(BigDecimal.valueOf(floor, 2), Basis.ANNUAL, "USD", OptionalInt.empty())),
                Rounding.CENT);

        var after = moved(adjustment, range).after();

        var ratio = range.maximum().divide(range.minimum(), 20, RoundingMode.HALF_UP);
        var off = after.maximum().subtract(after.minimum().multiply(ratio)).abs();
        assertThat(off)
                .isLessThanOrEqualTo(
                        HALF_A_CENT.multiply(ratio.add(BigDecimal.ONE)).add(new BigDecimal("1e-9")));
    }

    @Property
    void whatLayAboveAnotherDoesNotComeToLieBelowIt(
            @ForAll @LongRange(max = 20_000_000) long minimum,
            @ForAll @LongRange(max = 20_000_000) long width,
            @ForAll @LongRange(max = 1_000_000) long higherMinimum,
            @ForAll @LongRange(max = 1_000_000) long higherMaximum,
            @ForAll @IntRange(min = -5000, max = 10_000) int hundredths,
            @ForAll Rounding rounding) {
        var lower = cents(minimum, width);
        var higher = new PayRange(
                lower.minimum().add(BigDecimal.valueOf(Math.min(higherMinimum, width + higherMaximum), 2)),
                lower.maximum().add(BigDecimal.valueOf(higherMaximum, 2)),
                "USD",
                Basis.ANNUAL);
        var adjustment =
                new Adjustment(new Step.ByPercent(BigDecimal.valueOf(hundredths, 2)), Optional.empty(), rounding);

        var lowerAfter = moved(adjustment, lower).after();
        var higherAfter = moved(adjustment, higher).after();

        assertThat(higherAfter.minimum()).isGreaterThanOrEqualTo(lowerAfter.minimum());
        assertThat(higherAfter.maximum()).isGreaterThanOrEqualTo(lowerAfter.maximum());
        assertThat(higherAfter.midpoint()).isGreaterThanOrEqualTo(lowerAfter.midpoint());
    }

    @Property
    void aFloorKeepsTheOrderOfMinimums(
            @ForAll @LongRange(max = 5_000_000) long minimum,
            @ForAll @LongRange(max = 5_000_000) long higher,
            @ForAll @LongRange(max = 5_000_000) long width,
            @ForAll @LongRange(max = 1_000_000) long floor,
            @ForAll Rounding rounding) {
        var adjustment = new Adjustment(
                percent("1.75"),
                Optional.of(new Floor(BigDecimal.valueOf(floor, 2), Basis.ANNUAL, "USD", OptionalInt.empty())),
                rounding);

        var lowerAfter = moved(adjustment, cents(minimum, width)).after();
        var higherAfter = moved(adjustment, cents(minimum + higher, width)).after();

        assertThat(higherAfter.minimum()).isGreaterThanOrEqualTo(lowerAfter.minimum());
    }
}
