package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.planofrecord.chassis.audit.KeyedHash;
import city.planofrecord.local.audit.AuditedService;
import city.planofrecord.local.audit.PublishedHeads;
import city.planofrecord.local.audit.RecordFile;
import city.planofrecord.local.audit.TrailVerification;
import city.planofrecord.local.client.UnreachableException;
import city.planofrecord.local.story.PaperDocument;
import city.planofrecord.local.story.Story;
import city.planofrecord.local.story.StoryFailure;

/** What the commands of the folder {@code deploy} run: {@code up}, {@code clock}, {@code token}, {@code story}, {@code
 * verify-record} and {@code verify-audit}. */
public final class LocalSystem {

    private final Path home;
    private final StateFolder state;
    private final Ports ports;
    private final CityClock clock;
    private final List<String> javaOptions;

    private LocalSystem(Path home, StateFolder state, Map<String, String> environment) {
        this.home = home;
        this.state = state;
        this.ports = Ports.parse(environment.getOrDefault("PLANOFRECORD_PORT_BASE", ""));
        this.clock = new CityClock(
                state.clock(), zone(environment.getOrDefault("CITY_ZONE", "America/Denver")), Clock.systemUTC());
        this.javaOptions = environment
                .getOrDefault("PLANOFRECORD_JAVA_OPTIONS", "")
                .lines()
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /**
     * Ends with exit code 0 where all went well, 1 where not, 2 where the arguments are not understood, and 143 where a
     * signal stopped the system in order.
     */
    public static void main(String[] arguments) throws Exception {
        int code;
        try {
            var home = Path.of(System.getProperty("city.local.home", "")).toRealPath();
            var state =
                    Path.of(System.getProperty("city.local.state", ".local")).toAbsolutePath();
            var system = new LocalSystem(home, new StateFolder(state), System.getenv());
            code = system.run(List.of(arguments));
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            code = 2;
        } catch (StartFailure | StoryFailure | UnreachableException e) {
            System.out.flush();
            System.err.println(e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        var rest = arguments.stream().skip(1).toList();
        return switch (command) {
            case "up" -> up(UpOptions.parse(rest));
            case "clock" -> clock(rest);
            case "token" -> token(rest);
            case "story" -> story(rest);
            case "verify-record" -> verifyRecord(rest);
            case "verify-audit" -> verifyAudit(rest);
            default ->
                throw new UsageException("Unknown command '" + command
                        + "'. There are up, clock, token, story, verify-record and verify-audit.");
        };
    }

    private int up(UpOptions options) throws IOException {
        options.now().ifPresent(clock::check);
        var up = new Up(home, state, ports, clock, MachineCheck.ofTheWholeSystem(), new Progress(System.out));
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopInOrder(up, main), "stop"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var provider = Provider.local(ports.issuer());
        var surroundings = new Service.Surroundings(
                home, java, javaOptions, state, ports, provider, clock.zone().getId());
        return up.run(options, surroundings::services);
    }

    private int clock(List<String> arguments) throws IOException {
        if (arguments.size() > 1) {
            throw new UsageException("One date or date-time at most: " + arguments);
        }
        if (arguments.equals(List.of("--real"))) {
            clock.setReal();
        } else if (!arguments.isEmpty()) {
            clock.set(arguments.getFirst());
        }
        System.out.println(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        clock.now().withNano(0)) + " " + clock.zone() + (clock.isSet() ? " (set)" : " (real time)"));
        return 0;
    }

    private int token(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() != 1) {
            throw new UsageException("Which role? "
                    + String.join(
                            ", ", Arrays.stream(Role.values()).map(Role::claim).toList()));
        }
        System.out.println(new Tokens(ports.issuer()).of(Role.parse(arguments.getFirst())));
        return 0;
    }

    private int story(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() > 2) {
            throw new UsageException("A notice and a specification at most: " + arguments);
        }
        var notice = arguments.isEmpty()
                ? PaperDocument.sample("notice-1341.txt")
                : PaperDocument.file(Path.of(arguments.getFirst()));
        var specification = switch (arguments.size()) {
            case 0 -> Optional.of(PaperDocument.sample("specification-ca2433-2018.md"));
            case 1 -> Optional.<PaperDocument>empty();
            default -> Optional.of(PaperDocument.file(Path.of(arguments.get(1))));
        };
        var issuer = new Tokens(ports.issuer());
        var tokens = new EnumMap<Role, String>(Role.class);
        for (var role : List.of(Role.ANALYST, Role.DIRECTOR, Role.CLERK)) {
            tokens.put(role, issuer.of(role));
        }
        try (var http = HttpClient.newHttpClient()) {
            new Story(ports.city(http, role -> tokens.getOrDefault(role, ""), clock.zone()), this::reach, System.out)
                    .play(notice, specification);
        }
        return 0;
    }

    private static int verifyRecord(List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new UsageException("Which file? And one hash at most: " + arguments);
        }
        var file = Path.of(arguments.getFirst());
        if (!Files.isReadable(file)) {
            throw new UsageException("There is no file " + file + " that can be read.");
        }
        var record = new RecordFile(file);
        var found = arguments.size() == 1 ? record.check() : record.check(arguments.getLast());
        System.out.println(found.words());
        return found.whole() ? 0 : 1;
    }

    private int verifyAudit(List<String> arguments) throws IOException, InterruptedException {
        var asked = AuditOptions.parse(arguments, ports, System.getenv());
        var bearer = asked.services().isEmpty() ? new Tokens(ports.issuer()).of(Role.AUDITOR) : asked.token();
        var services = asked.services().isEmpty() ? ports.services() : asked.services();
        var key = asked.key().isEmpty() ? state.auditKey() : asked.key();
        var whole = true;
        try (var http = HttpClient.newHttpClient()) {
            var verification = new TrailVerification(
                    http,
                    new KeyedHash(key),
                    new PublishedHeads(asked.kafka(), System.getenv()).all(),
                    asked.restored());
            for (var service : services.entrySet()) {
                var found = verification.of(new AuditedService(service.getKey(), service.getValue(), bearer));
                System.out.println(found.words());
                whole &= found.whole();
            }
        }
        return whole ? 0 : 1;
    }

    private boolean reach(OffsetDateTime moment) {
        try {
            if (!clock.isSet() || !clock.now().toOffsetDateTime().isBefore(moment)) {
                return false;
            }
            clock.set(moment.atZoneSameInstant(clock.zone()).toLocalDateTime().toString());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a signal sets off; the JVM ends when all has been stopped in order. */
    private static void stopInOrder(Up up, Thread main) {
        try {
            up.stop(main);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UsageException("CITY_ZONE is no time zone: " + name);
        }
    }
}
