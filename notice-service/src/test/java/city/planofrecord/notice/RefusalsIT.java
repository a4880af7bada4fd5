package city.planofrecord.notice;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class RefusalsIT {

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("RA2154", "3-1-1 Agent", "2005-12-01");
        registers.tellGrade("614", "RA", "33597.00", "49038.00", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void aDraftCanBeReadChangedAndDeletedWithItsETag() {
        draft("R1");
        var tag =
                RestAssured.get("/notices/R1").then().statusCode(200).extract().header("ETag");
        write("PUT", "/notices/R1", Drafts.draft("R1"), tag).statusCode(200).body("items", hasSize(0));

        problem(write("PUT", "/notices/R1", Drafts.draft("R1"), tag), 412);
        problem(write("DELETE", "/notices/R1", null, tag), 412);
        problem(write("PUT", "/notices/R1", Drafts.draft("R1"), null), 428);
        problem(write("DELETE", "/notices/R1", null, null), 428);
        var next = RestAssured.get("/notices/R1").then().extract().header("ETag");
        problem(write("PUT", "/notices/R1", Drafts.draft("R2"), next), 422)
                .body("violations[0].pointer", equalTo("/number"));
        write("DELETE", "/notices/R1", null, next).statusCode(204);
        problem(RestAssured.get("/notices/R1").then(), 404);
    }

    @Test
    void whatWasReadCanBePutBackAsItIs() {
        draft("R12");
        var read = RestAssured.get("/notices/R12").then().extract();

        write("PUT", "/notices/R12", read.asString(), read.header("ETag"))
                .statusCode(200)
                .body("items[0].changes", equalTo(java.util.List.of("RETITLE")))
                .body("comments.until", equalTo("2011-04-06T08:00:00-06:00"));
    }

    @Test
    void aNumberIsTakenOnce() {
        draft("R3");

        problem(post("/notices", Drafts.draft("R3")), 409);
    }

    @Test
    void theSameKeyGivesTheSameAnswer() {
        var first = keyed("R4", Drafts.draft("R4")).statusCode(201).extract();
        var again = keyed("R4", Drafts.draft("R4")).statusCode(201).extract();

        org.assertj.core.api.Assertions.assertThat(again.asString()).isEqualTo(first.asString());
        problem(keyed("R4", Drafts.draft("R5")), 422);
    }

    @Test
    void theBodyOfADraftIsTakenAtItsWord() {
        problem(post("/notices", "{ \"number\": "), 400);
        problem(post("/notices", "{ \"number\": \"R6\", \"colour\": \"red\" }"), 400)
                .body("violations[0].pointer", equalTo("/colour"));
        problem(post("/notices", "{ \"number\": \"R6\", \"date\": \"2011-02-30\" }"), 400)
                .body("violations[0].pointer", equalTo("/date"));
        problem(post("/notices", "{ \"number\": \"R6\", \"date\": 5 }"), 400)
                .body("violations[0].pointer", equalTo("/date"));
        problem(post("/notices", "{ \"number\": \"R6\", \"items\": \"none\" }"), 400)
                .body("violations[0].pointer", equalTo("/items"));
        problem(post("/notices", "{ \"number\": \"not a number\" }"), 400)
                .body("violations[0].pointer", equalTo("/number"));
        problem(post("/notices", "{ \"number\": \"R6\", \"items\": [{ \"item\": 2, \"kind\": \"ABOLISH\" }] }"), 422)
                .body("violations[0].pointer", equalTo("/items/0/item"));
        problem(
                        post(
                                "/notices",
                                "{ \"number\": \"R6\", \"items\": [{ \"kind\": \"ESTABLISH\", \"proposed\": { \"grade\": \"nine\" } }] }"),
                        400)
                .body("violations[0].pointer", equalTo("/items/0/proposed/grade"));
        problem(
                        post(
                                "/notices",
                                "{ \"number\": \"R6\", \"items\": [{ \"kind\": \"ESTABLISH\", \"proposed\": { \"range\":"
                                        + " { \"minimum\": \"1e9\", \"maximum\": \"2.00\" } } }] }"),
                        400)
                .body("violations[0].pointer", equalTo("/items/0/proposed/range/minimum"));
        problem(RestAssured.get("/notices/R6").then(), 404);
    }

    @Test
    void unknownAndUnreadableParametersAreNamed() {
        problem(RestAssured.get("/notices?jobcode=CA2434").then(), 400)
                .body("violations[0].parameter", equalTo("jobcode"));
        problem(RestAssured.get("/notices?status=LOST").then(), 400).body("violations[0].parameter", equalTo("status"));
        problem(RestAssured.get("/notices?grade=nine").then(), 400).body("violations[0].parameter", equalTo("grade"));
        problem(RestAssured.get("/notices?postedFrom=2011-02-30").then(), 400)
                .body("violations[0].parameter", equalTo("postedFrom"));
    }

    @Test
    void whatThePlanDoesNotKnowIsRefusedAtThePostingWithItsPlace() {
        post(
                        "/notices",
                        Drafts.draft(
                                "R7",
                                Drafts.retitle("RZ0001", "Agent", "Other"),
                                Drafts.establish("RZ0002", "New", "999-Z")))
                .statusCode(201);

        problem(post("/notices/R7/posting", Drafts.POSTING), 422)
                .body("violations.pointer", hasItem("/items/0/present/jobCode"))
                .body("violations.pointer", hasItem("/items/1/proposed/grade"))
                .body("findings.rule", hasItem("GRADE_KNOWN"));
        RestAssured.get("/notices/R7/check")
                .then()
                .statusCode(200)
                .body("findings.rule", hasItem("JOB_CODE_KNOWN"))
                .body("checkedAgainst.classification", startsWith("20"));
        RestAssured.get("/notices/R7").then().body("status", equalTo("DRAFT"));
    }

    @Test
    void aPostingComesOnceAndNeitherTooEarlyNorInTheFuture() {
        draft("R8");
        awaitPostable("R8");

        problem(post("/notices/R8/posting", posting("2099-01-01T00:00:00-07:00")), 422)
                .body("violations[0].pointer", equalTo("/at"));
        problem(post("/notices/R8/posting", posting("2011-03-22T23:59:00-06:00")), 422)
                .body("violations[0].pointer", equalTo("/at"));
        problem(post("/notices/R8/posting", posting("2011-03-28T09:00:00-06:00")), 422)
                .body("violations[0].pointer", equalTo("/hearing/at"));
        problem(post("/notices/R8/posting", "{ \"at\": \"2011-03-23T09:00:00-06:00\" }"), 400)
                .body("violations[0].pointer", equalTo("/places"));
        problem(
                RestAssured.given()
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"77\"")
                        .body(Drafts.POSTING)
                        .post("/notices/R8/posting")
                        .then(),
                412);
        post("/notices/R8/posting", Drafts.POSTING).statusCode(200);
        problem(post("/notices/R8/posting", Drafts.POSTING), 409);
        var tag = RestAssured.get("/notices/R8").then().extract().header("ETag");
        problem(write("PUT", "/notices/R8", Drafts.draft("R8"), tag), 409);
        problem(write("DELETE", "/notices/R8", null, tag), 409);
        problem(post("/notices/R99/posting", Drafts.POSTING), 404);
    }

    @Test
    void aDecisionComesOnceAndNeitherBeforePostingNorBeforeTheHearingNorInTheFuture() {
        draft("R9");
        awaitPostable("R9");
        problem(post("/notices/R9/decision", Drafts.APPROVAL), 409)
                .body("violations[0].pointer", equalTo("/decidedOn"));
        problem(post("/notices/R9/retry", ""), 409);
        post("/notices/R9/posting", Drafts.POSTING).statusCode(200);

        problem(post("/notices/R9/decision", decision("2011-03-22", "APPROVED", "")), 422)
                .body("violations[0].pointer", equalTo("/decidedOn"));
        problem(post("/notices/R9/decision", decision("2011-04-06", "APPROVED", "")), 422)
                .body("violations[0].pointer", equalTo("/decidedOn"));
        problem(post("/notices/R9/decision", decision("2099-04-07", "APPROVED", "")), 422)
                .body("violations[0].pointer", equalTo("/decidedOn"));
        problem(post("/notices/R9/decision", decision("2011-04-31", "APPROVED", "")), 400)
                .body("violations[0].pointer", equalTo("/decidedOn"));
        problem(post("/notices/R9/decision", decision("2011-04-07", "MAYBE", "")), 400)
                .body("violations[0].pointer", equalTo("/outcome"));
        problem(
                        post(
                                "/notices/R9/decision",
                                decision(
                                        "2011-04-07",
                                        "BY_ITEM",
                                        ", \"items\": [{ \"item\": 1, \"outcome\": \"APPROVED\" }, { \"item\": 9, \"outcome\": \"DENIED\" }]")),
                        422)
                .body("violations[0].pointer", equalTo("/items/1/item"))
                .body("violations[0].found", equalTo("9"));
        problem(post("/notices/R9/decision", decision("2011-04-07", "BY_ITEM", "")), 422)
                .body("violations[0].pointer", equalTo("/items"));
        post("/notices/R9/decision", Drafts.APPROVAL).statusCode(200);
        problem(post("/notices/R9/decision", Drafts.APPROVAL), 409);
        problem(post("/notices/R99/decision", Drafts.APPROVAL), 404);
    }

    @Test
    void theGateRunsAgainAtTheDecision() {
        registers.tellClass("RB2154", "3-1-1 Agent", "2005-12-01");
        var id = registers.tellClass("RB2155", "3-1-1 Agent", "2005-12-01");
        post("/notices", Drafts.draft("R10", Drafts.retitle("RB2155", "3-1-1 Agent", "Other")))
                .statusCode(201);
        awaitPostable("R10");
        post("/notices/R10/posting", Drafts.POSTING).statusCode(200);
        registers.tellClass(id, 2, "RB2155", "Renamed meanwhile", "2005-12-01", null);
        await().untilAsserted(() ->
                RestAssured.get("/notices/R10/check").then().body("findings.rule", hasItem("PRESENT_TITLE")));

        problem(post("/notices/R10/decision", Drafts.APPROVAL), 422)
                .body("violations[0].pointer", equalTo("/items/0/present/title"))
                .body("violations[0].expected", equalTo("Renamed meanwhile"));
        RestAssured.get("/notices/R10").then().body("status", equalTo("POSTED"));
    }

    @Test
    void noticesAreFoundByWhatTheyNameAndSay() {
        post("/notices", Drafts.draft("R11", Drafts.establish("RX7777", "Lighthouse Keeper", "A-777")))
                .statusCode(201);

        for (var query : new String[] {"jobCode=RX7777", "grade=777-A", "q=lighthouse keepers"}) {
            RestAssured.given()
                    .queryParam(query.split("=")[0], query.split("=")[1])
                    .get("/notices")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(1))
                    .body("items[0].number", equalTo("R11"))
                    .body("items[0].status", equalTo("DRAFT"));
        }
        RestAssured.get("/notices?limit=1").then().header("Link", containsString("rel=\"next\""));
        RestAssured.get("/notices?postedFrom=2050-01-01").then().body("total", equalTo(0));
    }

    @Test
    void datesAreWorkedOutWithRuleCitationAndSteps() {
        post("/date-calculations", """
                { "date": "2011-03-23", "hearingAt": "2011-04-07T17:00:00-06:00", "decidedOn": "2011-04-07" }
                """)
                .statusCode(200)
                .body("results.what", equalTo(java.util.List.of("POSTED_UNTIL", "EARLIEST_HEARING", "EFFECTIVE_DATE")))
                .body("results[0].value", equalTo("2011-04-05"))
                .body("results[1].value", equalTo("2011-04-05T00:00:00-06:00"))
                .body("results[2].value", equalTo("2011-04-10"))
                .body("results[2].citation", equalTo("Career Service Rule 7-37 A"));
        problem(post("/date-calculations", "{ \"decidedOn\": \"2011-04-07\" }"), 422)
                .body("violations[0].pointer", equalTo("/date"));
        problem(post("/date-calculations", "{ \"date\": \"2011-03-23\", \"decidedOn\": \"2011-03-01\" }"), 422)
                .body("violations[0].pointer", equalTo("/decidedOn"));
    }

    @ParameterizedTest
    @CsvSource({"/notices/R99", "/notices/R99/items", "/notices/R99/check"})
    void anUnknownNoticeIsAProblem(String path) {
        problem(RestAssured.get(path).then(), 404);
    }

    private static void draft(String number) {
        post("/notices", Drafts.draft(number, Drafts.retitle("RA2154", "3-1-1 Agent", "311 Agent")))
                .statusCode(201)
                .header("Location", containsString("/notices/" + number))
                .body("items[0].changes", equalTo(java.util.List.of("RETITLE")))
                .body("hearing.at", equalTo("2011-04-07T17:00:00-06:00"));
    }

    private static void awaitPostable(String number) {
        await().untilAsserted(() -> RestAssured.get("/notices/" + number + "/check")
                .then()
                .body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
    }

    private static String posting(String at) {
        return "{ \"at\": \"" + at + "\", \"places\": [\"The board\"] }";
    }

    private static String decision(String on, String outcome, String more) {
        return "{ \"decidedOn\": \"%s\", \"body\": \"Career Service Board\", \"outcome\": \"%s\"%s }"
                .formatted(on, outcome, more);
    }

    private static ValidatableResponse keyed(String key, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/notices")
                .then();
    }

    private static ValidatableResponse write(String method, String path, String body, String ifMatch) {
        var request = RestAssured.given();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(method, path).then();
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyOrNullString()));
    }
}
