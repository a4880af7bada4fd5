package city.planofrecord.paygrade.paystructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.paygrade.payrange.Basis;
import city.planofrecord.paygrade.payrange.PayRange;
import city.planofrecord.paygrade.paystructure.ScheduleStructure.Mark;

class ScheduleStructureTest {

    private static PayRange range(String minimum, String maximum) {
        return new PayRange(new BigDecimal(minimum), new BigDecimal(maximum), "USD", Basis.ANNUAL);
    }

    private static GradeLine grade(int number, String minimum, String maximum) {
        return new GradeLine(UUID.randomUUID(), number + "-A", number, Optional.of(range(minimum, maximum)), 1);
    }

    private static ScheduleStructure.Grade at(ScheduleStructure structure, String grade) {
        return structure.grades().stream()
                .filter(found -> found.line().grade().equals(grade))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"33597.00, 49038.00, 45.96", "52419.00, 83640.00, 59.56", "100.00, 100.00, 0.00"})
    void theSpreadIsWhatTheMaximumLiesAboveTheMinimum(String minimum, String maximum, String percent) {
        assertThat(Figures.spread(range(minimum, maximum)).map(Figures::rounded))
                .contains(percent);
    }

    @Test
    void whatBeginsAtNothingHasNoSpread() {
        assertThat(Figures.spread(range("0.00", "10.00"))).isEmpty();
    }

    @Test
    void whereNumbersAreMissingTheProgressionIsGeometric() {
        var structure = ScheduleStructure.of(List.of(grade(3, "133.10", "133.10"), grade(0, "100.00", "100.00")));

        var step = at(structure, "3-A").progression().orElseThrow();
        assertThat(step.numbers()).isEqualTo(3);
        assertThat(step.from().grade()).isEqualTo("0-A");
        assertThat(Figures.rounded(step.percent())).isEqualTo("10.00");
        assertThat(at(structure, "0-A").progression()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 200, 150, 250, 50.00",
        "100, 200, 200, 300, 0.00",
        "100, 200, 201, 300, 0.00",
        "100, 200, 100, 300, 100.00",
        "100, 200, 120, 130, 10.00",
        "150, 150, 100, 200, 100.00",
        "150, 150, 151, 200, 0.00",
    })
    void theOverlapIsThePartOfTheRangeThatLiesWithinTheNext(
            String minimum, String maximum, String nextMinimum, String nextMaximum, String percent) {
        assertThat(Figures.rounded(Figures.overlap(range(minimum, maximum), range(nextMinimum, nextMaximum))))
                .isEqualTo(percent);
    }

    @Test
    void aHigherNumberWithALowerMidpointIsAnInversion() {
        var structure = ScheduleStructure.of(
                List.of(grade(1, "100.00", "200.00"), grade(2, "90.00", "180.00"), grade(3, "95.00", "190.00")));

        assertThat(at(structure, "2-A").marks()).containsExactly(Mark.INVERTED);
        assertThat(at(structure, "3-A").marks()).containsExactly(Mark.INVERTED);
        assertThat(at(structure, "3-A").below().map(GradeLine::grade)).contains("1-A");
        assertThat(at(structure, "1-A").marks()).isEmpty();
    }

    @Test
    void aFigureFarFromTheMedianStandsOutButNotAmongTwo() {
        var three = ScheduleStructure.of(
                List.of(grade(1, "100.00", "150.00"), grade(2, "105.00", "157.50"), grade(3, "110.25", "200.00")));
        assertThat(at(three, "3-A").marks()).contains(Mark.SPREAD_STANDS_OUT);
        assertThat(at(three, "2-A").marks()).isEmpty();

        var two = ScheduleStructure.of(List.of(grade(1, "100.00", "150.00"), grade(2, "105.00", "300.00")));
        assertThat(at(two, "2-A").marks()).isEmpty();
    }

    @Test
    void rangesOfAnotherBasisOrCurrencyAreNotCompared() {
        var hourly = new GradeLine(
                UUID.randomUUID(),
                "2-A",
                2,
                Optional.of(new PayRange(new BigDecimal("12.50"), new BigDecimal("25.00"), "USD", Basis.HOURLY)),
                0);
        var structure = ScheduleStructure.of(
                List.of(grade(1, "30000.00", "45000.00"), hourly, grade(3, "33075.00", "49612.50")));

        assertThat(structure.usual()).hasSize(2);
        assertThat(at(structure, "2-A").progression()).isEmpty();
        assertThat(at(structure, "2-A").overlap()).isEmpty();
        assertThat(at(structure, "2-A").marks()).containsExactly(Mark.NO_CLASS);
        var over = at(structure, "3-A").progression().orElseThrow();
        assertThat(over.from().grade()).isEqualTo("1-A");
        assertThat(Figures.rounded(over.percent())).isEqualTo("5.00");
    }

    @Test
    void twoSpellingsOfOneNumberAreNoStep() {
        var other = new GradeLine(UUID.randomUUID(), "007-A", 7, Optional.of(range("1.00", "2.00")), 1);
        var structure = ScheduleStructure.of(List.of(grade(7, "3.00", "4.00"), other));

        assertThat(structure.grades()).allSatisfy(grade -> {
            assertThat(grade.progression()).isEmpty();
            assertThat(grade.overlap()).isEmpty();
            assertThat(grade.marks()).isEmpty();
        });
    }

    @Test
    void aGradeWithoutARangeIsMarkedAndComparedWithNothing() {
        var bare = new GradeLine(UUID.randomUUID(), "2-A", 2, Optional.empty(), 3);

        assertThat(at(ScheduleStructure.of(List.of(grade(1, "1.00", "2.00"), bare)), "2-A")
                        .marks())
                .containsExactly(Mark.NO_RANGE);
    }

    @Property
    void aTableThatGrowsEvenlyHasThatProgressionWhateverNumbersAreMissing(
            @ForAll @IntRange(min = 1, max = 20) int percent,
            @ForAll @IntRange(min = 1, max = 5) int gap,
            @ForAll @LongRange(min = 20_000, max = 100_000) long least) {
        var growth = Math.pow(1 + percent / 100.0, gap);
        var higher = BigDecimal.valueOf(least * growth).setScale(2, java.math.RoundingMode.HALF_UP);
        var structure = ScheduleStructure.of(
                List.of(grade(1, least + ".00", least + ".00"), grade(1 + gap, higher.toString(), higher.toString())));

        var found = at(structure, (1 + gap) + "-A").progression().orElseThrow().percent();
        assertThat(found.doubleValue()).isBetween(percent - 0.01, percent + 0.01);
    }

    @Property
    void theMedianHasAsManyFiguresBelowItAsAbove(@ForAll List<@IntRange(max = 1000) Integer> figures) {
        var median = Figures.median(figures.stream().map(BigDecimal::valueOf).toList());

        assertThat(median.isEmpty()).isEqualTo(figures.isEmpty());
        median.ifPresent(middle -> assertThat(figures.stream()
                        .filter(figure -> BigDecimal.valueOf(figure).compareTo(middle) < 0)
                        .count())
                .isLessThanOrEqualTo(figures.size() / 2));
    }
}
