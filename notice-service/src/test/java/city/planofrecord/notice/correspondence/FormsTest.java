package city.planofrecord.notice.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.personaldata.KeyRing;

class FormsTest {

    private static final String FORMER = "former:bmV2ZXIgdXNlIHRoaXMga2V5IGluIHByb2R1Y3Rpb24=";
    private static final String KEY = "new:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    private Forms forms(String keys) {
        return new Forms(KeyRing.of(keys), () -> now);
    }

    @Test
    void aFormTellsHowLongAgoItWasFetched() {
        var forms = forms(KEY);
        var form = forms.fetch("COMMENT", "1341");
        now = now.plusSeconds(90);

        assertThat(forms.read("COMMENT", "1341", form)).map(Forms.Fetched::ago).contains(Duration.ofSeconds(90));
        assertThat(form).matches("[A-Za-z0-9_-]{64}");
    }

    @Test
    void eachFormIsAnother() {
        var forms = forms(KEY);

        assertThat(forms.fetch("COMMENT", "1341")).isNotEqualTo(forms.fetch("COMMENT", "1341"));
    }

    @Test
    void aFormOfAnotherNoticeOfAnotherKindOrOfAnotherSystemIsNone() {
        var form = forms(KEY).fetch("COMMENT", "1341");

        assertThat(forms(KEY).read("COMMENT", "1342", form)).isEmpty();
        assertThat(forms(KEY).read("SPEAKER_REQUEST", "1341", form)).isEmpty();
        assertThat(forms(FORMER).read("COMMENT", "1341", form)).isEmpty();
    }

    @Test
    void aFormThatWasChangedIsNone() {
        var forms = forms(KEY);
        var form = forms.fetch("COMMENT", "1341");
        for (var place = 0; place < form.length(); place++) {
            var other = form.charAt(place) == 'A' ? 'B' : 'A';
            var changed = form.substring(0, place) + other + form.substring(place + 1);
            assertThat(forms.read("COMMENT", "1341", changed))
                    .as("place %d", place)
                    .isEmpty();
        }
        for (var text : new String[] {"", "x", form + "A", form.substring(1), "é".repeat(64), "!".repeat(64)}) {
            assertThat(forms.read("COMMENT", "1341", text)).isEmpty();
        }
    }

    @Test
    void aFormOutlivesTheChangeOfTheKey() {
        var form = forms(FORMER).fetch("COMMENT", "1341");

        assertThat(forms(KEY + "," + FORMER).read("COMMENT", "1341", form)).isPresent();
    }
}
