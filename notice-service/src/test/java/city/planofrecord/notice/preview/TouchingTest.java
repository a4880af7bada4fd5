package city.planofrecord.notice.preview;

import static city.planofrecord.notice.testing.Items.establish;
import static city.planofrecord.notice.testing.Items.establishGrade;
import static city.planofrecord.notice.testing.Items.regrade;
import static city.planofrecord.notice.testing.Items.retitle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import city.planofrecord.notice.notice.Draft;
import city.planofrecord.notice.notice.ItemIds;
import city.planofrecord.notice.notice.Notice;
import city.planofrecord.notice.notice.ProposedItem;

class TouchingTest {

    private static List<Touching.Also> touching(ProposedItem item, ProposedItem other) {
        var draft = new Draft(
                "1342",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(other),
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
        return new Touching(List.of(Notice.drafted(UUID.randomUUID(), draft))).with(item, ItemIds.NONE);
    }

    @Test
    void twoItemsAboutOneClassTouchEachOther() {
        assertThat(touching(retitle("CS2154", "Agent", "311 Agent"), regrade("CS2154", "612-C", "613-C")))
                .singleElement()
                .satisfies(also -> {
                    assertThat(also.item()).isEqualTo(new ItemOf("1342", 1));
                    assertThat(also.by()).containsExactly("job code CS2154");
                });
    }

    @Test
    void twoItemsThatGiveOneTitleTouchEachOtherWhateverItsCase() {
        assertThat(touching(retitle("CS2154", "Agent", "311 Agent"), establish("CA2433", "311 AGENT", "613-C")))
                .isNotEmpty();
    }

    @Test
    void twoClassesThatGetTheSameGradeDoNotTouchEachOther() {
        assertThat(touching(regrade("CS2154", "612-C", "613-C"), regrade("CS2155", "614-C", "C-613")))
                .isEmpty();
    }

    @Test
    void aGradeThatOneEstablishesAndAnotherUsesTouches() {
        assertThat(touching(regrade("CS2154", "612-C", "C-613"), establishGrade("613-C", "1.00", "2.00")))
                .singleElement()
                .satisfies(also -> assertThat(also.by()).containsExactly("grade 613-C"));
    }
}
