package city.planofrecord.chassis.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Bearer;

/** What is held of the bodies that are being received. */
@QuarkusTest
@TestProfile(LimitedService.class)
class HeldBodiesIT {

    @TestHTTPResource
    URI service;

    @Inject
    Admission admission;

    private static RequestSpecification from(String address) {
        return given().header("Authorization", Bearer.NONE).header("X-Forwarded-For", address);
    }

    @AfterEach
    void nothingIsHeld() {
        await().until(() -> admission.held() == 0);
    }

    @Test
    void aBodyWithoutLengthIsCountedAsItComes() throws IOException {
        try (var peer = new Peer(service.getPort())) {
            peer.head(
                    "POST /rooms/ordinary HTTP/1.1",
                    "X-Forwarded-For: 192.0.2.50",
                    "Content-Type: application/octet-stream",
                    "Transfer-Encoding: chunked");
            var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (var i = 0; i < 5; i++) {
                peer.send(chunk);
            }
            assertThat(peer.read(200)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whatIsHeldOfAllBodiesTogetherIsBounded() throws IOException {
        var peers = new ArrayList<Peer>();
        try {
            for (var i = 0; i < 4; i++) {
                peers.add(ordinary(i % 2 == 0 ? "192.0.2.51" : "192.0.2.54"));
            }
            await().until(() -> admission.held() > 1_000_000);

            from("192.0.2.52")
                    .contentType("application/octet-stream")
                    .body(new byte[10_000])
                    .post("/rooms/ordinary")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("type", equalTo("/problems/busy"));
        } finally {
            for (var peer : peers) {
                peer.close();
            }
        }
    }

    @Test
    void whatIsHeldOfTheBodiesFromOneAddressIsBounded() throws IOException {
        try (var _ = ordinary("192.0.2.56");
                var _ = ordinary("192.0.2.56")) {
            await().until(() -> admission.held() > 500_000);

            from("192.0.2.56")
                    .contentType("application/octet-stream")
                    .body(new byte[100_000])
                    .post("/rooms/ordinary")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("/problems/busy"));
            from("192.0.2.57")
                    .contentType("application/octet-stream")
                    .body(new byte[100_000])
                    .post("/rooms/ordinary")
                    .then()
                    .statusCode(200);
        }
        await().until(() -> admission.held() == 0);
        from("192.0.2.56")
                .contentType("application/octet-stream")
                .body(new byte[100_000])
                .post("/rooms/ordinary")
                .then()
                .statusCode(200);
    }

    /** Who has sent all of a large body but its end. */
    private Peer ordinary(String address) throws IOException {
        return new Peer(service.getPort())
                .head(
                        "POST /rooms/ordinary HTTP/1.1",
                        "X-Forwarded-For: " + address,
                        "Content-Type: application/octet-stream",
                        "Content-Length: 262144")
                .send("x".repeat(262_000));
    }

    @Test
    void whoAsksFirstWhetherToSendIsAnswered() throws IOException {
        try (var peer = new Peer(service.getPort())) {
            peer.head(
                    "POST /rooms/ordinary HTTP/1.1",
                    "X-Forwarded-For: 192.0.2.53",
                    "Content-Type: application/octet-stream",
                    "Expect: 100-continue",
                    "Content-Length: 5");
            assertThat(peer.read(100)).startsWith("HTTP/1.1 100 Continue");
            peer.send("12345");
            assertThat(peer.read(1000)).startsWith("HTTP/1.1 200");
        }
    }
}
