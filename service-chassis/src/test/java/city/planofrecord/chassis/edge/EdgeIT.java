package city.planofrecord.chassis.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RawHttp;
import city.planofrecord.chassis.testing.contract.HeadersContract;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

/** What a service without settings of its own answers to browsers and to strangers. */
@QuarkusTest
@TestProfile(ThingService.class)
class EdgeIT {

    @Inject
    Things things;

    /** One answer of every kind that a service has, by its status and what it is. */
    private Map<String, Supplier<Response>> answers() {
        var thing = "/things/" + things.establish("2030-01-01", "name", "a") + "?asOf=2030-06-01";
        var tag = given().get(thing).header("ETag");
        var answers = new LinkedHashMap<String, Supplier<Response>>();
        answers.put("200 a thing", () -> given().get(thing));
        answers.put("200 a thing's head", () -> given().head(thing));
        answers.put(
                "304 a thing that has not changed",
                () -> given().header("If-None-Match", tag).get(thing));
        answers.put("400 a strange parameter", () -> given().get(thing + "&strange=1"));
        answers.put(
                "401 no token",
                () -> given().header("Authorization", Bearer.NONE).get("/audit"));
        answers.put(
                "401 a bad token",
                () -> given().header("Authorization", "Bearer x.y.z").get("/audit"));
        answers.put("404 an unknown thing", () -> given().get("/things/" + UUID.randomUUID()));
        answers.put("404 an unknown path", () -> given().get("/nowhere"));
        answers.put("404 an unknown inner path", () -> given().get("/q/nowhere"));
        answers.put("405 a method that the path has not", () -> given().delete(thing));
        answers.put("405 TRACE", () -> given().request("TRACE", thing));
        answers.put(
                "406 a strange form",
                () -> given().accept("application/x-strange").get(thing));
        answers.put(
                "413 a large body",
                () -> amendment(thing)
                        .body("{\"reason\": \"" + "x".repeat(300 * 1024) + "\"}")
                        .post(amendments(thing)));
        answers.put(
                "415 a strange body",
                () -> given().contentType("application/x-strange")
                        .body("x".getBytes())
                        .post(amendments(thing)));
        answers.put("400 no JSON", () -> amendment(thing).body("{").post(amendments(thing)));
        answers.put(
                "403 a foreign page",
                () -> given().header("Origin", "https://foreign.example").get(thing));
        answers.put("200 options", () -> given().options(thing));
        answers.put("200 health", () -> given().get("/q/health"));
        answers.put("200 liveness", () -> given().get("/q/health/live"));
        answers.put("200 metrics", () -> given().get("/q/metrics"));
        answers.put("200 the document", () -> given().get("/q/openapi"));
        answers.put("200 a problem's page", () -> given().get("/problems/stale"));
        return answers;
    }

    private static io.restassured.specification.RequestSpecification amendment(String thing) {
        return given().contentType("application/json").header("If-Match", "\"1\"");
    }

    private static String amendments(String thing) {
        return thing.substring(0, thing.indexOf('?')) + "/amendments";
    }

    @Test
    void everyKindOfAnswerHasTheHeadersThatTellBrowsersWhatTheyMayDo() {
        var softly = new SoftAssertions();
        answers().forEach((name, request) -> {
            var answer = request.get();
            softly.assertThat(answer.statusCode()).as(name).isEqualTo(Integer.parseInt(name.substring(0, 3)));
            softly.assertThat(HeadersContract.gapsOf(
                            answer.contentType(), header -> answer.headers().getValues(header)))
                    .as(name)
                    .isEmpty();
            softly.assertThat(answer.header("Strict-Transport-Security"))
                    .as("%s without TLS", name)
                    .isNull();
            softly.assertThat(answer.header("Access-Control-Allow-Origin"))
                    .as(name)
                    .isNull();
        });
        softly.assertAll();
    }

    @Test
    void everyOperationOfTheDocumentHasThem() {
        var contract = new HeadersContract(
                given().queryParam("format", "json").get("/q/openapi").asString());

        assertThat(contract.gaps()).isEmpty();
        assertThat(contract.answers()).isPositive();
    }

    @Test
    void swaggerUiHasAPolicyOfItsOwnAndIsFramedByNobody() {
        given().redirects()
                .follow(true)
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY");
    }

    /** RFC 9112, section 6.1: who reads a message by two lengths can be told two messages. */
    @Test
    void aBodyThatIsSentInPiecesEndsWithItsLastPieceWhateverLengthWasAnnounced() {
        var answer = RawHttp.sendWithBody(
                "2\r\n{}\r\n0\r\n\r\n",
                "POST /things/00000000-0000-0000-0000-000000000000/amendments HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: 100",
                "Transfer-Encoding: chunked");

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain("HTTP/1.1");
    }

