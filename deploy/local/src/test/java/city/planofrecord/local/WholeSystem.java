package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.testing.KafkaBroker;
import city.planofrecord.chassis.testing.PostgresServer;
import city.planofrecord.chassis.testing.Topics;
import city.planofrecord.local.story.City;

/**
 * PostgreSQL, Kafka and the three services as processes, with the opening plan loaded through the public imports. Stopped
 * when this JVM ends.
 */
final class WholeSystem {

    static final ZoneId ZONE = ZoneId.of("America/Denver");

    /** How long tests wait for what must come; where a time is promised, the test has its own limit. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static @Nullable WholeSystem shared;

    private final StateFolder state;
    private final Ports ports = StandInSystem.freePorts();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final RunningSystem running = new RunningSystem(new Progress(System.out));
    private final Broker broker = new Broker();
    private final Children children;
    private final TokenSource tokens;
    private final Path home;
    private final List<String> javaOptions;
    private final PostgresPart postgres;
    private final Map<String, ServicePart> services = new ConcurrentHashMap<>();

    private WholeSystem(
            String name,
            List<String> javaOptions,
            TokenSource.Maker tokenSource,
            Function<WholeSystem, OpeningPlan> plan)
            throws IOException {
        var basedir = Path.of(System.getProperty("basedir", ".")).toRealPath();
        home = basedir.resolve("../..").toRealPath();
        this.javaOptions = javaOptions;
        state = new StateFolder(basedir.resolve("target").resolve(name));
        state.createFolders();
        state.removeData();
        requireBuilt(home);
        children = Children.guardedBy(home.resolve("deploy/.stop-children"), state);
        tokens = tokenSource.of(state, ports, children);
        postgres =
                new PostgresPart(state, ports.postgresql(), List.of("classification", "paygrade", "notice"), children);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop " + name));
        start();
        plan.apply(this)
                .load(
                        () -> token(Role.ANALYST),
                        (request, since) -> System.out.printf(
                                "%s: %d ms%n", request.resource(), (System.nanoTime() - since) / 1_000_000));
    }

    /** The one that tests share, each with classes and notices of its own. */
    static synchronized WholeSystem shared() {
        if (shared == null) {
            shared = begin("whole-system");
        }
        return shared;
    }

    /** One of its own, for what would contradict what other tests record; logs are in a folder of the name. */
    static WholeSystem begin(String name) {
        return begin(name, system -> OpeningPlan.ofOurs(system::address, system.state.openingProgress()));
    }

    /** As {@link #begin}, with tokens of another provider than the local one. */
    static WholeSystem trusting(String name, TokenSource.Maker tokens) {
        return begin(
                name, List.of(), tokens, system -> OpeningPlan.ofOurs(system::address, system.state.openingProgress()));
    }

    /** As {@link #begin}, with options for the JVM of each service. */
    static WholeSystem with(String name, String... javaOptions) {
        return begin(
                name,
                List.of(javaOptions),
                WholeSystem::localTokens,
                system -> OpeningPlan.ofOurs(system::address, system.state.openingProgress()));
    }

    /** As {@link #begin}, of a city that has rules of its own. */
    static WholeSystem underRules(String name, Path rules) {
        return with(name, "-DNOTICE_RULES=" + rules.toAbsolutePath());
    }

    /**
     * As {@link #begin}, limited as a city's is, where whoever tries the local system out may do more; but bursts of
     * strangers are short, and who has a token is not limited however long a busy machine takes to answer.
     */
    static WholeSystem limitedAsACitys(String name) {
        return with(
                name,
                "-Dcity.limits.address.burst=200",
                "-Dcity.limits.address.per-minute=1200",
                "-Dcity.limits.token.burst=1000000",
                "-Dcity.limits.token.per-minute=60000000",
                "-Dcity.limits.requests.per-address=100");
    }

    /** As {@link #begin}, with a plan of a city's size whose history ends before the day. */
    static WholeSystem ofACity(String name, LocalDate today) {
        return begin(name, system -> {
            system.clock(today.atTime(9, 0).toString());
            return OpeningPlan.ofACity(today, system::address, system.state.openingProgress());
        });
    }

    private static WholeSystem begin(String name, Function<WholeSystem, OpeningPlan> plan) {
        return begin(name, List.of(), WholeSystem::localTokens, plan);
    }

