package city.planofrecord.notice.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotRuleTest {

    private static final RobotRule RULE = new RobotRule(Duration.ofSeconds(3), Duration.ofHours(24), 2, 5);

    private static Set<RobotSign> pace(Duration ago) {
        return RULE.signs(false, new FormSeen.Given(ago, false), "A good title.", 0);
    }

    @Test
    void aPersonWhoTakesTheirTimeShowsNoSign() {
        assertThat(pace(Duration.ofSeconds(3))).isEmpty();
        assertThat(pace(Duration.ofMinutes(20))).isEmpty();
        assertThat(pace(Duration.ofHours(24))).isEmpty();
    }

    @Test
    void whatIsSentSoonerThanAnybodyTypesOrLongAfterIsLookedAtTwice() {
        assertThat(pace(Duration.ofMillis(2_999))).containsExactly(RobotSign.TOO_QUICK);
        assertThat(pace(Duration.ofSeconds(-5))).containsExactly(RobotSign.TOO_QUICK);
        assertThat(pace(Duration.ofHours(24).plusMillis(1))).containsExactly(RobotSign.STALE_FORM);
    }

    @Test
    void aProgramWithoutAFormIsNotHeldUp() {
        var signs = RULE.signs(false, new FormSeen.Absent(), "A good title.", 0);

        assertThat(signs).containsExactly(RobotSign.NO_FORM);
        assertThat(RobotSign.anySuspicious(signs)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = RobotSign.class, names = "NO_FORM", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherSignIsAReasonToLookTwice(RobotSign sign) {
        assertThat(RobotSign.anySuspicious(Set.of(RobotSign.NO_FORM, sign))).isTrue();
    }

    @Test
    void aFilledFieldAForeignFormAndOneUsedTwiceAreSigns() {
        assertThat(RULE.signs(true, new FormSeen.NotOurs(), null, 0))
                .containsExactlyInAnyOrder(RobotSign.FILLED_IN, RobotSign.FORM_NOT_OURS);
        assertThat(RULE.signs(false, new FormSeen.Given(Duration.ofMinutes(1), true), "Again.", 0))
                .containsExactly(RobotSign.FORM_SENT_BEFORE);
    }

    @Test
    void theSameWordsFromAFewAreNoSignAndFromManyAre() {
        assertThat(RULE.signs(false, new FormSeen.Absent(), "We object.", 4)).doesNotContain(RobotSign.SAME_TEXT);
        assertThat(RULE.signs(false, new FormSeen.Absent(), "We object.", 5)).contains(RobotSign.SAME_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://example.org/a and https://example.org/b.",
                "Slash: and/or, 2011/2012, 10:00, a: b, www, href.",
                ""
            })
    void aLinkOrTwoAreNoSign(String text) {
        assertThat(RULE.signs(false, new FormSeen.Absent(), text, 0)).doesNotContain(RobotSign.MANY_LINKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example http://b.example http://c.example",
                "<a href=\"x\">1</a> <a HREF=y>2</a> <a href=z>3</a>",
                "[url=x]1[/url] [URL=y]2[/url] WWW.z.example"
            })
    void manyLinksAreASign(String text) {
        assertThat(RULE.signs(false, new FormSeen.Absent(), text, 0)).contains(RobotSign.MANY_LINKS);
    }

    @Test
    void wordsAreTheSameWhateverStandsBetweenThem() {
        assertThat(RobotRule.words("Buy  our  CAFÉ, 100% free!!! #4711"))
                .isEqualTo(RobotRule.words("buy our cafe free"))
                .isNotEqualTo(RobotRule.words("by our cafe free"));
        assertThat(RobotRule.words("4711 !!!")).isEmpty();
    }
}
