package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class UpOptionsTest {

    @Test
    void withoutArgumentsDataAndClockStayAsTheyAre() {
        assertThat(UpOptions.parse(List.of())).isEqualTo(new UpOptions(Optional.empty(), false, false));
    }

    @Test
    void argumentsComeInAnyOrder() {
        assertThat(UpOptions.parse(List.of("--empty", "--now", "2011-03-23T08:00", "--fresh")))
                .isEqualTo(new UpOptions(Optional.of("2011-03-23T08:00"), true, true));
    }

    @Test
    void nowWithoutATimeSaysWhatToWrite() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--now")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("2011-03-23T08:00");
    }

    @Test
    void anUnknownArgumentIsNamed() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--fast"))).hasMessageContaining("--fast");
    }
}
