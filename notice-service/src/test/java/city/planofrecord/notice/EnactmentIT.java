package city.planofrecord.notice;

import static city.planofrecord.notice.CouncilNotices.BEFORE;
import static city.planofrecord.notice.CouncilNotices.BOARD;
import static city.planofrecord.notice.CouncilNotices.DIRECTOR;
import static city.planofrecord.notice.CouncilNotices.NONE;
import static city.planofrecord.notice.CouncilNotices.PROVISIONAL;
import static city.planofrecord.notice.CouncilNotices.codeOf;
import static city.planofrecord.notice.CouncilNotices.dated;
import static city.planofrecord.notice.CouncilNotices.decide;
import static city.planofrecord.notice.CouncilNotices.decideItems;
import static city.planofrecord.notice.CouncilNotices.draft;
import static city.planofrecord.notice.CouncilNotices.enact;
import static city.planofrecord.notice.CouncilNotices.enactment;
import static city.planofrecord.notice.CouncilNotices.post;
import static city.planofrecord.notice.CouncilNotices.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.EnactmentRules;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@TestProfile(EnactmentRules.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class EnactmentIT {

    private static CouncilNotices council;

    @BeforeAll
    static void begin() {
        council = new CouncilNotices();
    }

    @AfterAll
    static void end() throws InterruptedException {
        council.close();
    }

    @Test
    void whoDraftedANoticeDoesNotRecordThatItWasEnacted() {
        council.approved("91890", BEFORE);
        council.approved("91891", BEFORE);
        var body = enactment("Ordinance 1890 of 2012", "2012-05-01", "\"91890-91891\"", null);

        problem(
                        RestAssured.given()
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + RealServers.current().issuer().token("drafter", "clerk"))
                                .contentType(ContentType.JSON)
                                .body(body)
                                .post("/enactments")
                                .then(),
                        403)
                .body("detail", containsString("You have drafted notice 91890"));

        RestAssured.get("/notices/91890").then().body("enactment.awaiting", hasSize(2));
        enact(body).statusCode(201).body("notices", hasSize(2));
    }

    @Test
    void oneOrdinanceEnactsManyNoticesExceptOneAndAnItem() {
        for (var number = 91805; number <= 91820; number++) {
            council.approved(String.valueOf(number), BEFORE);
        }
        RestAssured.get("/notices/91805")
                .then()
                .body("status", equalTo("APPROVED"))
                .body("", not(hasKey("effectiveDate")))
                .body("items[0]", not(hasKey("effectiveDate")))
                .body("items[0]", not(hasKey("application")))
                .body("enactment.required", equalTo(true))
                .body("enactment.mode", equalTo("BEFORE"))
                .body("enactment.citation", equalTo("Charter 9.1.1 C"))
                .body("enactment.awaiting", equalTo(List.of(1, 2)))
                .body("enactment", not(hasKey("ordinance")));
        council.awaitEvents("91805", "notice.decided.v1", 1);
        assertThat(council.heard("91805", "notice.decided.v1", 0).path("items")).isEmpty();
        assertThat(council.heard("91805", "notice.decided.v1", 0).path("outcomes"))
                .hasSize(2);

        var body = enactment(
                "Ordinance 1405 of 2012",
                "2012-05-01",
                "\"91805-91820\"",
                "\"except\": [\"91814\", { \"notice\": \"91815\", \"items\": [2] }]");
        var key = UUID.randomUUID().toString();
        var answer = enact(key, body)
                .statusCode(201)
                .header("Location", containsString("/enactments/"))
                .body("notices", hasSize(15))
                .body("notices.notice", not(hasItem("91814")))
                .body("notices.find { it.notice == '91815' }.items", equalTo(List.of(1)))
                .extract();
        enact(key, body).statusCode(201).body("id", equalTo(answer.path("id")));
        problem(enact(body), 422)
                .body("violations", hasSize(15))
                .body("violations[0].message", containsString("ENACTED by Ordinance 1405 of 2012 on 2012-05-01"));

        RestAssured.get("/notices/91805")
                .then()
                .body("effectiveDate.date", equalTo("2012-05-06"))
                .body("effectiveDate.steps[1]", containsString("The Council enacted on Tuesday 2012-05-01"))
                .body("items.effectiveDate", equalTo(List.of("2012-05-06", "2012-05-06")))
                .body("items[0].application.state", equalTo("PENDING"))
                .body("items[0].enactment.act.ordinance", equalTo("Ordinance 1405 of 2012"))
                .body("enactment.outcome", equalTo("ENACTED"))
                .body("enactment.enactedOn", equalTo("2012-05-01"))
                .body("enactment", not(hasKey("awaiting")));
        RestAssured.get("/notices/91814").then().body("enactment.awaiting", equalTo(List.of(1, 2)));
        RestAssured.get("/notices/91815")
                .then()
                .body("enactment.awaiting", equalTo(List.of(2)))
                .body("items.effectiveDate", equalTo(Arrays.asList("2012-05-06", null)));
        council.awaitEvents("91815", "notice.decided.v1", 2);
        var offer = council.heard("91815", "notice.decided.v1", 1);
        assertThat(offer.path("items")).hasSize(1);
        assertThat(offer.path("items").get(0).path("effectiveFrom").asText()).isEqualTo("2012-05-06");
        assertThat(offer.path("enactment").path("ordinance").asText()).isEqualTo("Ordinance 1405 of 2012");
        assertThat(council.heard("91805", "notice.enacted.v1", 0).path("items")).hasSize(2);
        council.registers().accept("classification", offer);
        council.registers().accept("paygrade", offer);
        council.awaitEvents("91815", "notice.confirmed.v1", 1);

        enact(enactment("ordinance  1405 of 2012", "2012-05-01", "\"91814\", \"91815\"", null))
                .statusCode(200)
                .body("id", equalTo(answer.path("id")))
                .body("notices", hasSize(16))
                .body("notices.find { it.notice == '91815' }.items", equalTo(List.of(1, 2)));
        for (var name : List.of(answer.<String>path("id"), "Ordinance 1405 of 2012", "ORDINANCE 1405 OF 2012")) {
            RestAssured.get("/enactments/{name}", name).then().statusCode(200).body("notices", hasSize(16));
        }
        RestAssured.get("/enactments?limit=1").then().statusCode(200).body("items", hasSize(1));
        problem(enact(enactment("Ordinance 1405 of 2012", "2012-05-02", "\"91814\"", null)), 409);
    }

    @Test
    void whatCannotBeEnactedIsNamedAndNothingIsRecorded() {
        council.approved("EN-NONE", NONE);
        council.posted("EN-POSTED", BEFORE);
        council.approved("EN-GOOD", BEFORE);
        council.posted("EN-DENIED", BEFORE);
        decide("EN-DENIED", BEFORE, BOARD, "DENIED").statusCode(200);
        post("/notices", dated(draft("EN-DRAFT"), BEFORE)).statusCode(201);

        refused("2012-05-01", "\"EN-GOOD\", \"EN-NONE\"", "", "/notices/1", "needs no enactment (Old charter)");
        refused("2012-05-01", "\"EN-GOOD\", \"EN-POSTED\"", "", "/notices/1", "was not decided");
        refused("2012-05-01", "\"EN-GOOD\", \"EN-DENIED\"", "", "/notices/1", "was denied");
        refused("2012-05-01", "\"EN-GOOD\", \"EN-DRAFT\"", "", "/notices/1", "not posted");
        refused("2012-05-01", "\"EN-GOOD\", \"EN-UNKNOWN\"", "", "/notices/1", "no notice EN-UNKNOWN");
        refused("2012-05-01", "\"EN-GOOD\", \"EN-GOOD\"", "", "/notices/1", "named twice");
        refused("2012-05-01", "\"EN-GOOD\", \"99-98\"", "", "/notices/1", "from a number to a higher one");
        refused("2012-04-06", "\"EN-GOOD\"", "", "/enactedOn", "approved only on 2012-04-07");
        refused("2999-04-06", "\"EN-GOOD\"", "", "/enactedOn", "not come yet");
        refused("2012-05-01", "\"EN-GOOD\"", "\"except\": [\"EN-GOOD\"]", "/except", "Every notice is left out");
        refused("2012-05-01", "\"EN-GOOD\"", "\"except\": [\"EN-NONE\"]", "/except/0", "not among those named");
        refused(
                "2012-05-01",
                "\"EN-GOOD\"",
                "\"except\": [{ \"notice\": \"EN-GOOD\", \"items\": [7] }]",
                "/except/0/items",
                "does not wait");
        refused(
                "2012-05-01",
                "\"EN-GOOD\"",
                "\"except\": [{ \"notice\": \"EN-GOOD\", \"items\": [1, 2] }]",
                "/except/0/items",
                "Every item");
        refused("2012-05-01", "\"EN-GOOD\"", "\"outcome\": \"REFUSED\"", "/reason", "why the Council refused");
        problem(enact("{ \"ordinance\": \"\", \"enactedOn\": \"2012-05-01\", \"notices\": [] }"), 400);

        RestAssured.get("/notices/EN-GOOD").then().body("enactment.awaiting", equalTo(List.of(1, 2)));
        RestAssured.get("/enactments/{name}", "Ordinance R").then().statusCode(404);
        RestAssured.get("/enactments?after=x").then().statusCode(400);
    }

    @Test
    void whatIsApprovedProvisionallyIsRecordedAtOnceAndEnactedLater() {
        council.approved("EN-PROV", PROVISIONAL);
        council.awaitEvents("EN-PROV", "notice.decided.v1", 1);
        assertThat(council.heard("EN-PROV", "notice.decided.v1", 0).path("items"))
                .hasSize(2);
        RestAssured.get("/notices/EN-PROV")
                .then()
                .body("effectiveDate.date", equalTo("2013-04-14"))
                .body("effectiveDate.steps[1]", containsString("lapses if it is not enacted"))
                .body("items[0].application.state", equalTo("PENDING"))
                .body("enactment.awaiting", equalTo(List.of(1, 2)));

        enact(enactment("Ordinance 9 of 2013", "2013-12-10", "\"EN-PROV\"", null))
                .statusCode(201);

        RestAssured.get("/notices/EN-PROV")
                .then()
                .body("effectiveDate.date", equalTo("2013-04-14"))
                .body("enactment.ordinance", equalTo("Ordinance 9 of 2013"))
                .body("items[0].enactment.mode", equalTo("PROVISIONAL"));
        council.awaitEvents("EN-PROV", "notice.enacted.v1", 1);
        assertThat(council.heard("EN-PROV", "notice.enacted.v1", 0)
                        .path("items")
                        .get(0)
                        .path("effectiveFrom")
                        .asText())
                .isEqualTo("2013-04-14");
        assertThat(council.registers().heard("EN-PROV", "notice.decided.v1")).hasSize(1);
    }

    @Test
    void theDirectorApprovesSmallChangesAtOnceAndTheCouncilEnactsThemTogether() {
        council.posted("EN-SMALL", BEFORE);
        decideItems("EN-SMALL", DIRECTOR.toUpperCase(), "APPROVED", "DENIED")
                .statusCode(200)
                .body("items[0].enactment.mode", equalTo("PROVISIONAL"))
                .body("items[0].enactment.citation", equalTo("Rule of small changes"))
                .body("items[0].effectiveDate", equalTo("2012-04-08"))
                .body("items[0].application.state", equalTo("PENDING"))
                .body("enactment.awaiting", equalTo(List.of(1)));

        council.posted("EN-LARGE", BEFORE);
        problem(decideItems("EN-LARGE", DIRECTOR, "APPROVED", "APPROVED"), 422)
                .body("findings.rule", equalTo(List.of("PROVISIONAL_APPROVAL")))
                .body("findings[0].item", equalTo(2))
                .body("findings[0].found", equalTo("ESTABLISH"))
                .body("violations[0].pointer", equalTo("/items/1/kind"));
        problem(
                        post(
                                "/notices/EN-LARGE/decision",
                                "{ \"decidedOn\": \"2012-04-07\", \"body\": \"The Mayor\", \"outcome\": \"APPROVED\", \"provisional\": true }"),
                        422)
                .body("violations[0].pointer", equalTo("/provisional"))
                .body("violations[0].expected", equalTo(DIRECTOR));
        RestAssured.get("/notices/EN-LARGE").then().body("status", equalTo("POSTED"));

        council.approved("EN-OTHER", PROVISIONAL);
        RestAssured.get("/enactments/awaited?approvedUntil=2012-04-07")
                .then()
                .statusCode(200)
                .body("items.find { it.notice == 'EN-SMALL' }.items", equalTo(List.of(1)))
                .body("items.find { it.notice == 'EN-SMALL' }.approvedOn", equalTo("2012-04-07"))
                .body("items.notice", not(hasItem("EN-OTHER")));
        RestAssured.get("/enactments/awaited").then().body("items.notice", hasItem("EN-OTHER"));
        enact(enactment("Half-yearly ordinance of 2013", "2013-06-30", "\"EN-SMALL\", \"EN-OTHER\"", null))
                .statusCode(201)
                .body("notices.mode", equalTo(List.of("PROVISIONAL", "PROVISIONAL")));
        RestAssured.get("/notices/EN-SMALL").then().body("enactment.outcome", equalTo("ENACTED"));
        RestAssured.get("/enactments/awaited").then().body("items.notice", not(hasItem("EN-SMALL")));
    }

    @Test
    void theGateRunsAgainAndOneNoticeThatItStopsKeepsAllFromBeingEnacted() {
        council.approved("EN-FINE", BEFORE);
        council.approved("EN-STALE", BEFORE);
        var code = codeOf("EN-STALE");
        council.registers()
                .tellClass(
                        UUID.nameUUIDFromBytes(code.getBytes()).toString(),
                        2,
                        code,
                        "Renamed meanwhile",
                        "2005-12-01",
                        null);
        await().untilAsserted(() -> problem(
                        enact(enactment("Ordinance G", "2012-05-01", "\"EN-FINE\", \"EN-STALE\"", null)), 422)
                .body("findings.rule", equalTo(List.of("PRESENT_TITLE"))));

        RestAssured.get("/notices/EN-FINE").then().body("enactment.awaiting", equalTo(List.of(1, 2)));
        RestAssured.get("/enactments/{name}", "Ordinance G").then().statusCode(404);
    }

    @Test
    void aNoticeForWhoseDateARuleIsMissingIsRefusedAtPostingAndSaysWhich() {
        post("/notices", dated(draft("EN-OLD"), "2004")).statusCode(201);

        RestAssured.get("/notices/EN-OLD/check")
                .then()
                .statusCode(200)
                .body("findings[0].rule", equalTo("RULES_KNOWN"))
                .body("findings[0].message", containsString("[POSTING_PERIOD]"));
        problem(post("/notices/EN-OLD/posting", dated(Drafts.POSTING, "2004")), 422)
                .body("findings[0].rule", equalTo("RULES_KNOWN"))
                .body("violations[0].pointer", equalTo("/date"));
        problem(post("/date-calculations", "{ \"date\": \"2004-03-23\" }"), 422)
                .body("violations[0].pointer", equalTo("/date"));
        RestAssured.get("/agenda?from=2004-04-01&until=2004-04-10").then().statusCode(200);
        RestAssured.get("/notices/EN-OLD").then().statusCode(200);
    }

    @Test
    void aLawFixesADateOnlyWhereARuleLetsIt() {
        council.posted("EN-LAW", NONE);
        var body = "{ \"decidedOn\": \"2011-04-07\", \"body\": \"Board\", \"outcome\": \"BY_ITEM\", \"items\": ["
                + "{ \"item\": 1, \"outcome\": \"APPROVED\", \"effectiveDate\": { \"date\": \"2011-07-01\", \"citation\": \"A law\" } },"
                + "{ \"item\": 2, \"outcome\": \"DENIED\" } ] }";

        problem(post("/notices/EN-LAW/decision", body), 422)
                .body("violations[0].pointer", equalTo("/items/0/effectiveDate"));
    }

    private static void refused(String on, String notices, String more, String pointer, String message) {
        problem(enact(enactment("Ordinance R", on, notices, more.isEmpty() ? null : more)), 422)
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].message", containsString(message));
    }
}
