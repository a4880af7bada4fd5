package city.planofrecord.chassis.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.runtime.QuarkusErrorHandler;
import io.restassured.specification.RequestSpecification;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.http.InternalErrorMapper;
import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.thing.Things;

@QuarkusTest
@TestProfile(LimitedService.class)
class AtOnceIT {

    @TestHTTPResource
    URI service;

    @Inject
    Rooms rooms;

    @Inject
    Admission admission;

    @Inject
    RateLimit rate;

    @Inject
    Jdbi jdbi;

    @Inject
    Things things;

    private final HttpClient client = HttpClient.newHttpClient();

    private static RequestSpecification from(String address) {
        return given().header("Authorization", Bearer.NONE).header("X-Forwarded-For", address);
    }

    private CompletableFuture<Integer> sendImport(String address, String query) {
        return client.sendAsync(
                        HttpRequest.newBuilder(service.resolve("/rooms/imports" + query))
                                .header("X-Forwarded-For", address)
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("a document"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private int importsAdmitted() {
        return admission.gate(Together.Kind.IMPORT).inside();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        await().until(() -> importsAdmitted() == 0);
        await().until(() -> admission.held() == 0);
        client.close();
    }

    @Test
    void aThirdImportIsToldAtOnceToComeAgain() throws IOException {
        var first = sendImport("192.0.2.40", "");
        var second = sendImport("192.0.2.41", "");
        await().until(() -> rooms.inside() == 2);

        from("192.0.2.42")
                .contentType("text/plain")
                .body("a third document")
                .post("/rooms/imports")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", equalTo("/problems/busy"))
                .body("detail", containsString("The service takes 2 imports at once"));
        try (var peer = new Peer(service.getPort())) {
            peer.head(
                    "POST /rooms/imports HTTP/1.1",
                    "X-Forwarded-For: 192.0.2.43",
                    "Content-Type: text/plain",
                    "Content-Length: 9000000");
            assertThat(peer.read(200)).as("before the body was sent").startsWith("HTTP/1.1 503");
        }
        from("192.0.2.42")
                .contentType("application/json")
                .body("{}")
                .get("/rooms")
                .then()
                .statusCode(200);

        rooms.end(2);
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);
    }

    @Test
    void jsonThatIsNoLargerThanOtherBodiesIsOrdinaryWork() {
        var first = sendImport("192.0.2.44", "");
        var second = sendImport("192.0.2.44", "");
        await().until(() -> rooms.inside() == 2);

        from("192.0.2.45")
                .contentType("application/json")
                .body("{}")
                .post("/rooms/drafts")
                .then()
                .statusCode(200);
        from("192.0.2.45")
                .contentType("application/json")
                .body("{\"long\":\"" + "x".repeat(256 * 1024) + "\"}")
                .post("/rooms/drafts")
                .then()
                .statusCode(503);

        rooms.end(2);
        CompletableFuture.allOf(first, second).join();
    }

    @Test
    void anImportThatFailsGivesItsPlaceBack() {
        rooms.end(1);

        assertThat(sendImport("192.0.2.46", "?fail=true").join()).isEqualTo(500);

        await().until(() -> importsAdmitted() == 0);
    }

    @Test
    void anImportWhoseSenderGoesAwayKeepsItsPlaceUntilItEnds() throws IOException {
        try (var peer = new Peer(service.getPort())) {
            peer.head(
                            "POST /rooms/imports HTTP/1.1",
                            "X-Forwarded-For: 192.0.2.47",
                            "Content-Type: text/plain",
                            "Content-Length: 4")
                    .send("text");
            await().until(() -> rooms.inside() == 1);
        }
        assertThat(importsAdmitted()).isEqualTo(1);

        rooms.end(1);

        await().until(() -> importsAdmitted() == 0);
    }

    @Test
    void anImportThatIsCutOffWhileItIsSentGivesItsPlaceBack() throws IOException {
        try (var peer = new Peer(service.getPort())) {
            peer.head(
                            "POST /rooms/imports HTTP/1.1",
                            "X-Forwarded-For: 192.0.2.48",
                            "Content-Type: text/plain",
                            "Content-Length: 9000")
                    .send("the beginning");
            await().until(() -> importsAdmitted() == 1);
        }

        await().until(() -> importsAdmitted() == 0);
        assertThat(rooms.inside()).isZero();
    }

    @Test
    void whoSendsManyRequestsAtOnceAndGoesAwayLeavesNothingBehind() throws IOException {
        for (var i = 1; i <= 60; i++) {
            try (var peer = new Peer(service.getPort())) {
                peer.send(("GET /rooms HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100." + i + "\r\n\r\n")
                        .repeat(15));
            }
        }

        await().untilAsserted(() -> assertThat(rate.underWay()).isZero());
    }

    @Test
    void aDownloadThatFailsInItsMidstDoesNotLookWhole() {
        var asked = HttpRequest.newBuilder(service.resolve("/rooms/broken"))
                .header("X-Forwarded-For", "192.0.2.58")
                .build();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.send(asked, HttpResponse.BodyHandlers.discarding()));
    }

    @Test
    void whoIsToldToComeAgainIsNoFailureOfOurs() throws IOException {
        var failures = new CopyOnWriteArrayList<String>();
        var log = Logger.getLogger("");
        var handler = new Failures(failures);
        log.addHandler(handler);
        var first = sendImport("192.0.2.59", "");
        var second = sendImport("192.0.2.59", "");
        await().until(() -> rooms.inside() == 2);
        try {
            assertThat(sendImport("192.0.2.63", "").join()).isEqualTo(503);
        } finally {
            log.removeHandler(handler);
            rooms.end(2);
            CompletableFuture.allOf(first, second).join();
        }

        assertThat(failures).isEmpty();
    }

    @Test
    void aBodyThatBreaksOffIsNoFailureOfOurs() throws IOException {
        var failures = new CopyOnWriteArrayList<String>();
        var log = Logger.getLogger("");
        var handler = new Failures(failures);
        log.addHandler(handler);
        try {
            for (var path : List.of("/rooms/imports", "/rooms/ordinary")) {
                try (var peer = new Peer(service.getPort())) {
                    peer.head(
                                    "POST " + path + " HTTP/1.1",
                                    "X-Forwarded-For: 192.0.2.55",
                                    "Content-Type: text/plain",
                                    "Content-Length: 9000")
                            .send("the beginning");
                    await().until(() -> importsAdmitted() == 1 || admission.held() > 0);
                }
                await().until(() -> importsAdmitted() == 0 && admission.held() == 0 && rate.underWay() == 0);
            }
        } finally {
            log.removeHandler(handler);
        }

        assertThat(failures).isEmpty();
    }

    private static final class Failures extends Handler {

        private static final List<String> OF_REQUESTS =
                List.of("http-problem", InternalErrorMapper.class.getName(), QuarkusErrorHandler.class.getName());

        private final List<String> failures;

        Failures(List<String> failures) {
            this.failures = failures;
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue() && OF_REQUESTS.contains(line.getLoggerName())) {
                failures.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void anImportThatIsTooLargeGivesItsPlaceBack() {
        from("192.0.2.49")
                .contentType("text/plain")
                .body(new byte[10 * 1024 * 1024 + 1])
                .post("/rooms/imports")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }

    @Test
    void fewReadersOfTheFeedWaitAndEachIsAnswered() {
        var last = jdbi.withHandle(handle -> handle.createQuery("select last_position from outbox_feed")
                .mapTo(Long.class)
                .one());
        var waiting = new ArrayList<CompletableFuture<Integer>>();
        for (var address : List.of("192.0.2.60", "192.0.2.60", "192.0.2.61", "192.0.2.61")) {
            waiting.add(client.sendAsync(
                            HttpRequest.newBuilder(service.resolve("/changes?wait=30&after=" + last))
                                    .header("X-Forwarded-For", address)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode));
        }
        await().until(() -> admission.gate(Together.Kind.WAIT).inside() == 4);

        from("192.0.2.62")
                .get("/changes?wait=2")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("detail", containsString("4 waiting readers at once"));
        from("192.0.2.62").get("/changes").then().statusCode(200);
        things.establish("2090-01-01", "name", "what they have waited for");

        assertThat(waiting).allSatisfy(one -> assertThat(one.join()).isEqualTo(200));
        await().until(() -> admission.gate(Together.Kind.WAIT).inside() == 0);
    }

    @Test
    void deepJsonIsRefusedBeforeItIsRead() throws IOException, InterruptedException {
        for (var deep : List.of("[".repeat(100_000), "{\"a\":".repeat(20_000), "[".repeat(65) + "]".repeat(65))) {
            // Not by RestAssured, which would print it by recursion.
            var answer = client.send(
                    HttpRequest.newBuilder(service.resolve("/rooms/ordinary-json"))
                            .header("X-Forwarded-For", "192.0.2.70")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(deep))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("/problems/malformed", "nested more than 64 levels deep");
        }
    }
}
