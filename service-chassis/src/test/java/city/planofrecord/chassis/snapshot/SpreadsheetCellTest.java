package city.planofrecord.chassis.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.invalid\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\n=1",
                "＝1+1",
                "007",
                "00123.50",
                "12345678901234567",
                "1E10",
                "12e5",
                "1-2",
                "10/11",
                "2011-4-7",
                "DEC10",
                "MAR1",
                "1 may",
                "12-Sept",
                "'quoted"
            })
    void whatASpreadsheetWouldTakeForSomethingElseBeginsWithAnApostrophe(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "CA2433", "809-A", "A-811", "3-1-1 Operations", "Market Analyst", "12.50", "0", "0.5", "613"
            })
    void whatItTakesAsItIsStaysSo(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
    }

    @Property
    void everyTextIsReadBackAsItWas(@ForAll @StringLength(max = 12) String text) {
        assertThat(SpreadsheetCell.read(SpreadsheetCell.of(text))).isEqualTo(text);
    }

    @Property
    void noCellBeginsAFormula(@ForAll @CharRange(from = '\t', to = '@') @StringLength(min = 1, max = 4) String text) {
        assertThat(SpreadsheetCell.of(text)).doesNotContainPattern("^[=+\\-@\\t\\r\\n]");
    }
}