    @Test
    void twoLengthsAreRefused() {
        var answer = RawHttp.sendWithBody(
                "{}",
                "POST /things/00000000-0000-0000-0000-000000000000/amendments HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: 2",
                "Content-Length: 1");

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1",
                "TRACE /q/health HTTP/1.1",
                "TRACK / HTTP/1.1",
                "CONNECT / HTTP/1.1",
                "DEBUG / HTTP/1.1",
                "PROPFIND / HTTP/1.1"
            })
    void methodsThatNobodyNeedsAreRefusedAndEchoNothing(String line) {
        var answer = RawHttp.send(line, "X-Secret: echo-me-not", "Cookie: session=echo-me-not");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.values("Allow")).containsExactly("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        assertThat(answer.values("Content-Type")).containsExactly("application/problem+json");
        assertThat(HeadersContract.gapsOf("application/problem+json", answer::values))
                .isEmpty();
        assertThat(answer.headers() + answer.text()).doesNotContain("echo-me-not");
    }

    @Test
    void nobodyIsConnectedThroughTheService() {
        var answer = RawHttp.send("CONNECT 127.0.0.1:22 HTTP/1.1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void aMethodIsNotChangedByAHeader() {
        var thing = "/things/" + things.establish("2030-01-01", "name", "a");

        given().header("X-HTTP-Method-Override", "TRACE")
                .get(thing + "?asOf=2030-06-01")
                .then()
                .statusCode(200);
    }

    @Test
    void optionsTellsTheMethodsAndHeadIsAGetWithoutItsBody() {
        var thing = "/things/" + things.establish("2030-01-01", "name", "a") + "?asOf=2030-06-01";
        var read = given().get(thing);

        given().options(thing).then().statusCode(200).header("Allow", containsString("GET"));
        var head = given().head(thing);
        assertThat(head.asString()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(read.header("ETag"));
        assertThat(head.contentType()).isEqualTo(read.contentType());
    }

    @Test
    void whatTheServerItselfRefusesHasTheHeadersToo() {
        var tooLarge = RawHttp.send("POST /things/x/amendments HTTP/1.1", "Content-Length: 9000000000");
        var star = RawHttp.send("OPTIONS * HTTP/1.1");

        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(HeadersContract.gapsOf(null, tooLarge::values)).isEmpty();
        assertThat(star.status()).isLessThan(500);
        assertThat(HeadersContract.gapsOf(null, star::values)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://foreign.example",
                "null",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http://",
                "x",
                "http://a b",
                "http:opaque",
                "*"
            })
    void unlessTheCityListsThemPagesOfOtherOriginsAreRefused(String origin) {
        for (var line : new String[] {"GET /nowhere HTTP/1.1", "POST /things HTTP/1.1"}) {
            var answer = RawHttp.send(line, "Origin: " + origin);

            assertThat(answer.status()).as(line).isEqualTo(403);
            assertThat(answer.text()).contains("/problems/forbidden").doesNotContain("foreign.example");
            assertThat(answer.values("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void aBodyThatIsRefusedHereIsNotReadForEver() {
        var piece = new byte[1024 * 1024];

        var answer = RawHttp.inEveryRole().stream(
                "POST",
                "/nowhere",
                "text/plain",
                List.of(new RawHttp.Header("Origin", "https://foreign.example")),
                piece,
                sent -> sent < 200L * piece.length);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.sent()).isLessThan(100L * piece.length);
    }

    @Test
    void theServicesOwnPagesAreAdmitted() {
        var own = RestAssured.baseURI.replaceAll(":\\d+$", "") + ":" + RestAssured.port;
        var thing = "/things/" + things.establish("2030-01-01", "name", "a") + "?asOf=2030-06-01";

        given().header("Origin", own).get(thing).then().statusCode(200);
        given().header("Origin", own)
                .contentType("application/json")
                .body("{}")
                .post(amendments(thing))
                .then()
                .statusCode(not(equalTo(403)));
    }

    @Test
    void aPreflightOfAForeignPageIsRefusedWhereNoneIsListed() {
        given().header("Origin", "https://foreign.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .options("/things/" + UUID.randomUUID() + "/amendments")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", equalTo(null))
                .header("Access-Control-Allow-Headers", equalTo(null))
                .body("type", endsWith("/problems/forbidden"));
    }

    @Test
    void livenessTellsThatTheServiceLivesAndNothingElse() {
        assertThat(given().header("Authorization", Bearer.NONE)
                        .get("/q/health/live")
                        .jsonPath()
                        .getMap(""))
                .hasSize(2)
                .containsEntry("status", "UP")
                .containsEntry("checks", java.util.List.of());
        assertThat(given().get("/q/health").asString()).doesNotContain("jdbc", "127.0.0.1", "thing_app", "password");
    }
}