    private static TokenSource localTokens(StateFolder state, Ports ports, Children children) {
        return new LocalTokenSource(state, ports);
    }

    private static WholeSystem begin(
            String name, List<String> javaOptions, TokenSource.Maker tokens, Function<WholeSystem, OpeningPlan> plan) {
        try {
            return new WholeSystem(name, javaOptions, tokens, plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    City city() {
        return ports.city(http, this::token, ZONE);
    }

    String token(Role role) {
        return tokens.token(role);
    }

    String auditKey() throws IOException {
        return state.auditKey();
    }

    /** The services whose trails can be read, by their names. */
    Map<String, URI> audited() {
        return ports.services();
    }

    KafkaBroker kafka() {
        return broker.running();
    }

    /** Sets the city's clock, which goes on from there. */
    void clock(String localDateTime) {
        try {
            new CityClock(state.clock(), ZONE, Clock.systemUTC()).set(localDateTime);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the process from running, as a machine that is too busy would, until {@link #resume}. */
    void pause(String service) {
        signal("STOP", service);
    }

    void resume(String service) {
        signal("CONT", service);
    }

    /** PostgreSQL itself, for what its operator does. */
    PostgresServer postgres() {
        return postgres.server();
    }

    /** The folder with all that the system keeps and logs. */
    Path folder() {
        return state.root();
    }

    /** Something that is done while a service is down. */
    interface Meanwhile {
        void run() throws SQLException;
    }

    /**
     * Stops a service and starts it again.
     *
     * @param more options of its JVM, after those of all
     */
    void restart(String service, List<String> more, Meanwhile meanwhile) throws Exception {
        Optional.ofNullable(services.get(service)).orElseThrow().stop();
        meanwhile.run();
        var options = Stream.concat(javaOptions.stream(), more.stream()).toList();
        var again = part(surroundings(options).services(postgres).stream()
                .filter(one -> one.name().equals(service))
                .findFirst()
                .orElseThrow());
        services.put(service, again);
        again.start(running::fail);
    }

    void stop() {
        services.values().forEach(ServicePart::stop);
        running.stop();
        try {
            children.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        running.start(List.of(postgres, broker, tokens), RunningSystem.Stopping.LAST_FIRST);
        surroundings(javaOptions).services(postgres).forEach(service -> services.put(service.name(), part(service)));
        running.start(List.copyOf(services.values()), RunningSystem.Stopping.TOGETHER);
    }

    private Service.Surroundings surroundings(List<String> options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Service.Surroundings(home, java, options, state, ports, tokens.provider(), ZONE.getId());
    }

    private ServicePart part(Service service) {
        return new ServicePart(service, state, children, http);
    }

    private static void requireBuilt(Path home) {
        for (var service : List.of("classification-service", "paygrade-service", "notice-service")) {
            var jar = home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new IllegalStateException(
                        service + " is not built: there is no " + jar + ". Run deploy/test, or ./mvnw package, first.");
            }
        }
    }

    private URI address(String service) {
        return switch (service) {
            case "classification" -> city().classification().address();
            case "paygrade" -> city().paygrade().address();
            default -> throw new IllegalArgumentException(service);
        };
    }

    private void signal(String signal, String service) {
        try {
            var line = Files.readAllLines(state.children()).stream()
                    .filter(child -> child.startsWith(service + " "))
                    .findFirst()
                    .orElseThrow();
            var kill = new ProcessBuilder("kill", "-s", signal, line.substring(service.length() + 1)).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException(service + " could not be sent " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A broker that tests can stop and start again. */
    private final class Broker implements Part {

        private volatile @Nullable KafkaBroker kafka;

        KafkaBroker running() {
            if (kafka == null) {
                throw new IllegalStateException("Kafka was not started");
            }
            return kafka;
        }

        @Override
        public String name() {
            return "Kafka on port " + ports.kafka();
        }

        @Override
        public void start(Consumer<StartFailure> failed) {
            var started = KafkaBroker.start(state.kafka(), ports.kafka(), ports.kafkaController());
            started.createTopics(Topics.ALL);
            kafka = started;
        }

        @Override
        public void stop() {
            if (kafka != null) {
                kafka.stop();
            }
        }
    }
}
