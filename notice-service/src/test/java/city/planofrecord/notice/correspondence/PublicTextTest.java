package city.planofrecord.notice.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.correspondence.PublicText.Alteration;

class PublicTextTest {

    private static final int BYTES = 16 * 1024;

    @Test
    void markupAndScriptsAreTextLikeAnyOther() {
        var text =
                "<script>alert(1)</script> <a href=\"https://example.org\">here</a> & \\u003c '; drop table notice; --";

        assertThat(read(text)).isEqualTo(new PublicText(text, java.util.Set.of()));
    }

    @Test
    void directionOverridesAreTakenOutAndRightToLeftTextIsKept() {
        assertThat(read("pay \u202Eegasu\u202C \u2066now\u2069\u200F"))
                .isEqualTo(new PublicText("pay egasu now", java.util.Set.of(Alteration.DIRECTION_CONTROLS)));
        assertThat(read("שלום لكم").altered()).isEmpty();
    }

    @Test
    void charactersWithoutWidthAreTakenOut() {
        assertThat(read("\uFEFFco\u200Bm\u2060m\u00ADe\u200Dn\u034Ft\u200C"))
                .isEqualTo(new PublicText("comment", java.util.Set.of(Alteration.INVISIBLE_CHARACTERS)));
    }

    @Test
    void joinersStayWhereScriptsAndPicturesNeedThem() {
        var text = "می\u200Cخواهم 👩\u200D🚒 क्\u200Dष";

        assertThat(read(text)).isEqualTo(new PublicText(text, java.util.Set.of()));
    }

    @Test
    void controlCharactersAreTakenOutAndLinesEndOneWay() {
        assertThat(read("one\r\ntwo\rthree\u2028four\tfive\u0000\u001B[31m\u0007"))
                .isEqualTo(new PublicText(
                        "one\ntwo\nthree\nfour\tfive[31m", java.util.Set.of(Alteration.CONTROL_CHARACTERS)));
    }

    @Test
    void noMoreThanEightMarksStandOnALetter() {
        assertThat(read("Z" + "\u0335".repeat(300)).text()).isEqualTo("Z" + "\u0335".repeat(8));
    }

    @Test
    void textIsComposed() {
        assertThat(read("Jose\u0301").text()).isEqualTo("José");
    }

    @Test
    void whatCannotBeSeenIsEmpty() {
        for (var text : List.of("", " \n\t ", "\u200B\u200B", "\u202E", "\u3164\u2800", "\u00A0", "\u0000", "\u0301")) {
            assertThat(wrong(text))
                    .extracting(Violation::message)
                    .containsExactly("The field text is empty: nothing of it can be seen. Fill it in.");
        }
    }

    @Test
    void theLimitIsInBytesAndIncluded() {
        assertThat(read("é".repeat(BYTES / 2)).text()).hasSize(BYTES / 2);
        assertThat(wrong("é".repeat(BYTES / 2) + "a"))
                .containsExactly(Violation.at(
                        "/text",
                        "The field text is longer than 16384 bytes. Shorten it.",
                        "16385 bytes",
                        "at most 16384 bytes in UTF-8"));
    }

    @Test
    void halfOfACharacterIsRefused() {
        assertThat(wrong("a\uD800b")).hasSize(1);
    }

    @Test
    void aLineHasNoEnds() {
        assertThat(PublicText.ofLine("/name", "Pat\r\n\tRivera", BYTES, new ArrayList<>()))
                .map(PublicText::text)
                .contains("Pat Rivera");
    }

    @Property
    void whatWasReadIsReadAgainAsItIs(@ForAll String sent) {
        var wrong = new ArrayList<Violation>();
        var read = PublicText.ofLines("/text", sent, 1 << 20, wrong);

        assertThat(read.isPresent()).isEqualTo(wrong.isEmpty());
        read.ifPresent(
                once -> assertThat(read(once.text())).isEqualTo(new PublicText(once.text(), java.util.Set.of())));
    }

    private static PublicText read(String sent) {
        return PublicText.ofLines("/text", sent, BYTES * 64, new ArrayList<>()).orElseThrow();
    }

    private static List<Violation> wrong(String sent) {
        var wrong = new ArrayList<Violation>();
        assertThat(PublicText.ofLines("/text", sent, BYTES, wrong)).isEmpty();
        return wrong;
    }
}
