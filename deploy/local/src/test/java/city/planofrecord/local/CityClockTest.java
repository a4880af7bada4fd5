package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityClockTest {

    private static final Instant SET_AT = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    Path folder;

    @Test
    void withoutAFileItIsRealTime() throws IOException {
        assertThat(clockAt(SET_AT).now().toInstant()).isEqualTo(SET_AT);
        assertThat(clockAt(SET_AT).isSet()).isFalse();
    }

    @Test
    void anEmptyFileIsRealTime() throws IOException {
        Files.writeString(folder.resolve("clock"), "");

        assertThat(clockAt(SET_AT).now().toInstant()).isEqualTo(SET_AT);
    }

    @Test
    void theFileHoldsTheCitysInstantAndTheRealOneAtWhichItWasSet() throws IOException {
        clockAt(SET_AT).set("2011-03-23T08:00");

        assertThat(folder.resolve("clock")).content().isEqualTo("2011-03-23T14:00:00Z 2026-01-02T03:04:05.678Z\n");
    }

    @Test
    void itGoesOnFromWhereItWasSet() throws IOException {
        clockAt(SET_AT).set("2011-03-23T08:00");

        var anHourLater = clockAt(SET_AT.plus(Duration.ofHours(1)));

        assertThat(anHourLater.now()).hasToString("2011-03-23T09:00-06:00[America/Denver]");
    }

    @Test
    void aDateIsTheBeginningOfThatDayInTheCity() throws IOException {
        clockAt(SET_AT).set("2011-04-10");

        assertThat(clockAt(SET_AT).now()).hasToString("2011-04-10T00:00-06:00[America/Denver]");
    }

    @Test
    void itGoesBackToRealTime() throws IOException {
        clockAt(SET_AT).set("2011-04-10");
        clockAt(SET_AT).setReal();

        assertThat(clockAt(SET_AT).isSet()).isFalse();
    }

    @Test
    void aTimeThatTheCitysClocksSkippedIsRefused() {
        assertThatThrownBy(() -> clockAt(SET_AT).set("2011-03-13T02:30"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("does not exist in America/Denver");
    }

    @Test
    void aDateThatDoesNotExistIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> clockAt(SET_AT).set("2011-02-29")).hasMessageContaining("2011-04-10T08:00");
        assertThatThrownBy(() -> clockAt(SET_AT).check("tomorrow")).isInstanceOf(UsageException.class);
    }

    @Test
    void aFileThatHoldsSomethingElseIsNamed() throws IOException {
        Files.writeString(folder.resolve("clock"), "noon");

        assertThatThrownBy(() -> clockAt(SET_AT).now()).hasMessageContaining("clock");
    }

    private CityClock clockAt(Instant real) {
        return new CityClock(folder.resolve("clock"), ZoneId.of("America/Denver"), Clock.fixed(real, ZoneOffset.UTC));
    }
}
