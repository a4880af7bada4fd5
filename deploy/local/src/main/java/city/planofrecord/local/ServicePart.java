package city.planofrecord.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** One service as a process of its own; it serves when it says of itself that it is ready. */
final class ServicePart implements Part {

    static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Service service;
    private final StateFolder state;
    private final Children children;
    private final HttpClient http;
    private @Nullable Process process;
    private volatile boolean stopping;

    ServicePart(Service service, StateFolder state, Children children, HttpClient http) {
        this.service = service;
        this.state = state;
        this.children = children;
        this.http = http;
    }

    @Override
    public String name() {
        return service.name() + " on port " + service.port();
    }

    @Override
    public void start(Consumer<StartFailure> failed) throws Exception {
        var log = state.log(service.name());
        state.rollLog(service.name());
        var builder = new ProcessBuilder(service.command())
                .directory(state.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(service.environment());
        Process started;
        synchronized (this) {
            if (stopping) {
                return;
            }
            started = builder.start();
            process = started;
        }
        started.getOutputStream().close();
        children.add(service.name(), started.pid());
        awaitReady(started);
        var _ = started.onExit().thenAccept(ended -> {
            if (!stopping) {
                failed.accept(ended(ended));
            }
        });
    }

    @Override
    public void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Process started) throws InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (started.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw ended(started);
            }
            if (isReady()) {
                return;
            }
        }
        throw new StartFailure(
                service.name() + " was not ready within " + START.toSeconds() + " s", state.log(service.name()));
    }

    private boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(service.url("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private StartFailure ended(Process ended) {
        return new StartFailure(
                service.name() + " ended with exit code " + ended.exitValue(), state.log(service.name()));
    }
}
