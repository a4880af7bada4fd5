package city.planofrecord.notice.comment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.Clock;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

/** What the public may still do about a notice follows its course. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class MovedDeadlinesIT {

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("MD2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass("MD2155", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse comment(String number) {
        return post("/notices/" + number + "/comments", "{\"text\": \"I object.\", \"name\": \"A Writer\"}");
    }

    @Test
    void whereAHearingIsMovedTheLaterDeadlinesHold() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        OpenNotices.post("MD1", "MD2154");
        post("/notices/MD1/hearing", """
                {"at": "2011-04-14T17:00:00-06:00", "reason": "No quorum",
                 "commentsUntil": "2011-04-13T08:00:00-06:00", "speakersUntil": "2011-04-12T12:00:00-06:00"}""").statusCode(200);

        CityTime.set(clock, "2011-04-06T09:00:00");
        comment("MD1").statusCode(201);
        post("/notices/MD1/speaker-requests", "{\"name\": \"A Speaker\"}").statusCode(201);
        RestAssured.get("/agenda?from=2011-04-14&until=2011-04-14")
                .then()
                .statusCode(200)
                .body("items.findAll { it.notice == 'MD1' }.kind", hasItem("HEARING"));
        RestAssured.get("/agenda?from=2011-04-07&until=2011-04-07")
                .then()
                .body("items.findAll { it.kind == 'HEARING' }.notice", not(hasItem("MD1")));

        CityTime.set(clock, "2011-04-13T08:00:01");
        comment("MD1")
                .statusCode(409)
                .body("type", equalTo("/problems/closed"))
                .body("until", equalTo("2011-04-13T08:00:00-06:00"));
    }

    @Test
    void aWithdrawnNoticeTakesNoCommentsAndStandsInNoAgenda() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        OpenNotices.post("MD2", "MD2155");
        comment("MD2").statusCode(201);
        post("/notices/MD2/withdrawal", "{\"reason\": \"The study is not done.\"}")
                .statusCode(200);

        comment("MD2").statusCode(409).body("detail", containsString("WITHDRAWN"));
        RestAssured.get("/agenda?from=2011-04-01&until=2011-04-10").then().body("items.notice", not(hasItem("MD2")));
    }
}
