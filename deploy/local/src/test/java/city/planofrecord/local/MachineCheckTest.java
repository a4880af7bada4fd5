package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {

    private static final MachineCheck NEEDS_NOTHING = new MachineCheck(0, 0);

    @TempDir
    Path state;

    @Test
    void aPortInUseIsNamedWithWhatNeedsIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            assertThat(NEEDS_NOTHING.problems(state, Map.of(port, "paygrade-service")))
                    .singleElement()
                    .asString()
                    .contains("Port " + port, "paygrade-service", "PLANOFRECORD_PORT_BASE");
        }
    }

    @Test
    void aPortInUseOnEveryAddressIsInUseOnOurs() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertThat(MachineCheck.isFree(other.getLocalPort())).isFalse();
        }
    }

    @Test
    void tooLittleDiskIsToldWithWhatIsNeeded() throws IOException {
        assertThat(new MachineCheck(Long.MAX_VALUE, 0).problems(state, Map.of()))
                .singleElement()
                .asString()
                .contains("MiB are free on the disk", "PLANOFRECORD_STATE");
    }

    @Test
    void aMachineWithRoomHasNoProblem() throws IOException {
        assertThat(NEEDS_NOTHING.problems(state, Map.of())).isEmpty();
    }
}
