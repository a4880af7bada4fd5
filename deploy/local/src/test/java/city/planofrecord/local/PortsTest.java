package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theServicesHaveThePortsOfTheDesignUnlessTheBaseIsGiven() {
        assertThat(Ports.parse("").classification()).isEqualTo(8081);
        assertThat(Ports.parse("").paygrade()).isEqualTo(8082);
        assertThat(Ports.parse("").notice()).isEqualTo(8083);
        assertThat(Ports.parse("18080").notice()).isEqualTo(18083);
    }

    @Test
    void everyPortHasANameAndIsUsedOnce() {
        assertThat(Ports.parse("").named()).hasSize(7).doesNotContainValue("");
    }

    @Test
    void aBaseThatIsNoNumberOrTooLowIsRefused() {
        assertThatThrownBy(() -> Ports.parse("http")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Ports.parse("80")).isInstanceOf(UsageException.class);
    }
}
