package city.planofrecord.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The local system with stand-ins for its services; as a program it is given its state folder and base port. */
final class StandInSystem {

    static final UpOptions EMPTY = new UpOptions(Optional.empty(), false, true, Optional.empty());

    private StandInSystem() {}

    public static void main(String[] arguments) throws IOException {
        var state = new StateFolder(Path.of(arguments[0]));
        var ports = new Ports(Integer.parseInt(arguments[1]));
        System.exit(up(state, ports, System.out).run(EMPTY, postgres -> services(state, ports, Map.of())));
    }

    static Up up(StateFolder state, Ports ports, PrintStream out) throws IOException {
        var home = Path.of(System.getProperty("basedir", "."), "..", "..").toRealPath();
        var clock = new CityClock(state.clock(), ZoneId.of("America/Denver"), Clock.systemUTC());
        return new Up(home, state, ports, clock, new MachineCheck(0, 0), new Progress(out));
    }

    static List<Service> services(StateFolder state, Ports ports, Map<String, String> environmentOfTheLast) {
        return List.of(
                service("first-service", ports.classification(), state, Map.of()),
                service("last-service", ports.notice(), state, environmentOfTheLast));
    }

    /** A block of free ports, below those that outgoing connections are given and so might take in the meantime. */
    static Ports freePorts() {
        while (true) {
            var ports = new Ports(ThreadLocalRandom.current().nextInt(15_000, 32_000));
            if (ports.named().keySet().stream().allMatch(MachineCheck::isFree)) {
                return ports;
            }
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Service service(String name, int port, StateFolder state, Map<String, String> environment) {
        var command = List.of(
                java(),
                "-Xmx32m",
                "-Dport=" + port,
                "-Dstate=" + state.root() + "/",
                "-cp",
                System.getProperty("java.class.path"),
                StandInService.class.getName());
        return new Service(name, port, command, environment);
    }
}
