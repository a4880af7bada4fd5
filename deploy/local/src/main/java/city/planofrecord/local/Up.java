package city.planofrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import city.planofrecord.local.client.UnreachableException;

/** Starts the whole system, stays while it runs, and stops it in order. */
final class Up {

    /** What is started once PostgreSQL and Kafka serve. */
    interface Services {

        List<Service> on(PostgresPart postgres) throws IOException;
    }

    private static final List<String> DATABASES = List.of("classification", "paygrade", "notice");

    private final Path home;
    private final StateFolder state;
    private final Ports ports;
    private final CityClock clock;
    private final MachineCheck machine;
    private final Progress progress;
    private final RunningSystem system;
    private final CountDownLatch ended = new CountDownLatch(1);

    Up(Path home, StateFolder state, Ports ports, CityClock clock, MachineCheck machine, Progress progress) {
        this.home = home;
        this.state = state;
        this.ports = ports;
        this.clock = clock;
        this.machine = machine;
        this.progress = progress;
        this.system = new RunningSystem(progress);
    }

    /**
     * Returns when the system has ended.
     *
     * @return 0 where it was asked to, by a signal or {@link #stop}; 1 where it failed
     */
    int run(UpOptions options, Services services) throws IOException {
        state.createFolders();
        try (var lockFile = FileChannel.open(state.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = lockFile.tryLock()) {
            return runAlone(options, services, lock);
        } finally {
            ended.countDown();
        }
    }

    /** Stops what another thread is running, and returns when it has ended. Nothing happens where it has. */
    void stop(Thread running) throws InterruptedException {
        if (ended.getCount() > 0) {
            system.fail(new Asked());
            running.interrupt();
            ended.await();
        }
    }

    private int runAlone(UpOptions options, Services services, @Nullable FileLock lock) throws IOException {
        if (lock == null) {
            progress.say("The local system of " + state.root() + " runs already.");
            return 0;
        }
        var problems = machine.problems(state.root(), ports.named());
        if (!problems.isEmpty()) {
            problems.forEach(progress::say);
            return 1;
        }
        Files.writeString(state.pid(), ProcessHandle.current().pid() + "\n");
        prepare(options);
        var children = Children.guardedBy(home.resolve("deploy/.stop-children"), state);
        try {
            start(options, services, children);
            throw system.awaitFailure();
        } catch (Asked asked) {
            return 0;
        } catch (StartFailure failure) {
            explain(failure);
            return 1;
        } finally {
            var interrupted = Thread.interrupted();
            Files.deleteIfExists(state.ready());
            progress.say("Stopping …");
            system.stop();
            children.close();
            Files.deleteIfExists(state.pid());
            progress.say("Stopped. The data stay in " + state.root());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void prepare(UpOptions options) throws IOException {
        for (var process : List.of("kafka", "issuer", "local-system")) {
            state.rollLog(process);
        }
        // The first logger sets logging up, which is not to happen in several threads at once.
        var log = LoggerFactory.getLogger(Up.class);
        log.info("Starting in {}", state.root());
        if (options.fresh()) {
            state.removeData();
        }
        if (options.now().isPresent()) {
            clock.set(options.now().get());
        }
    }

    private void start(UpOptions options, Services services, Children children) throws IOException {
        progress.say(state.hasData() ? "Starting with the data of earlier starts" : "Starting for the first time");
        var postgres = new PostgresPart(state, ports.postgresql(), DATABASES, children);
        system.start(
                List.of(postgres, new KafkaPart(state, ports), new IssuerPart(state, ports.issuer())),
                RunningSystem.Stopping.LAST_FIRST);
        var http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var started = services.on(postgres);
        system.start(
                started.stream()
                        .map(service -> new ServicePart(service, state, children, http))
                        .toList(),
                RunningSystem.Stopping.TOGETHER);
        if (!options.empty()) {
            loadPlan(options.plan());
        }
        progress.say("Ready in " + progress.sinceTheBeginning() + "\n");
        var welcome = new Welcome(home, ports, clock).text();
        progress.say(welcome);
        Files.writeString(state.ready(), welcome + "\n");
    }

    private void loadPlan(Optional<Plan> asked) throws IOException {
        var since = System.nanoTime();
        var begun = BegunPlan.in(state.plan());
        var loading = begun.isPresent()
                ? begun.get()
                : new BegunPlan(asked.orElse(Plan.OPENING), clock.now().toLocalDate());
        try {
            var sent = switch (loading.plan()) {
                case OPENING ->
                    OpeningPlan.ofOurs(this::address, state.openingProgress()).load(this::token);
                case CITY -> loadCity(loading);
            };
            if (sent > 0) {
                loading.keep(state.plan());
                progress.done("The " + loading.plan().word() + " plan (sample data) is loaded", since);
            } else if (asked.isPresent()) {
                progress.say("  There are data already: the " + asked.get().word() + " plan was not loaded."
                        + " deploy/up --fresh --plan " + asked.get().word() + " begins anew with it.");
            }
        } catch (UnreachableException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Asked();
            }
            throw new StartFailure("The " + loading.plan().word() + " plan was not loaded: " + e.getMessage());
        }
    }

    private int loadCity(BegunPlan city) throws IOException {
        return OpeningPlan.ofACity(city.today(), this::address, state.openingProgress())
                .load(this::token, (request, since) -> {
                    begin(city);
                    progress.done(String.valueOf(request.says()), since);
                });
    }

    private void begin(BegunPlan plan) {
        try {
            plan.keep(state.plan());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address(String service) {
        return URI.create("http://127.0.0.1:"
                + switch (service) {
                    case "classification" -> ports.classification();
                    case "paygrade" -> ports.paygrade();
                    case "notice" -> ports.notice();
                    default -> throw new StartFailure("The opening plan names an unknown service: " + service);
                });
    }

    private String token() {
        try {
            return new Tokens(ports.issuer()).of(Role.ANALYST);
        } catch (IOException e) {
            throw new StartFailure("The token issuer gave no token: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Asked();
        }
    }

    private void explain(StartFailure failure) throws IOException {
        progress.say("\nThe local system cannot go on: " + failure.getMessage());
        if (failure.log().isPresent()) {
            var log = failure.log().get();
            progress.say("\nFrom " + log + ":\n");
            LogTail.of(log).forEach(line -> progress.say("    " + line));
            progress.say("");
        }
    }
}
