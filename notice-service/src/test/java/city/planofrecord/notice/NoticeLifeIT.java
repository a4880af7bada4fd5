package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
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
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class NoticeLifeIT {

    private static final String MOVED =
            "{ \"at\": \"2011-04-14T17:00:00-06:00\", \"place\": \"Room 4\", \"reason\": \"No quorum\" }";

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("LA2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass("LA2156", "3-1-1 Supervisor", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void whatIsWithdrawnStaysReadableAndIsNeverDecided() {
        posted("L1");

        post("/notices/L1/withdrawal", "{ \"withdrawnOn\": \"2011-03-30\", \"reason\": \"The study is repeated\" }")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawal.withdrawnOn", equalTo("2011-03-30"))
                .body("withdrawal.reason", equalTo("The study is repeated"));

        get("/notices/L1").statusCode(200).body("items", hasSize(2)).body("status", equalTo("WITHDRAWN"));
        get("/notices?status=WITHDRAWN").body("items.number", org.hamcrest.Matchers.hasItem("L1"));
        problem(post("/notices/L1/decision", Drafts.APPROVAL), 409).body("detail", containsString("withdrawn"));
        problem(post("/notices/L1/hearing", MOVED), 409);
        problem(post("/notices/L1/withdrawal", "{ \"reason\": \"again\" }"), 409);
        var told = heard("L1", "notice.withdrawn.v1");
        assertThat(told.path("withdrawnOn").asText()).isEqualTo("2011-03-30");
        assertThat(told.path("edition").asInt()).isEqualTo(1);
    }

    @Test
    void eachOtherStateAndEachImpossibleDayRefusesAWithdrawal() {
        draft("L2");
        problem(post("/notices/L2/withdrawal", "{ \"reason\": \"r\" }"), 409)
                .body("detail", containsString("delete it"));
        problem(post("/notices/NONE/withdrawal", "{ \"reason\": \"r\" }"), 404);
        posted("L3");
        problem(post("/notices/L3/withdrawal", "{ \"reason\": \" \" }"), 400)
                .body("violations[0].pointer", equalTo("/reason"));
        problem(post("/notices/L3/withdrawal", "{ \"withdrawnOn\": \"2011-03-22\", \"reason\": \"r\" }"), 422);
        problem(post("/notices/L3/withdrawal", "{ \"withdrawnOn\": \"2999-01-01\", \"reason\": \"r\" }"), 422)
                .body("violations[0].pointer", equalTo("/withdrawnOn"));
        post("/notices/L3/decision", Drafts.APPROVAL.replace("APPROVED", "DENIED"))
                .statusCode(200);
        problem(post("/notices/L3/withdrawal", "{ \"reason\": \"r\" }"), 409).body("detail", containsString("DENIED"));
    }

    @Test
    void aHearingMovedIsShownBesideTheOneThatWasPosted() {
        posted("L4");

        post("/notices/L4/hearing", MOVED)
                .statusCode(200)
                .body("status", equalTo("POSTED"))
                .body("hearing.at", equalTo("2011-04-14T17:00:00-06:00"))
                .body("hearing.place", equalTo("Room 4"))
                .body("hearings.cause", equalTo(List.of("POSTED", "MOVED")))
                .body("hearings[0].at", equalTo("2011-04-07T17:00:00-06:00"))
                .body("hearings[1].reason", equalTo("No quorum"));

        get("/notices?jobCode=LA2154&status=POSTED")
                .body("items.find { it.number == 'L4' }.hearing.at", equalTo("2011-04-14T17:00:00-06:00"));
        problem(post("/notices/L4/decision", Drafts.APPROVAL), 422)
                .body("violations[0].expected", equalTo("2011-04-14 or later"));
        post("/notices/L4/decision", Drafts.APPROVAL.replace("04-07", "04-14"))
                .statusCode(200)
                .body("effectiveDate.date", equalTo("2011-04-17"));
        var told = heard("L4", "notice.rescheduled.v1");
        assertThat(told.path("formerHearing").path("at").asText()).isEqualTo("2011-04-07T17:00:00-06:00");
        assertThat(told.path("expectedEffectiveDate").asText()).isEqualTo("2011-04-17");
    }

    @Test
    void aHearingThatBreaksARuleIsRefusedAtItsPlace() {
        posted("L5");

        problem(post("/notices/L5/hearing", MOVED.replace("04-14T17:00", "04-04T23:59")), 422)
                .body("violations[0].pointer", equalTo("/at"))
                .body("violations[0].expected", equalTo("at 2011-04-05T00:00-06:00 or later"));
        problem(
                        post(
                                "/notices/L5/hearing",
                                MOVED.replace("}", ", \"commentsUntil\": \"2011-04-06T07:59:59-06:00\" }")),
                        422)
                .body("violations[0].pointer", equalTo("/commentsUntil"));
        get("/notices/L5").body("hearings", hasSize(1));
    }

    private static void draft(String number) {
        post(
                        "/notices",
                        Drafts.draft(
                                number, Drafts.retitle("LA2154", "3-1-1 Agent", "311 Agent"), Drafts.abolish("LA2156")))
                .statusCode(201);
    }

    private static void posted(String number) {
        draft(number);
        awaitPostable(number);
        post("/notices/" + number + "/posting", Drafts.POSTING).statusCode(200);
    }

    private static void awaitPostable(String number) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/notices/" + number + "/check")
                        .body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
    }

    /** The one event of its type about the notice. */
    private static JsonNode heard(String number, String type) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> registers.heard(number, type), one -> one.size() == 1)
                .getFirst()
                .data();
    }

    private static ValidatableResponse get(String path) {
        return RestAssured.given().get(path).then();
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json");
    }
}
