package city.planofrecord.notice.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.noticedocument.Change;
import city.planofrecord.notice.testing.Items;

class ReclassificationTest {

    private static final Terms.SocCode SOC = new Terms.SocCode("43-4051", "SOC", "2018");

    private static Terms coded(Terms.SocCode code) {
        return new Terms("CS2155", null, null, null, null, null, null, null, null, null, null, null, null, null, code);
    }

    @Test
    void anotherCodeOfACrosswalkReclassifies() {
        var item = Items.revise(Items.terms("CS2155", null, null), coded(SOC));

        assertThat(item.changesOfTerms()).containsExactly(Change.RECLASSIFY);
        assertThat(item.action())
                .hasValueSatisfying(action -> assertThat(
                                ((ProposedAction.Revise) action).change().socCode())
                        .isEqualTo(SOC));
    }

    @Test
    void theCodeThatTheClassHasAlreadyChangesNothing() {
        assertThat(Items.revise(coded(SOC), coded(SOC)).changesOfTerms()).isEmpty();
    }
}
