package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private StateFolder state = new StateFolder(Path.of(""));
    private Ports ports = new Ports(Ports.DEFAULT_BASE);

    @BeforeEach
    void choosePlace(@TempDir Path folder) throws IOException {
        state = new StateFolder(folder.toRealPath());
        ports = StandInSystem.freePorts();
    }

    @Test
    void whenAskedToStopItStopsEveryChildInOrderAndEndsWell() throws Exception {
        var up = up();
        var running = start(up);
        awaitReady(running.code()::isDone);
        var children = children();
        assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);

        up.stop(running.thread());

        assertThat(running.code().get(2, TimeUnit.MINUTES)).isZero();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(said())
                .containsSubsequence("Stopping", "service", "stopped", "Kafka", "stopped", "PostgreSQL", "stopped");
        assertThat(state.ready()).doesNotExist();
        assertThat(state.pid()).doesNotExist();
    }

    @Test
    void aServiceThatDiesIsToldWithItsLogAndEverythingElseIsStopped() throws Exception {
        var running = start(up());
        awaitReady(running.code()::isDone);
        var children = children();

        tellToDie(ports.notice());

        assertThat(running.code().get(2, TimeUnit.MINUTES)).isEqualTo(1);
        assertThat(said()).contains("last-service ended with exit code 3", "ERROR lost the will to go on");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(ports.named().keySet()).allMatch(MachineCheck::isFree);
    }

    @Test
    void aServiceThatDoesNotComeUpIsToldAndNothingIsLeftRunning() throws Exception {
        var code = up().run(
                        StandInSystem.EMPTY,
                        postgres -> StandInSystem.services(state, ports, Map.of("DIE_AT_ONCE", "yes")));

        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("last-service ended with exit code 4", "ERROR no use in going on");
        assertThat(ports.named().keySet()).allMatch(MachineCheck::isFree);
    }

    @Test
    void aPortInUseIsToldBeforeAnythingStarts() throws Exception {
        try (var other = new ServerSocket(ports.kafka())) {
            var code = up().run(StandInSystem.EMPTY, postgres -> List.of());

            assertThat(code).isEqualTo(1);
            assertThat(said()).contains("Port " + other.getLocalPort() + ", which Kafka needs, is in use");
            assertThat(state.postgresql()).doesNotExist();
        }
    }

    @Test
    void whenTheRunnerIsKilledNoChildOutlivesItAndTheNextStartGoesOnWithTheData() throws Exception {
        var runner = runnerOfItsOwn()
                .redirectOutput(state.root().resolve("runner.log").toFile())
                .start();
        awaitReady(() -> !runner.isAlive());
        var children = children();
        assertThat(children).hasSize(3);

        runner.destroyForcibly();

        await().atMost(WholeSystem.PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        var up = up();
        var running = start(up);
        await().atMost(WholeSystem.PATIENCE).until(() -> said().contains("Ready in"));
        up.stop(running.thread());
        assertThat(running.code().get(2, TimeUnit.MINUTES)).isZero();
        assertThat(said()).startsWith("Starting with the data of earlier starts");
    }

    @Test
    void aSecondStartSaysThatTheFirstRuns() throws Exception {
        var up = up();
        var running = start(up);
        awaitReady(running.code()::isDone);

        var code = secondStart();

        assertThat(code).isZero();
        assertThat(said()).contains("runs already");
        up.stop(running.thread());
        assertThat(running.code().get(2, TimeUnit.MINUTES)).isZero();
    }

    private int secondStart() throws IOException, InterruptedException {
        var second = runnerOfItsOwn().start();
        second.getInputStream().transferTo(said);
        return second.waitFor();
    }

    private ProcessBuilder runnerOfItsOwn() {
        return new ProcessBuilder(
                        StandInSystem.java(),
                        "-Dbasedir=" + System.getProperty("basedir", "."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandInSystem.class.getName(),
                        state.root().toString(),
                        String.valueOf(ports.base()))
                .redirectErrorStream(true);
    }

    private record Running(Thread thread, CompletableFuture<Integer> code) {}

    private Running start(Up up) {
        var code = new CompletableFuture<Integer>();
        var thread = new Thread(() -> {
            try {
                code.complete(up.run(StandInSystem.EMPTY, postgres -> StandInSystem.services(state, ports, Map.of())));
            } catch (IOException e) {
                code.completeExceptionally(e);
            }
        });
        thread.start();
        return new Running(thread, code);
    }

    private Up up() throws IOException {
        return StandInSystem.up(state, ports, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private void awaitReady(Callable<Boolean> ended) {
        await().atMost(WholeSystem.PATIENCE)
                .failFast("The system ended before it was ready", ended)
                .until(() -> Files.exists(state.ready()));
    }

    private List<ProcessHandle> children() throws IOException {
        return Files.readAllLines(state.children()).stream()
                .map(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
    }

    private static void tellToDie(int port) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/die"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException asItDied) {
            assertThat(asItDied).isNotNull();
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
