package city.planofrecord.chassis.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Bearer;

/** With a pace of 1 KB a second over two seconds, six seconds for a body, and three on which nothing moves. */
@QuarkusTest
@TestProfile(LimitedService.class)
class SlowPeersIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TestHTTPResource
    URI service;

    @Inject
    Admission admission;

    @Inject
    RateLimit rate;

    private Peer post(String path, String address) throws IOException {
        return new Peer(service.getPort())
                .head(
                        "POST " + path + " HTTP/1.1",
                        "X-Forwarded-For: " + address,
                        "Content-Type: text/plain",
                        "Content-Length: 100000");
    }

    private void ordinaryReadsAreAnswered(String address) {
        given().header("Authorization", Bearer.NONE)
                .header("X-Forwarded-For", address)
                .get("/rooms")
                .then()
                .statusCode(200);
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        try (var peer = post("/rooms/imports", "192.0.2.80")) {
            await().atMost(SOON).pollInterval(Duration.ofMillis(250)).until(() -> peer.isCutOffWhenSending("x"));
        }
        await().until(() -> admission.gate(Together.Kind.IMPORT).inside() == 0);
    }

    @Test
    void aBodyThatKeepsThePaceButTakesForEverIsCutOff() throws IOException {
        try (var peer = post("/rooms/ordinary", "192.0.2.81")) {
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> peer.isCutOffWhenSending("x".repeat(1_000)));
        }
        await().until(() -> admission.held() == 0);
    }

    @Test
    void aHeadThatDripsIsCutOff() throws IOException {
        try (var peer = new Peer(service.getPort())) {
            peer.send("GET /rooms HTTP/1.1\r\nX-Drip: ");
            await().atMost(SOON).pollInterval(Duration.ofMillis(250)).until(() -> peer.isCutOffWhenSending("x"));
        }
    }

    @Test
    void aConnectionOnWhichNothingIsSentIsClosed() throws IOException {
        try (var peer = new Peer(service.getPort())) {
            assertThat(peer.rest()).isZero();
        }
    }

    @Test
    void manyWhoSendSlowlyHoldNoThread() throws IOException {
        var peers = new ArrayList<Peer>();
        try {
            for (var i = 0; i < 300; i++) {
                peers.add(post("/rooms/ordinary", "203.0.113." + i % 20).send("x"));
            }

            ordinaryReadsAreAnswered("192.0.2.82");
        } finally {
            for (var peer : peers) {
                peer.close();
            }
        }
    }

    @Test
    void whoTakesADownloadSlowlyIsCutOff() throws IOException {
        var peers = new ArrayList<Peer>();
        try {
            for (var path : new String[] {"/rooms/long", "/rooms/wide"}) {
                var peer = new Peer(service.getPort(), "127.0.0.1", 4_096);
                peers.add(peer);
                peer.head("GET " + path + " HTTP/1.1", "X-Forwarded-For: 192.0.2.83");
                assertThat(peer.read(20)).startsWith("HTTP/1.1 200");
            }
            await().until(() -> admission.gate(Together.Kind.DOWNLOAD).inside() == 1);
            ordinaryReadsAreAnswered("192.0.2.84");

            await().atMost(SOON).pollInterval(Duration.ofMillis(250)).until(() -> {
                peers.forEach(SlowPeersIT::takeOneByte);
                return admission.gate(Together.Kind.DOWNLOAD).inside() == 0;
            });
            assertThat(peers).allSatisfy(peer -> assertThat(peer.rest()).isLessThan(Rooms.LONG / 2));
        } finally {
            for (var peer : peers) {
                peer.close();
            }
        }
    }

    @Test
    void whoTakesADownloadAtOnceHasAllOfIt() {
        var taken = given().header("Authorization", Bearer.NONE)
                .header("X-Forwarded-For", "192.0.2.85")
                .get("/rooms/long")
                .asByteArray();

        assertThat(taken).hasSize(Rooms.LONG);
        await().until(() -> rate.underWay() == 0);
        await().until(() -> admission.gate(Together.Kind.DOWNLOAD).inside() == 0);
    }

    @Test
    void tooLargeAHeadIsRefused() throws IOException {
        try (var peer = new Peer(service.getPort())) {
            peer.head("GET /rooms HTTP/1.1", "X-Large: " + "x".repeat(20_000));
            assertThat(peer.read(100)).contains(" 431 ");
        }
        try (var peer = new Peer(service.getPort())) {
            peer.head("GET /rooms?q=" + "x".repeat(5_000) + " HTTP/1.1");
            assertThat(peer.read(100)).contains(" 414 ");
        }
    }

    private static void takeOneByte(Peer peer) {
        try {
            peer.read(1);
        } catch (IOException e) {
            // It has been cut off, which is what is waited for.
        }
    }
}
