package city.planofrecord.chassis.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "\nx",
                " =1+1",
                "\u00A0=1+1",
                "\u200B@SUM(A1)",
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

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "x;=1+1|x;'=1+1",
                "x; \"@SUM(A1)\"|x; \"'@SUM(A1)\"",
                "`x\n=1+1`|`x\n'=1+1`",
                "`x\t-1`|`x\t'-1`",
                "x;'=1|x;''=1",
            })
    void aFormulaBehindWhatMayEndTheCellGetsAnApostropheToo(String text, String cell) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo(cell);
        assertThat(SpreadsheetCell.read(cell)).isEqualTo(text);
    }

    @Test
    void jsonStaysTheSameJson() throws Exception {
        var json = new ObjectMapper()
                .createArrayNode()
                .add("a;=1")
                .add("b; \"-1\"")
                .add("c;d=e");

        var cell = SpreadsheetCell.ofJson(json.toString());

        assertThat(cell).isEqualTo("[\"a;\\u003d1\",\"b; \\\"\\u002d1\\\"\",\"c;d=e\"]");
        assertThat(new ObjectMapper().readTree(cell)).isEqualTo(json);
    }

    @Property
    void everyTextOfWhatMattersIsReadBackAsItWas(
            @ForAll
                    @CharRange(from = '!', to = '/')
                    @Chars({'=', ';', '\n', '\t', '@', 'a', ' '})
                    @StringLength(max = 9)
                    String text) {
        assertThat(SpreadsheetCell.read(SpreadsheetCell.of(text))).isEqualTo(text);
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
