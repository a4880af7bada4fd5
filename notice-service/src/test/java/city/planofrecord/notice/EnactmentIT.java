package city.planofrecord.notice;

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

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.EventContracts;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.registration.Registration;
import city.planofrecord.notice.registration.RevisedItem;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.EnactmentRules;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@TestProfile(EnactmentRules.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class EnactmentIT {

    private static final String NONE = "2011";
    private static final String BEFORE = "2012";
    private static final String PROVISIONAL = "2013";
    private static final String BOARD = "Career Service Board";
    private static final String DIRECTOR = "Director of Human Resources";

    private static final EventContracts CONTRACTS = new EventContracts();

    private static Registers registers;

    @Inject
    Notices notices;

    @Inject
    Registration registration;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellGrade("809", "EN", "52419.00", "83640.00", "2005-12-01");
        registers.tellGrade("810", "EN", "56000.00", "89000.00", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void whoDraftedANoticeDoesNotRecordThatItWasEnacted() {
        approved("91890", BEFORE);
        approved("91891", BEFORE);
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
            approved(String.valueOf(number), BEFORE);
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
        awaitEvents("91805", "notice.decided.v1", 1);
        assertThat(heard("91805", "notice.decided.v1", 0).path("items")).isEmpty();
        assertThat(heard("91805", "notice.decided.v1", 0).path("outcomes")).hasSize(2);

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
        awaitEvents("91815", "notice.decided.v1", 2);
        var offer = heard("91815", "notice.decided.v1", 1);
        assertThat(offer.path("items")).hasSize(1);
        assertThat(offer.path("items").get(0).path("effectiveFrom").asText()).isEqualTo("2012-05-06");
        assertThat(offer.path("enactment").path("ordinance").asText()).isEqualTo("Ordinance 1405 of 2012");
        assertThat(heard("91805", "notice.enacted.v1", 0).path("items")).hasSize(2);
        registers.accept("classification", offer);
        registers.accept("paygrade", offer);
        awaitEvents("91815", "notice.confirmed.v1", 1);

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
        approved("EN-NONE", NONE);
        posted("EN-POSTED", BEFORE);
        approved("EN-GOOD", BEFORE);
        posted("EN-DENIED", BEFORE);
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
        approved("EN-PROV", PROVISIONAL);
        awaitEvents("EN-PROV", "notice.decided.v1", 1);
        assertThat(heard("EN-PROV", "notice.decided.v1", 0).path("items")).hasSize(2);
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
        awaitEvents("EN-PROV", "notice.enacted.v1", 1);
        assertThat(heard("EN-PROV", "notice.enacted.v1", 0)
                        .path("items")
                        .get(0)
                        .path("effectiveFrom")
                        .asText())
                .isEqualTo("2013-04-14");
        assertThat(registers.heard("EN-PROV", "notice.decided.v1")).hasSize(1);
    }

    @Test
    void theDirectorApprovesSmallChangesAtOnceAndTheCouncilEnactsThemTogether() {
        posted("EN-SMALL", BEFORE);
        decideItems("EN-SMALL", DIRECTOR.toUpperCase(), "APPROVED", "DENIED")
                .statusCode(200)
                .body("items[0].enactment.mode", equalTo("PROVISIONAL"))
                .body("items[0].enactment.citation", equalTo("Rule of small changes"))
                .body("items[0].effectiveDate", equalTo("2012-04-08"))
                .body("items[0].application.state", equalTo("PENDING"))
                .body("enactment.awaiting", equalTo(List.of(1)));

        posted("EN-LARGE", BEFORE);
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

        approved("EN-OTHER", PROVISIONAL);
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
        approved("EN-FINE", BEFORE);
        approved("EN-STALE", BEFORE);
        var code = codeOf("EN-STALE");
        registers.tellClass(
                UUID.nameUUIDFromBytes(code.getBytes()).toString(), 2, code, "Renamed meanwhile", "2005-12-01", null);
        await().untilAsserted(() -> problem(
                        enact(enactment("Ordinance G", "2012-05-01", "\"EN-FINE\", \"EN-STALE\"", null)), 422)
                .body("findings.rule", equalTo(List.of("PRESENT_TITLE"))));

        RestAssured.get("/notices/EN-FINE").then().body("enactment.awaiting", equalTo(List.of(1, 2)));
        RestAssured.get("/enactments/{name}", "Ordinance G").then().statusCode(404);
    }

    @Test
    void whatTheCouncilRefusesToEnactIsNeverRecorded() {
        approved("EN-REFUSED", BEFORE);

        enact(enactment(
                        "Council Bill 12-0345",
                        "2012-05-01",
                        "\"EN-REFUSED\"",
                        "\"outcome\": \"REFUSED\", \"reason\": \"The appropriation is missing.\""))
                .statusCode(201)
                .body("outcome", equalTo("REFUSED"));

        RestAssured.get("/notices/EN-REFUSED")
                .then()
                .body("enactment.outcome", equalTo("REFUSED"))
                .body("items[0].enactment.act.reason", equalTo("The appropriation is missing."))
                .body("items[0]", not(hasKey("effectiveDate")))
                .body("items[0]", not(hasKey("application")));
        awaitEvents("EN-REFUSED", "notice.enacted.v1", 1);
        assertThat(heard("EN-REFUSED", "notice.enacted.v1", 0).path("outcome").asText())
                .isEqualTo("REFUSED");
        assertThat(registers.heard("EN-REFUSED", "notice.decided.v1")).hasSize(1);
        problem(enact(enactment("Ordinance 2", "2012-06-01", "\"EN-REFUSED\"", null)), 422)
                .body("violations[0].message", containsString("REFUSED by Council Bill 12-0345"));
    }

    @Test
    void whatWasApprovedProvisionallyLapsesWithTheRefusalRescindedOrEndedThatDay() {
        posted("EN-LAPSE", PROVISIONAL);
        post("/notices/EN-LAPSE/decision", """
                { "decidedOn": "2013-04-07", "body": "Career Service Board", "outcome": "BY_ITEM",
                  "items": [ { "item": 1, "outcome": "APPROVED",
                               "effectiveDate": { "date": "2099-01-04", "citation": "A law of 2013" } },
                             { "item": 2, "outcome": "APPROVED" } ] }
                """).statusCode(200);
        awaitEvents("EN-LAPSE", "notice.decided.v1", 1);
        var refusal = refusal("Council Bill 13-0001", "2013-12-10", "EN-LAPSE");
        problem(enact(refusal), 409);
        record(heard("EN-LAPSE", "notice.decided.v1", 0), "EN-LAPSE", 1);
        RestAssured.get("/notices/EN-LAPSE").then().body("items.inEffect", equalTo(List.of(false, true)));

        enact(refusal).statusCode(201).body("notices[0].items", equalTo(List.of(1, 2)));

        awaitEvents("EN-LAPSE", "notice.rescinded.v1", 1);
        var offer = heard("EN-LAPSE", "notice.rescinded.v1", 0);
        assertThat(offer.path("authority").path("citation").asText()).isEqualTo("Council Bill 13-0001");
        assertThat(offer.path("reason").asText()).contains("The appropriation is missing.");
        assertThat(offer.path("revisedItems").get(0).has("until")).isFalse();
        assertThat(offer.path("revisedItems").get(1).path("until").asText()).isEqualTo("2013-12-10");
        record(offer, "EN-LAPSE", 2);
        RestAssured.get("/notices/EN-LAPSE")
                .then()
                .body("status", equalTo("RESCINDED"))
                .body("enactment.outcome", equalTo("REFUSED"))
                .body("items.rescission.state", equalTo(List.of("APPLIED", "APPLIED")))
                .body("items[1].rescission.date", equalTo("2013-12-10"))
                .body("items.inEffect", equalTo(List.of(false, false)));
        problem(enact(enactment("Ordinance 3", "2014-06-01", "\"EN-LAPSE\"", null)), 422)
                .body("violations[0].message", containsString("was rescinded"));
    }

    @Test
    void whatTookEffectAfterTheRefusalIsVoidFromItsFirstDay() {
        approved("EN-VOID", PROVISIONAL);
        awaitEvents("EN-VOID", "notice.decided.v1", 1);
        record(heard("EN-VOID", "notice.decided.v1", 0), "EN-VOID", 1);

        enact(refusal("Council Bill 13-0002", "2013-04-09", "EN-VOID")).statusCode(201);

        awaitEvents("EN-VOID", "notice.rescinded.v1", 1);
        assertThat(heard("EN-VOID", "notice.rescinded.v1", 0).findValuesAsText("until"))
                .containsExactly("2013-04-14", "2013-04-14");
    }

    @Test
    void whatWasRescindedBeforeWaitsForTheCouncilNoMore() {
        approved("EN-GONE", BEFORE);
        QuarkusTransaction.requiringNew()
                .run(() -> registration.revise(
                        notices.lock("EN-GONE"), List.of(new RevisedItem.Rescinded(2)), "Resolution 1", "r"));
        RestAssured.get("/notices/EN-GONE").then().body("enactment.awaiting", equalTo(List.of(1)));

        enact(enactment("Ordinance 4", "2012-05-01", "\"EN-GONE\"", null))
                .statusCode(201)
                .body("notices[0].items", equalTo(List.of(1)));
        awaitEvents("EN-GONE", "notice.decided.v1", 2);
        assertThat(heard("EN-GONE", "notice.decided.v1", 1).path("items")).hasSize(1);
    }

    /** Both registers accept and record what is offered. */
    private static void record(JsonNode offer, String number, int confirmed) {
        registers.accept("classification", offer);
        registers.accept("paygrade", offer);
        awaitEvents(number, "notice.confirmed.v1", confirmed);
        registers.apply("classification", offer);
        registers.apply("paygrade", offer);
        var fate = confirmed == 1 ? "application" : "rescission";
        await().untilAsserted(() -> RestAssured.get("/notices/" + number)
                .then()
                .body("items." + fate + ".state", equalTo(List.of("APPLIED", "APPLIED"))));
    }

    private static String refusal(String bill, String on, String number) {
        return enactment(
                bill,
                on,
                "\"" + number + "\"",
                "\"outcome\": \"REFUSED\", \"reason\": \"The appropriation is missing.\"");
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
        posted("EN-LAW", NONE);
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

    private static String enactment(String ordinance, String on, String notices, String more) {
        return "{ \"ordinance\": \"%s\", \"enactedOn\": \"%s\", \"notices\": [%s]%s }"
                .formatted(ordinance, on, notices, more == null ? "" : ", " + more);
    }

    private static String codeOf(String number) {
        return "EN" + Math.floorMod(number.hashCode(), 100_000);
    }

    /** A notice that retitles a class of its own, and establishes another. */
    private static String draft(String number) {
        return Drafts.draft(
                number,
                Drafts.retitle(codeOf(number), "3-1-1 Agent", "Agent " + number),
                Drafts.establish("N" + codeOf(number), "Manager " + number, "EN-809"));
    }

    private static String dated(String body, String year) {
        return body.replace("2011-", year + "-");
    }

    private static void posted(String number, String year) {
        var code = codeOf(number);
        registers.tellClass(
                UUID.nameUUIDFromBytes(code.getBytes()).toString(), 1, code, "3-1-1 Agent", "2005-12-01", null);
        post("/notices", dated(draft(number), year)).statusCode(201);
        await().untilAsserted(() -> RestAssured.get("/notices/" + number + "/check")
                .then()
                .body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
        post("/notices/" + number + "/posting", dated(Drafts.POSTING, year)).statusCode(200);
    }

    private static void approved(String number, String year) {
        posted(number, year);
        decide(number, year, BOARD, "APPROVED").statusCode(200);
    }

    private static ValidatableResponse decide(String number, String year, String body, String outcome) {
        return post(
                "/notices/" + number + "/decision",
                "{ \"decidedOn\": \"%s-04-07\", \"body\": \"%s\", \"outcome\": \"%s\" }"
                        .formatted(year, body, outcome));
    }

    private static ValidatableResponse decideItems(String number, String body, String first, String second) {
        return post("/notices/" + number + "/decision", """
                { "decidedOn": "2012-04-07", "body": "%s", "outcome": "BY_ITEM",
                  "items": [ { "item": 1, "outcome": "%s" }, { "item": 2, "outcome": "%s" } ] }
                """.formatted(body, first, second));
    }

    private static void awaitEvents(String number, String type, int count) {
        await().untilAsserted(() -> assertThat(registers.heard(number, type)).hasSize(count));
    }

    private static JsonNode heard(String number, String type, int index) {
        var data = registers.heard(number, type).get(index).data();
        assertThat(CONTRACTS.faults(type, data.toString())).isEmpty();
        return data;
    }

    private static ValidatableResponse enact(String body) {
        return post("/enactments", body);
    }

    private static ValidatableResponse enact(String key, String body) {
        return RestAssured.given()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/enactments")
                .then();
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
