package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningPlanIT {

    private static final OpeningRequest SCHEDULE =
            new OpeningRequest("paygrade", "POST", "/pay-schedules", "application/json", "schedule-s.json", null);
    private static final OpeningRequest CLASSES = new OpeningRequest(
            "classification", "POST", "/job-class-imports", "application/x-ndjson", "job-classes.ndjson", null);

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private int classes;
    private HttpServer register = open();

    @BeforeEach
    void listen() {
        register.createContext("/", this::answer);
        register.start();
    }

    @AfterEach
    void close() {
        register.stop(0);
    }

    @Test
    void theRequestsAreSentInOrderOnce() throws Exception {
        assertThat(plan(SCHEDULE, CLASSES).load(() -> "token")).isEqualTo(2);
        assertThat(plan(SCHEDULE, CLASSES).load(() -> "token")).isZero();

        assertThat(received)
                .containsExactly(
                        "POST /pay-schedules application/json Bearer token content of schedule-s.json",
                        "POST /job-class-imports application/x-ndjson Bearer token content of job-classes.ndjson");
    }

    @Test
    void aRegisterThatHasClassesIsLeftAlone() throws Exception {
        classes = 6;

        assertThat(plan(SCHEDULE, CLASSES).load(() -> "token")).isZero();

        assertThat(received).isEmpty();
    }

    @Test
    void whatAServiceRefusesBecauseItHasNotHeardYetIsSentAgain() throws Exception {
        answers.addAll(List.of(409, 503, 201));

        assertThat(plan(SCHEDULE).load(() -> "token")).isEqualTo(1);

        assertThat(received).hasSize(3);
    }

    @Test
    void aRefusalIsToldWithWhatTheServiceSaidAndTheNextLoadGoesOnFromThere() throws Exception {
        answers.addAll(List.of(201, 400));

        assertThatThrownBy(() -> plan(SCHEDULE, CLASSES).load(() -> "token"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("/job-class-imports with job-classes.ndjson was answered 400")
                .hasMessageContaining("Row 3 names no job code");
        assertThat(Files.readString(folder.resolve("done")).strip()).isEqualTo("1");

        assertThat(plan(SCHEDULE, CLASSES).load(() -> "token")).isEqualTo(1);
    }

    private OpeningPlan plan(OpeningRequest... requests) {
        var address = URI.create("http://127.0.0.1:" + register.getAddress().getPort());
        return new OpeningPlan(
                List.of(requests),
                name -> new ByteArrayInputStream(("content of " + name).getBytes(StandardCharsets.UTF_8)),
                service -> address,
                folder.resolve("done"),
                Duration.ofSeconds(20));
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"items\": [], \"total\": " + classes + "}");
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
        var status = answers.isEmpty() ? 201 : answers.remove();
        answer(exchange, status, "{\"title\": \"Not recorded\", \"detail\": \"Row 3 names no job code\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
