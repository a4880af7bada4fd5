package city.planofrecord.chassis.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.RawHttp;
import city.planofrecord.chassis.testing.contract.HeadersContract;
import city.planofrecord.chassis.thing.Things;

/** What holds where the city's settings open or close more than the ordinary. */
@QuarkusTest
@TestProfile(GuardedService.class)
class GuardedServiceIT {

    private static final String LISTED = GuardedService.LISTED;

    @Inject
    Things things;

    @Inject
    ManagementPort management;

    private String thing;

    @BeforeEach
    void establish() {
        thing = "/things/" + things.establish("2030-01-01", "name", "a");
    }

    @Test
    void aListedOriginReadsAnAnswerAndTheHeadersThatClientsNeed() {
        var answer = given().header("Origin", LISTED).get(thing + "?asOf=2030-06-01");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(LISTED);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("false");
        assertThat(Arrays.asList(answer.header("Access-Control-Expose-Headers").split(",")))
                .contains("ETag", "Link", "Location", "RateLimit", "Retry-After");
        assertThat(answer.headers().getValues("Vary")).contains("Origin", "Accept");
        assertThat(HeadersContract.gapsOf(
                        answer.contentType(), header -> answer.headers().getValues(header)))
                .isEmpty();
    }

    @Test
    void aListedOriginReadsProblemsToo() {
        given().header("Origin", LISTED)
                .get("/things/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", LISTED);
    }

    @Test
    void aPreflightOfAListedOriginIsToldTheMethodsAndHeadersOfOurOperations() {
        var answer = given().header("Origin", LISTED)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,if-match,idempotency-key,content-type")
                .options(thing + "/amendments");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(LISTED);
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(Arrays.asList(answer.header("Access-Control-Allow-Methods").split(",")))
                .contains("GET", "POST", "PUT", "DELETE")
                .doesNotContain("TRACE", "*");
        assertThat(Arrays.asList(answer.header("Access-Control-Allow-Headers").split(",")))
                .contains("Authorization", "If-Match", "If-None-Match", "Idempotency-Key", "Content-Type")
                .doesNotContain("*");
        assertThat(HeadersContract.gapsOf(null, header -> answer.headers().getValues(header)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://foreign.example",
                "null",
                "http://payroll.city.example",
                "https://payroll.city.example.evil.example",
                "https://payroll.city.example:8443",
                "https://evil.example/https://payroll.city.example"
            })
    void otherOriginsAreRefusedPreflightOrNot(String origin) {
        var read = given().header("Origin", origin).get(thing);
        var preflight = given().header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .options(thing);

        assertThat(read.statusCode()).isEqualTo(403);
        assertThat(read.header("Access-Control-Allow-Origin")).isNull();
        assertThat(preflight.statusCode()).isEqualTo(403);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void theServicesOwnPagesAreAdmittedAlsoBehindAProxyThatTakesRequestsOverTls() {
        var own = "127.0.0.1:" + RestAssured.port;

        assertThat(RawHttp.send("GET " + thing + " HTTP/1.1", "Origin: http://" + own)
                        .status())
                .isNotEqualTo(403);
        assertThat(RawHttp.send(
                                "GET " + thing + " HTTP/1.1",
                                "Origin: https://127.0.0.1",
                                "X-Forwarded-Proto: https",
                                "X-Forwarded-For: 192.0.2.7")
                        .status())
                .isNotEqualTo(403);
        assertThat(RawHttp.send("GET " + thing + " HTTP/1.1", "Origin: https://" + own)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void strictTransportIsAskedForBehindATrustedProxyThatSaysHttps() {
        var answer = RawHttp.send("GET " + thing + " HTTP/1.1", "X-Forwarded-Proto: https");

        assertThat(answer.values("Strict-Transport-Security")).containsExactly("max-age=31536000; includeSubDomains");
    }

    @Test
    void whoeverElseSaysSoIsNotBelieved() {
        var answer = RawHttp.sendFrom(
                "127.0.0.2", RestAssured.port, "GET " + thing + " HTTP/1.1", "X-Forwarded-Proto: https");

        assertThat(answer.values("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.values("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/metrics",
                "/q/openapi",
                "/q/openapi.json",
                "/q/swagger-ui",
                "/q/swagger-ui/",
                "/q/swagger-ui/index.html",
                "//q/metrics",
                "/q//metrics",
                "/q/./metrics",
                "/things/../q/metrics",
                "/%71/metrics",
                "/q/%6Detrics",
                "/q%2Fmetrics",
                "/q/metrics/",
                "/q/metrics;x=1",
                "/q;x=1/metrics",
                "/Q/metrics"
            })
    void whatIsInnerIsNotOnTheMainPortHoweverItIsSpelt(String path) {
        var answer = RawHttp.send("GET " + path + " HTTP/1.1");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("jvm_", "\"checks\"", "swagger-ui.css", "\"paths\"");
        assertThat(HeadersContract.gapsOf(null, answer::values)).isEmpty();
    }

    @Test
    void aHostHeaderDoesNotOpenIt() {
        var lines = new String[] {
            "GET /q/metrics HTTP/1.1",
            "X-Forwarded-Host: 127.0.0.1:" + management.actualPort(),
            "X-Forwarded-Port: " + management.actualPort(),
            "Forwarded: host=\"127.0.0.1:" + management.actualPort() + "\""
        };

        assertThat(RawHttp.send(lines).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/openapi"
            })
    void itIsOnTheManagementPortWithTheHeadersOfAllAnswers(String path) {
        var answer = RawHttp.sendFrom("127.0.0.1", management.actualPort(), "GET " + path + " HTTP/1.1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(HeadersContract.gapsOf(null, answer::values)).isEmpty();
    }

    @Test
    void theManagementPortAnswersNothingElse() {
        for (var path : new String[] {thing, "/things", "/audit", "/nowhere"}) {
            assertThat(RawHttp.sendFrom("127.0.0.1", management.actualPort(), "GET " + path + " HTTP/1.1")
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
