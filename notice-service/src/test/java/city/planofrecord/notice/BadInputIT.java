package city.planofrecord.notice;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;

/** Dates and decisions that are wrong by the least that they can be wrong by, and right by the same. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class BadInputIT {

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("BI2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass("BI2155", "3-1-1 Lead", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @Test
    void aHearingAMinuteTooEarlyIsRefusedAndOneAtTheFirstInstantIsNot() {
        draft("BI1", hearing("2011-04-04T23:59:00-06:00"));

        awaitPosting("BI1", Drafts.POSTING, 422)
                .body("violations.pointer", contains("/hearing/at"))
                .body("findings[0].rule", equalTo("POSTING_PERIOD"))
                .body("violations[0].expected", containsString("2011-04-05T00:00-06:00"));
        put("BI1", hearing("2011-04-05T00:00:00-06:00"));
        awaitPosting("BI1", Drafts.POSTING, 200);
    }

    @Test
    void aPostingAtADeadlineOrAfterItIsRefusedAndAMinuteBeforeItIsNot() {
        draft("BI2", late());
        var at = "{ \"at\": \"2011-04-05T%s-06:00\", \"places\": [\"The board\"] }";

        awaitPosting("BI2", at.formatted("12:00:00"), 422)
                .body("violations.pointer", contains("/at"))
                .body("violations[0].message", containsString("Requests to speak would have closed"));
        awaitPosting("BI2", at.formatted("12:00:00").replace("04-05", "04-06"), 422)
                .body("violations.pointer", contains("/at", "/at"));
        awaitPosting("BI2", at.formatted("11:59:00"), 200);
    }

    @Test
    void aDecisionIsDatedOnTheDayOfTheHearingOrLaterAndNotAfterToday() {
        CityTime.set(clock, "2011-04-08T10:00:00");
        draft("BI3", Drafts.draft("BI3", first(), second()));
        awaitPosting("BI3", Drafts.POSTING, 200);

        decide("BI3", "2011-04-06", 1, "DENIED", 2, "DENIED")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/decidedOn"));
        decide("BI3", "2011-04-09", 1, "DENIED", 2, "DENIED")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/decidedOn"));
        decide("BI3", "2011-04-08", 1, "DENIED", 2, "DENIED").statusCode(200);
        RealServers.current().clock().real();
    }

    @Test
    void anItemIsDecidedOnceAndADeniedOneIsNotAmended() {
        draft("BI4", Drafts.draft("BI4", first(), second()));
        awaitPosting("BI4", Drafts.POSTING, 200);

        decide("BI4", "2011-04-07", 1, "DENIED", 1, "APPROVED")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/items/1/item"));
        post(
                        "/notices/BI4/decision",
                        decision(
                                "2011-04-07",
                                "{ \"item\": 1, \"outcome\": \"CONTINUED\" }, { \"item\": 2, \"outcome\": \"DENIED\", \"amended\": { \"title\": \"Lead\" } }"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/items/1/amended"));
        decide("BI4", "2011-04-07", 1, "CONTINUED", 2, "DENIED").statusCode(200).body("status", equalTo("CONTINUED"));
        post(
                        "/notices/BI4/hearing",
                        "{ \"at\": \"2011-04-14T17:00:00-06:00\", \"place\": \"The Hall\", \"reason\": \"Item 1 is heard again.\" }")
                .statusCode(200);
        post(
                        "/notices/BI4/decision",
                        decision(
                                "2011-04-14",
                                "{ \"item\": 1, \"outcome\": \"DENIED\" }, { \"item\": 2, \"outcome\": \"APPROVED\", \"amended\": { \"title\": \"Lead\" } }"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/items/1/item"));
        post("/notices/BI4/decision", decision("2011-04-14", "{ \"item\": 1, \"outcome\": \"DENIED\" }"))
                .statusCode(200);
        post("/notices/BI4/decision", decision("2011-04-14", "{ \"item\": 1, \"outcome\": \"DENIED\" }"))
                .statusCode(409);
    }

    private static String first() {
        return Drafts.retitle("BI2154", "3-1-1 Agent", "311 Agent");
    }

    private static String second() {
        return Drafts.retitle("BI2155", "3-1-1 Lead", "311 Lead");
    }

    private static String hearing(String at) {
        return Drafts.draft("BI1", first())
                .replace("2011-04-07T17:00:00-06:00", at)
                .replace("2011-04-06T08", "2011-04-02T08")
                .replace("2011-04-05T12", "2011-04-01T12");
    }

    private static String late() {
        return Drafts.draft("BI2", first()).replace("2011-04-07T17:00:00-06:00", "2011-05-20T17:00:00-06:00");
    }

    private static void draft(String number, String body) {
        post("/notices", body).statusCode(201).body("number", equalTo(number));
    }

    private static void put(String number, String body) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("If-Match", RestAssured.get("/notices/" + number).header("ETag"))
                .body(body)
                .put("/notices/" + number)
                .then()
                .statusCode(200);
    }

    /** The answer to the posting once the plan has been heard. */
    private static ValidatableResponse awaitPosting(String number, String body, int status) {
        await().until(() ->
                !RestAssured.get("/notices/" + number + "/check").asString().contains("JOB_CODE_KNOWN"));
        return post("/notices/" + number + "/posting", body).statusCode(status);
    }

    private static ValidatableResponse decide(
            String number, String on, int item, String outcome, int other, String otherOutcome) {
        return post(
                "/notices/" + number + "/decision",
                decision(
                        on,
                        "{ \"item\": %d, \"outcome\": \"%s\" }, { \"item\": %d, \"outcome\": \"%s\" }"
                                .formatted(item, outcome, other, otherOutcome)));
    }

    private static String decision(String on, String items) {
        return "{ \"decidedOn\": \"%s\", \"body\": \"Career Service Board\", \"outcome\": \"BY_ITEM\", \"items\": [%s] }"
                .formatted(on, items);
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
