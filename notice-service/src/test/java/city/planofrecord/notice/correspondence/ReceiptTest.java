package city.planofrecord.notice.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class ReceiptTest {

    @Test
    void noTwoAreAlike() {
        var drawn = new HashSet<String>();
        for (var time = 0; time < 10_000; time++) {
            drawn.add(Receipt.drawn().number());
        }

        assertThat(drawn)
                .hasSize(10_000)
                .allMatch(number -> number.matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}"));
    }

    @Test
    void itIsReadAsSomebodyWritesIt() {
        var drawn = new Receipt("10QX0-M4D9T-0ABCD-EFGHJ-KMNPQ");

        assertThat(Receipt.read("iOqxo m4d9t 0abcd efghj kmnpq")).contains(drawn);
        assertThat(Receipt.read(drawn.number().toLowerCase(Locale.ROOT))).contains(drawn);
        assertThat(Receipt.read("10QX0-M4D9T")).isEmpty();
        assertThat(Receipt.read("018f3c1e-7a55-7000-8000-000000000000")).isEmpty();
    }

    @Test
    void neitherAReceiptNorAPersonIsPrintedByAccident() {
        assertThat(new Receipt("10QX0-M4D9T-0ABCD-EFGHJ-KMNPQ").toString()).doesNotContain("M4D9T");
        assertThat(new Contact("Pat Rivera", "720-555-0142", null).toString()).doesNotContain("Pat", "720");
    }
}
