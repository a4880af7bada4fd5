package city.planofrecord.paygrade.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradeCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"809-A", "A-809", "a-809", " 809-A ", "809\u2013A", "A \u2011 809"})
    void bothNotationsAndAnyOfTheDashesNameOneGrade(String written) {
        assertThat(GradeCode.read(written)).contains(new GradeCode("A", "809"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "809", "A", "809-", "-A", "809-A-1", "A809", "809/A", "809-ABCD", "1234567-A"})
    void whatIsNoGradeIsNotRead(String written) {
        assertThat(GradeCode.read(written)).isEmpty();
    }

    @Test
    void theNumberAloneNamesNoGrade() {
        assertThat(GradeCode.read("613-A")).isNotEqualTo(GradeCode.read("613-S"));
    }

    @Property
    void aGradeReadsBackFromEitherNotation(
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 3) String letter,
            @ForAll @IntRange(max = 999_999) int number) {
        var code = new GradeCode(letter, String.valueOf(number));

        for (var notation : Notation.values()) {
            assertThat(GradeCode.read(code.in(notation))).contains(code);
        }
    }
}
