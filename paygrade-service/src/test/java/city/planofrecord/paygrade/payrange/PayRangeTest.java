package city.planofrecord.paygrade.payrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;

class PayRangeTest {

    private static PayRange range(String minimum, String maximum) {
        return new PayRange(new BigDecimal(minimum), new BigDecimal(maximum), "USD", Basis.ANNUAL);
    }

    private static ObjectNode json(String minimum, String maximum) {
        return JsonNodeFactory.instance.objectNode().put("minimum", minimum).put("maximum", maximum);
    }

    @ParameterizedTest
    @CsvSource({
        "35912.00, 52419.00, 44165.50",
        "0.00, 0.01, 0.01",
        "0.01, 0.02, 0.02",
        "10.00, 10.00, 10.00",
    })
    void theMidpointIsTheMeanRoundedHalfUpToTheCent(String minimum, String maximum, String midpoint) {
        assertThat(range(minimum, maximum).midpoint()).isEqualTo(new BigDecimal(midpoint));
    }

    @Property
    void theMidpointLiesWithinTheRange(
            @ForAll @LongRange(max = 100_000_000) long minimum, @ForAll @LongRange(max = 100_000_000) long more) {
        var range = new PayRange(
                BigDecimal.valueOf(minimum, 2), BigDecimal.valueOf(minimum + more, 2), "USD", Basis.HOURLY);

        assertThat(range.midpoint()).isBetween(range.minimum(), range.maximum());
        assertThat(RangeImage.read(RangeImage.of(range), "")).isEqualTo(range);
    }

    @Test
    void aMaximumBelowTheMinimumIsNoRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> range("2.00", "1.99"));
        assertThatThrownBy(() -> RangeImage.read(json("2.00", "1.99"), "/set/range"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ProblemKind.INVALID);
                    assertThat(refused.violations().getFirst().pointer()).isEqualTo("/set/range/maximum");
                });
    }

    @Test
    void currencyAndBasisCanBeLeftOut() {
        assertThat(RangeImage.read(json("1", "2.5"), "")).isEqualTo(range("1.00", "2.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "-1", "", "1e3", "NaN", "1,000", "$5", "0x10", "１"})
    void whatIsNoPlainAmountIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"$33,597; 33597.00", "33597.00; 33597.00", "$ 1,234,567.8; 1234567.80", "12.5; 12.50"})
    void moneyIsReadAsPeopleWriteIt(String written, String amount) {
        assertThat(Money.readWritten(written)).isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"33,59", "3,3597", "$", "$-5", "33.597,00", "1.234"})
    void moneyThatCouldMeanSomethingElseIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.readWritten(written));
    }
}
