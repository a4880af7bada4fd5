package city.planofrecord.classification.classsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> TITLES =
            List.of("customer", "service", "agent", "analyst", "manager", "manger", "311", "fire", "planner");

    @Test
    void aLetterLeftOutWrongOrExchangedIsForgiven() {
        assertThat(Spelling.nearest("custmer", TITLES, 2)).containsExactly("customer");
        assertThat(Spelling.nearest("servise", TITLES, 2)).containsExactly("service");
        assertThat(Spelling.nearest("agnet", TITLES, 2)).containsExactly("agent");
    }

    @Test
    void aLongWordMayBeOffByTwoLettersAndAShortOneByOne() {
        assertThat(Spelling.nearest("custmr", TITLES, 2)).containsExactly("customer");
        assertThat(Spelling.nearest("egant", TITLES, 2)).isEmpty();
    }

    @Test
    void onlyTheNearestWordsAreMeant() {
        assertThat(Spelling.nearest("mnager", TITLES, 2)).containsExactly("manager", "manger");
        assertThat(Spelling.nearest("manageer", TITLES, 2)).containsExactly("manager");
    }

    @Test
    void wordsOfThreeLettersAndNumbersMeanThemselves() {
        assertThat(Spelling.nearest("312", TITLES, 2)).isEmpty();
        assertThat(Spelling.nearest("fir", TITLES, 2)).isEmpty();
    }

    @Property
    void theDistanceIsTheSameBothWaysAndNoneToItself(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other) {
        assertThat(Spelling.distance(one, other)).isEqualTo(Spelling.distance(other, one));
        assertThat(Spelling.distance(one, one)).isZero();
        assertThat(Spelling.distance(one, other))
                .isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
    }
}
