package city.planofrecord.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Whether this machine has room for the local system. Each problem is a sentence that says what to do. */
record MachineCheck(long diskNeeded, long memoryNeeded) {

    private static final long MIB = 1024 * 1024;

    /** What a start with real data has been seen to take, with some to spare. */
    static MachineCheck ofTheWholeSystem() {
        return new MachineCheck(1024 * MIB, 1536 * MIB);
    }

    List<String> problems(Path state, Map<Integer, String> ports) throws IOException {
        var problems = new ArrayList<String>();
        ports.forEach((port, name) -> {
            if (!isFree(port)) {
                problems.add(
                        "Port " + port + ", which " + name + " needs, is in use by another program ('lsof -i :" + port
                                + "' may tell which). End that program, or choose other ports with PLANOFRECORD_PORT_BASE.");
            }
        });
        var disk = Files.getFileStore(state).getUsableSpace();
        if (disk < diskNeeded) {
            problems.add("Only " + disk / MIB + " MiB are free on the disk of " + state + ", and " + diskNeeded / MIB
                    + " MiB are needed. Make room, or choose another folder with PLANOFRECORD_STATE.");
        }
        var memory = AvailableMemory.bytes();
        if (memory.isPresent() && memory.getAsLong() < memoryNeeded) {
            problems.add("Only " + memory.getAsLong() / MIB + " MiB of memory are free, and " + memoryNeeded / MIB
                    + " MiB are needed. End other programs first.");
        }
        return problems;
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    /** What this machine, or the container we are in, could still give to programs. Unknown on systems but Linux. */
    static final class AvailableMemory {

        private AvailableMemory() {}

        static OptionalLong bytes() {
            var machine = field(Path.of("/proc/meminfo"), "MemAvailable:", 1024);
            if (machine.isEmpty()) {
                return machine;
            }
            var cgroup = Path.of("/sys/fs/cgroup");
            var limit = field(cgroup.resolve("memory.max"), "", 1);
            var used = field(cgroup.resolve("memory.current"), "", 1);
            if (limit.isEmpty() || used.isEmpty()) {
                return machine;
            }
            var reclaimable =
                    field(cgroup.resolve("memory.stat"), "inactive_file ", 1).orElse(0);
            return OptionalLong.of(Math.min(machine.getAsLong(), limit.getAsLong() - used.getAsLong() + reclaimable));
        }

        private static OptionalLong field(Path file, String name, long unit) {
            try {
                for (var line : Files.readAllLines(file)) {
                    if (line.startsWith(name)) {
                        var digits = line.substring(name.length()).strip().split("\\s+", 2)[0];
                        return OptionalLong.of(Long.parseLong(digits) * unit);
                    }
                }
                return OptionalLong.empty();
            } catch (IOException | NumberFormatException notThere) {
                return OptionalLong.empty();
            }
        }
    }
}
