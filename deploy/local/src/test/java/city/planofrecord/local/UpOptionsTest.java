package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class UpOptionsTest {

    @Test
    void withoutArgumentsDataAndClockStayAsTheyAre() {
        assertThat(UpOptions.parse(List.of()))
                .isEqualTo(new UpOptions(Optional.empty(), false, false, Optional.empty()));
    }

    @Test
    void argumentsComeInAnyOrder() {
        assertThat(UpOptions.parse(List.of("--empty", "--now", "2011-03-23T08:00", "--fresh")))
                .isEqualTo(new UpOptions(Optional.of("2011-03-23T08:00"), true, true, Optional.empty()));
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

    @Test
    void aPlanIsAskedForByItsName() {
        assertThat(UpOptions.parse(List.of("--plan", "city")).plan()).contains(Plan.CITY);
        assertThatThrownBy(() -> UpOptions.parse(List.of("--plan", "village")))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no plan 'village'. There are opening and city.");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--plan"))).hasMessageContaining("opening or city");
    }

    @Test
    void anEmptySystemHasNoPlan() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--empty", "--plan", "city")))
                .isInstanceOf(UsageException.class);
    }
}
