package city.planofrecord.notice.notice;

import static city.planofrecord.notice.testing.Items.abolish;
import static city.planofrecord.notice.testing.Items.establish;
import static city.planofrecord.notice.testing.Items.numbered;
import static city.planofrecord.notice.testing.Items.retitle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class SameItemsTest {

    private static final List<ProposedItem> BEFORE = List.of(
            numbered(1, retitle("CS2154", "Agent", "Other")),
            numbered(2, establish("CA2433", "Manager", "809-A")),
            numbered(3, abolish("CS2156")));

    @Test
    void anItemIsKnownByItsClassWhereverItStands() {
        var same = SameItems.of(
                BEFORE,
                List.of(
                        numbered(1, abolish("CS2156")),
                        numbered(2, retitle("CS2154", "Agent", "Another")),
                        numbered(3, establish("CA2433", "Head", "810-A"))));

        assertThat(same.of(1)).hasValue(2);
        assertThat(same.of(2)).hasValue(3);
        assertThat(same.of(3)).hasValue(1);
        assertThat(same.pointer("/items/0/proposed/title")).isEqualTo("/items/1/proposed/title");
        assertThat(same.pointer("/hearing/at")).isEqualTo("/hearing/at");
    }

    @Test
    void anItemWhoseCodeWasMendedIsKnownByItsPlace() {
        var same = SameItems.of(
                BEFORE,
                List.of(
                        numbered(1, retitle("CS2159", "Agent", "Other")),
                        numbered(2, establish("CA2434", "Manager", "809-A"))));

        assertThat(same.of(1)).hasValue(1);
        assertThat(same.of(2)).hasValue(2);
        assertThat(same.of(3)).isEmpty();
        assertThat(same.pointer("/items/2/present/jobCode")).isNull();
    }
}
