package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;

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
class DecisionByItemIT {

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("MA2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass("MA2156", "3-1-1 Supervisor", "2005-12-01");
        registers.tellGrade("809", "MA", "52419.00", "83640.00", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void whatIsContinuedToADateIsHeardAgainAndOnlyThatIsDecidedThen() {
        posted("M1");
        decide("M1", "2011-04-07", """
                "continuedTo": { "at": "2011-04-21T17:00:00-06:00" },
                "votes": { "for": 3, "against": 2 },
                "items": [ { "item": 1, "outcome": "APPROVED" }, { "item": 2, "outcome": "CONTINUED" },
                           { "item": 3, "outcome": "DENIED" } ]""")
                .statusCode(200)
                .body("status", equalTo("CONTINUED"))
                .body("hearing.at", equalTo("2011-04-21T17:00:00-06:00"))
                .body("hearing.place", equalTo("The Board Room"))
                .body("hearings.cause", equalTo(List.of("POSTED", "CONTINUED")))
                .body("items[1].decision.outcome", equalTo("CONTINUED"))
                .body("items[1]", not(hasKey("effectiveDate")));

        problem(decide("M1", "2011-04-20", "\"items\": [ { \"item\": 2, \"outcome\": \"APPROVED\" } ]"), 422)
                .body("violations[0].pointer", equalTo("/decidedOn"));
        problem(
                        decide(
                                "M1",
                                "2011-04-21",
                                "\"items\": [ { \"item\": 2, \"outcome\": \"APPROVED\" },"
                                        + " { \"item\": 3, \"outcome\": \"APPROVED\", \"amended\": { \"title\": \"T\" } } ]"),
                        422)
                .body("violations[0].pointer", equalTo("/items/1/item"))
                .body("violations[0].message", containsString("decided before"));
        problem(post("/notices/M1/withdrawal", "{ \"reason\": \"r\" }"), 409);
        problem(post("/notices/M1/supersession", "{ \"reason\": \"r\" }"), 409);
        decide("M1", "2011-04-21", "\"items\": [ { \"item\": 2, \"outcome\": \"APPROVED\" } ]")
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("items.effectiveDate", equalTo(java.util.Arrays.asList("2011-04-10", "2011-04-24", null)));
        RestAssured.get("/notices/M1/decision")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items[0].items.2", equalTo("CONTINUED"))
                .body("items[0].votes.against", equalTo(2))
                .body("items[1].items", equalTo(java.util.Map.of("2", "APPROVED")));
        await().untilAsserted(() ->
                assertThat(registers.heard("M1", "notice.rescheduled.v1")).hasSize(1));
        assertThat(registers
                        .heard("M1", "notice.rescheduled.v1")
                        .getFirst()
                        .data()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void anItemCountsFromTheDateThatIsCitedForItAndTheOthersByRule() {
        posted("M2");
        decide("M2", "2011-04-07", """
                "items": [ { "item": 1, "outcome": "APPROVED",
                             "effectiveDate": { "date": "2011-07-01", "citation": "Ordinance 207 of 2011" } },
                           { "item": 2, "outcome": "APPROVED", "amended": { "title": "Director MA" } },
                           { "item": 3, "outcome": "DENIED" } ]""")
                .statusCode(200)
                .body("effectiveDate.date", equalTo("2011-04-10"))
                .body("items[0].effectiveDate", equalTo("2011-07-01"))
                .body("items[0].decision.effectiveDate.citation", equalTo("Ordinance 207 of 2011"))
                .body("items[1].effectiveDate", equalTo("2011-04-10"))
                .body("items[1].proposed.title", equalTo("Manager MA"))
                .body("items[1].approved.title", equalTo("Director MA"))
                .body("items[1].approved.grade", equalTo("MA-809"));
        await().untilAsserted(() ->
                assertThat(registers.heard("M2", "notice.decided.v1")).hasSize(1));
        assertThat(registers
                        .heard("M2", "notice.decided.v1")
                        .getFirst()
                        .data()
                        .path("items")
                        .findValuesAsText("effectiveFrom"))
                .containsExactly("2011-07-01", "2011-04-10");
    }

    @Test
    void anAfterImageThatTheGateRefusesIsNotApproved() {
        posted("M3");

        problem(decide("M3", "2011-04-07", """
                                "items": [ { "item": 1, "outcome": "DENIED" },
                                           { "item": 2, "outcome": "APPROVED", "amended": { "grade": "999-MA" } },
                                           { "item": 3, "outcome": "DENIED" } ]"""), 422)
                .body("findings[0].rule", equalTo("GRADE_KNOWN"))
                .body("findings[0].item", equalTo(2));
        RestAssured.get("/notices/M3").then().body("status", equalTo("POSTED"));
    }

    @Test
    void everyOtherBadDecisionIsRefusedAtItsPlace() {
        posted("M4");

        wrong("2011-04-07", "DENIED\", \"amended\": { \"title\": \"T\" }, \"x\": \"", 400, "/items/0/x");
        wrong(
                "2011-04-07",
                "DENIED\", \"amended\": { \"title\": \"T\" } }, { \"item\": 3, \"outcome\": \"DENIED",
                422,
                "/items/0/amended");
        wrong("2011-04-07", "DENIED\" }, { \"item\": 1, \"outcome\": \"DENIED", 422, "/items/1/item");
        wrong("2011-04-06", "DENIED", 422, "/decidedOn");
        wrong("2999-04-06", "DENIED", 422, "/decidedOn");
        wrong(
                "2011-04-07",
                "APPROVED\", \"effectiveDate\": { \"date\": \"2011-04-06\", \"citation\": \"c\" } }, { \"item\": 3, \"outcome\": \"DENIED",
                422,
                "/items/0/effectiveDate/date");
        problem(decide("M4", "2011-04-07", """
                                "continuedTo": { "at": "2011-04-21T17:00:00-06:00" },
                                "items": [ { "item": 1, "outcome": "DENIED" }, { "item": 2, "outcome": "DENIED" },
                                           { "item": 3, "outcome": "DENIED" } ]"""), 422).body("violations[0].pointer", equalTo("/continuedTo"));
        problem(decide("M4", "2011-04-07", """
                                "continuedTo": { "at": "2011-04-07T18:00:00-06:00" },
                                "items": [ { "item": 1, "outcome": "CONTINUED" }, { "item": 2, "outcome": "DENIED" },
                                           { "item": 3, "outcome": "DENIED" } ]"""), 422).body("violations[0].pointer", equalTo("/continuedTo/at"));
        RestAssured.get("/notices/M4").then().body("status", equalTo("POSTED")).body("hearings", hasSize(1));
    }

    private static void wrong(String on, String outcome, int status, String pointer) {
        problem(
                        decide(
                                "M4",
                                on,
                                "\"items\": [ { \"item\": 1, \"outcome\": \"%s\" }, { \"item\": 2, \"outcome\": \"DENIED\" } ]"
                                        .formatted(outcome)),
                        status)
                .body("violations[0].pointer", equalTo(pointer));
    }

    private static void posted(String number) {
        post(
                        "/notices",
                        Drafts.draft(
                                number,
                                Drafts.retitle("MA2154", "3-1-1 Agent", "311 Agent"),
                                Drafts.establish("MA2433", "Manager MA", "MA-809"),
                                Drafts.abolish("MA2156")))
                .statusCode(201);
        await().untilAsserted(() -> RestAssured.get("/notices/" + number + "/check")
                .then()
                .body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
        post("/notices/" + number + "/posting", Drafts.POSTING).statusCode(200);
    }

    private static ValidatableResponse decide(String number, String on, String more) {
        return post(
                "/notices/" + number + "/decision",
                "{ \"decidedOn\": \"%s\", \"body\": \"Career Service Board\", \"outcome\": \"BY_ITEM\", %s }"
                        .formatted(on, more));
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
