package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import city.planofrecord.chassis.testing.contract.EventContracts;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;

/** Notices that the Council is to enact, by the rules of their year, and what it does with them. */
final class CouncilNotices implements AutoCloseable {

    static final String NONE = "2011";
    static final String BEFORE = "2012";
    static final String PROVISIONAL = "2013";
    static final String BOARD = "Career Service Board";
    static final String DIRECTOR = "Director of Human Resources";

    private static final EventContracts CONTRACTS = new EventContracts();

    private final Registers registers = new Registers();

    CouncilNotices() {
        registers.tellGrade("809", "EN", "52419.00", "83640.00", "2005-12-01");
        registers.tellGrade("810", "EN", "56000.00", "89000.00", "2005-12-01");
    }

    @Override
    public void close() throws InterruptedException {
        registers.close();
    }

    Registers registers() {
        return registers;
    }

    /** Both registers accept and record what is offered. */
    void record(JsonNode offer, String number, int confirmed) {
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

    static String refusal(String bill, String on, String number) {
        return enactment(
                bill,
                on,
                "\"" + number + "\"",
                "\"outcome\": \"REFUSED\", \"reason\": \"The appropriation is missing.\"");
    }

    static String enactment(String ordinance, String on, String notices, String more) {
        return "{ \"ordinance\": \"%s\", \"enactedOn\": \"%s\", \"notices\": [%s]%s }"
                .formatted(ordinance, on, notices, more == null ? "" : ", " + more);
    }

    static String codeOf(String number) {
        return "EN" + Math.floorMod(number.hashCode(), 100_000);
    }

    /** A notice that retitles a class of its own, and establishes another. */
    static String draft(String number) {
        return Drafts.draft(
                number,
                Drafts.retitle(codeOf(number), "3-1-1 Agent", "Agent " + number),
                Drafts.establish("N" + codeOf(number), "Manager " + number, "EN-809"));
    }

    static String dated(String body, String year) {
        return body.replace("2011-", year + "-");
    }

    void posted(String number, String year) {
        var code = codeOf(number);
        registers.tellClass(
                UUID.nameUUIDFromBytes(code.getBytes()).toString(), 1, code, "3-1-1 Agent", "2005-12-01", null);
        post("/notices", dated(draft(number), year)).statusCode(201);
        await().untilAsserted(() -> RestAssured.get("/notices/" + number + "/check")
                .then()
                .body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
        post("/notices/" + number + "/posting", dated(Drafts.POSTING, year)).statusCode(200);
    }

    void approved(String number, String year) {
        posted(number, year);
        decide(number, year, BOARD, "APPROVED").statusCode(200);
    }

    static ValidatableResponse decide(String number, String year, String body, String outcome) {
        return post(
                "/notices/" + number + "/decision",
                "{ \"decidedOn\": \"%s-04-07\", \"body\": \"%s\", \"outcome\": \"%s\" }"
                        .formatted(year, body, outcome));
    }

    static ValidatableResponse decideItems(String number, String body, String first, String second) {
        return post("/notices/" + number + "/decision", """
                { "decidedOn": "2012-04-07", "body": "%s", "outcome": "BY_ITEM",
                  "items": [ { "item": 1, "outcome": "%s" }, { "item": 2, "outcome": "%s" } ] }
                """.formatted(body, first, second));
    }

    void awaitEvents(String number, String type, int count) {
        await().untilAsserted(() -> assertThat(registers.heard(number, type)).hasSize(count));
    }

    JsonNode heard(String number, String type, int index) {
        var data = registers.heard(number, type).get(index).data();
        assertThat(CONTRACTS.faults(type, data.toString())).isEmpty();
        return data;
    }

    static ValidatableResponse enact(String body) {
        return post("/enactments", body);
    }

    static ValidatableResponse enact(String key, String body) {
        return RestAssured.given()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/enactments")
                .then();
    }

    static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json");
    }
}
