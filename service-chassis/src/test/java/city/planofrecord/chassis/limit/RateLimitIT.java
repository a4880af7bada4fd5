package city.planofrecord.chassis.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RealServers;

@QuarkusTest
@TestProfile(LimitedService.class)
class RateLimitIT {

    private static final int AT_ONCE = 20;

    @TestHTTPResource
    URI service;

    private static RequestSpecification stranger(String address) {
        return given().header("Authorization", Bearer.NONE).header("X-Forwarded-For", address);
    }

    private static RequestSpecification bearing(String token, String address) {
        return given().header("Authorization", "Bearer " + token).header("X-Forwarded-For", address);
    }

    private static List<Integer> statuses(int times, Supplier<RequestSpecification> request) {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < times; i++) {
            statuses.add(request.get().get("/rooms").statusCode());
        }
        return statuses;
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgain() {
        assertThat(statuses(AT_ONCE, () -> stranger("192.0.2.1"))).containsOnly(200);

        Response refused = stranger("192.0.2.1").get("/rooms");

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]|10"))
                .header("RateLimit-Policy", equalTo("\"address\";q=20;w=200"))
                .body("type", equalTo("/problems/too-many-requests"))
                .body("detail", containsString("send the request again in"))
                .body("instance", equalTo("/rooms"));
        assertThat(refused.header("RateLimit")).matches("\"address\";r=0;t=(1\\d\\d|200)");
        stranger("192.0.2.2").get("/rooms").then().statusCode(200);
    }

    @Test
    void everyAnswerSaysHowManyAreLeft() {
        stranger("192.0.2.5").get("/rooms");

        stranger("192.0.2.5")
                .get("/rooms")
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"address\";r=18;t=(1\\d|20)"))
                .header("RateLimit-Policy", equalTo("\"address\";q=20;w=200"));
    }

    @Test
    void aWholeNetworkOfIpv6IsOneAddress() {
        assertThat(statuses(AT_ONCE, () -> stranger("2001:db8:1:2::1"))).containsOnly(200);

        stranger("2001:db8:1:2:ffff::2").get("/rooms").then().statusCode(429);
        stranger("2001:db8:1:3::1").get("/rooms").then().statusCode(200);
    }

    @Test
    void healthIsCountedApart() {
        assertThat(statuses(AT_ONCE + 1, () -> stranger("192.0.2.9"))).endsWith(429);

        for (var i = 0; i < AT_ONCE; i++) {
            stranger("192.0.2.9").get("/q/health/live").then().statusCode(200).header("RateLimit", equalTo(null));
        }
        stranger("192.0.2.9")
                .get("/q/health/ready")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"));
        stranger("192.0.2.10").get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void aGoodTokenIsCountedByItsSubjectFromWhereverItComes() {
        var token = RealServers.current().issuer().token("payroll", "analyst");
        for (var i = 0; i < 30; i++) {
            bearing(token, "192.0.2." + (100 + i)).get("/rooms").then().statusCode(200);
        }

        bearing(token, "192.0.2.150")
                .get("/rooms")
                .then()
                .statusCode(429)
                .header("RateLimit", containsString("\"token\";r=0"));
        stranger("192.0.2.100").get("/rooms").then().statusCode(200).header("RateLimit", containsString("r=19"));
        bearing(RealServers.current().issuer().token("another", "analyst"), "192.0.2.150")
                .get("/rooms")
                .then()
                .statusCode(200);
    }

    @Test
    void aForgedTokenIsCountedByItsAddressAndUsesUpNobodyElses() {
        var forged = RealServers.current().issuer().ofAnother("victim", "analyst");
        assertThat(statuses(AT_ONCE, () -> bearing(forged, "192.0.2.11"))).containsOnly(200);

        bearing(forged, "192.0.2.11").get("/rooms").then().statusCode(429);
        bearing(RealServers.current().issuer().token("victim", "analyst"), "192.0.2.12")
                .get("/rooms")
                .then()
                .statusCode(200)
                .header("RateLimit", containsString("\"token\";r=29"));
    }

    @Test
    void aBadTokenDisturbsNoPublicReadAndOpensNothing() {
        var expired = RealServers.current().issuer().expired("somebody", "analyst");

        bearing(expired, "192.0.2.13").get("/rooms").then().statusCode(200);
        bearing("none at all", "192.0.2.13").get("/rooms").then().statusCode(200);
        bearing(expired, "192.0.2.13")
                .get("/rooms/mine")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"));
        bearing(RealServers.current().issuer().token("somebody", "clerk"), "192.0.2.13")
                .get("/rooms/mine")
                .then()
                .statusCode(403);
        bearing(RealServers.current().issuer().token("somebody", "analyst"), "192.0.2.13")
                .get("/rooms/mine")
                .then()
                .statusCode(200);
    }

    @Test
    void whatAnybodyMayWriteIsLimitedMoreStrictly() {
        for (var i = 0; i < 3; i++) {
            stranger("192.0.2.20")
                    .contentType("application/json")
                    .body("{}")
                    .post("/rooms")
                    .then()
                    .statusCode(200);
        }

        var refused = stranger("192.0.2.20")
                .contentType("application/json")
                .body("{}")
                .post("/rooms");

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("1\\d|20"))
                .body("type", equalTo("/problems/too-many-requests"));
        assertThat(refused.headers().getValues("RateLimit"))
                .anyMatch(value -> value.startsWith("\"public-write\";r=0"));
        stranger("192.0.2.20").get("/rooms").then().statusCode(200);
    }

    @Test
    void aStrangerIsNotBelievedWhoTheyForwardFor() throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            var statuses = new ArrayList<Integer>();
            for (var i = 0; i < AT_ONCE + 5; i++) {
                var request = HttpRequest.newBuilder(service.resolve("/rooms"))
                        .header("X-Forwarded-For", "198.51.100." + i)
                        .header("Forwarded", "for=198.51.100." + i)
                        .build();
                statuses.add(client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
            }
            assertThat(Collections.frequency(statuses, 200)).isBetween(AT_ONCE, AT_ONCE + 2);
            assertThat(statuses).endsWith(429);
        }
    }

    @Test
    void ofAChainOnlyWhatTheNearestProxySaysIsBelieved() {
        for (var i = 0; i < AT_ONCE; i++) {
            stranger("198.51.100." + i + ", 192.0.2.30, 10.9.1.1")
                    .get("/rooms")
                    .then()
                    .statusCode(200);
        }

        stranger("198.51.100.99, 192.0.2.30, 10.9.1.1").get("/rooms").then().statusCode(429);
    }
}
