package city.planofrecord.notice.speaker;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class SpeakersIT {

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("PS2154", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void beforeTheDeadline() {
        CityTime.set(clock, "2011-03-30T10:00:00");
    }

    @Test
    void aSpeakerSeesByTheReceiptWhatBecameOfTheRequest() {
        OpenNotices.post("S1", "PS2154");
        var asked = ask(
                        "S1",
                        "{ \"name\": \"Pat Rivera\", \"phone\": \"720-555-0142\", \"about\": \"The <i>title</i>\u202E\" }")
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .body("about", equalTo("The <i>title</i>"))
                .body("edition", equalTo(1))
                .body("$", not(hasKey("name")))
                .extract();
        var receipt = asked.path("receipt").toString();
        assertThat(asked.header("Location")).endsWith("/notices/S1/speaker-requests/" + receipt);
        var id = get("/notices/S1/speaker-register?state=RECEIVED")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0]", not(hasKey("name")))
                .extract()
                .path("items[0].id")
                .toString();

        problem(get("/notices/S1/speaker-requests/" + id).then(), 404);
        problem(decide("S1", id, "{ \"decision\": \"DECLINED\" }"), 422)
                .body("violations[0].pointer", equalTo("/reason"));
        decide("S1", id, "{ \"decision\": \"ACCEPTED\", \"reason\": \"You are third.\" }")
                .statusCode(200);
        problem(decide("S1", id, "{ \"decision\": \"ACCEPTED\" }"), 409);
        get("/notices/S1/speaker-requests/" + receipt)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("state", equalTo("ACCEPTED"))
                .body("reason", equalTo("You are third."));
        get("/notices/S1/speaker-register/" + id)
                .then()
                .body("history.decision", equalTo(List.of("ACCEPTED")))
                .body("history.actor", equalTo(List.of("moderator")));
        get("/notices/S1/speaker-register/" + id + "/speaker")
                .then()
                .statusCode(200)
                .body("name", equalTo("Pat Rivera"));
    }

    @Test
    void requestsCloseAtTheirOwnDeadline() {
        OpenNotices.post("S2", "PS2154");
        CityTime.set(clock, "2011-04-05T11:59:30");
        ask("S2", "{ \"name\": \"Just In Time\" }").statusCode(201);

        CityTime.set(clock, "2011-04-05T12:00:00.001");
        problem(ask("S2", "{ \"name\": \"Too Late\" }"), 409)
                .body("type", endsWith("/problems/closed"))
                .body("detail", containsString("2011-04-05T12:00"))
                .body("rule", equalTo("SPEAKER_REQUESTS_CLOSE"));
        given().contentType(ContentType.JSON)
                .body("{ \"text\": \"Comments are still taken.\", \"name\": \"Pat\" }")
                .post("/notices/S2/comments")
                .then()
                .statusCode(201);
        problem(ask("S99", "{ \"name\": \"Pat\" }"), 404);
    }

    @Test
    void aRequestWithoutANameIsRefusedAndNothingPersonalIsRepeated() {
        OpenNotices.post("S3", "PS2154");

        problem(ask("S3", "{ \"phone\": \"720-555-0142\" }"), 422).body("violations[0].pointer", equalTo("/name"));
        var wrong = ask("S3", "{ \"name\": \"Ludmilla\", \"phone\": 7205550142 }")
                .statusCode(400)
                .extract()
                .asString();
        assertThat(wrong).doesNotContain("7205550142", "Ludmilla");
    }

    @Test
    void everybodyWhoAskedToSpeakOrLeftAnAddressIsToldOnce() {
        OpenNotices.post("S4", "PS2154");
        ask("S4", "{ \"name\": \"Pat Rivera\", \"address\": \"pat@example.org\" }")
                .statusCode(201);
        ask("S4", "{ \"name\": \"Nobody's Address\" }").statusCode(201);
        comment("S4", "{ \"text\": \"One\", \"name\": \"pat rivera\", \"address\": \"Pat@example.org\" }");
        comment("S4", "{ \"text\": \"Two\", \"name\": \"=HYPERLINK(1)\", \"phone\": \"+1 720 555 0142\" }");
        comment("S4", "{ \"text\": \"Three\", \"name\": \"Leaves Nothing\" }");

        get("/notices/S4/recipients")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("total", equalTo(3))
                .body("items.name", equalTo(List.of("Pat Rivera", "Nobody's Address", "=HYPERLINK(1)")))
                .body("items[0].as", equalTo(List.of("COMMENTER", "SPEAKER")));
        var first = get("/notices/S4/recipients?limit=2")
                .then()
                .body("items", hasSize(2))
                .body("total", equalTo(3))
                .extract();
        var next = first.header("Link").replaceAll("^<([^>]+)>.*", "$1");
        get(next).then().body("items.name", equalTo(List.of("=HYPERLINK(1)")));
        var table = given().accept("text/csv")
                .get("/notices/S4/recipients")
                .then()
                .statusCode(200)
                .extract();
        assertThat(table.contentType()).startsWith("text/csv");
        assertThat(table.asString())
                .isEqualTo("name,phone,address,as\r\nPat Rivera,,pat@example.org,COMMENTER SPEAKER\r\n"
                        + "Nobody's Address,,,SPEAKER\r\n'=HYPERLINK(1),'+1 720 555 0142,,COMMENTER\r\n");
        problem(get("/notices/S99/recipients").then(), 404);
    }

    private static ValidatableResponse ask(String number, String body) {
        return post("/notices/" + number + "/speaker-requests", body);
    }

    private static void comment(String number, String body) {
        post("/notices/" + number + "/comments", body).statusCode(201);
    }

    private static ValidatableResponse decide(String number, String id, String body) {
        return post("/notices/" + number + "/speaker-requests/" + id + "/decision", body);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json").body("status", equalTo(status));
    }
}
