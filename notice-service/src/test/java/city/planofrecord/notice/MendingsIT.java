package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

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

/** What mends an error of a notice that was approved: a further notice, or a correction that cites it. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class MendingsIT {

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void aNoticeThatMendsAnotherIsShownByBoth() {
        approved("DW1", "WA");
        registers.tellClass("WA2160", "Operator", "2005-12-01");
        var etag = drafted("DW2", "{ \"notice\": \"DW1\", \"items\": [1], \"citation\": \"Rule 7-37 A\" }")
                .extract()
                .header("ETag");
        var draft = get("/notices/DW2")
                .body("mends[0].notice", equalTo("DW1"))
                .body("mends[0].status", equalTo("APPROVED"))
                .body("mends[0].effectiveDate", equalTo("2011-04-10"))
                .body("mends[0].as", equalTo("CORRECTION"))
                .extract()
                .asString();
        get("/notices/DW1").body("$", not(hasKey("mendedBy")));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(draft)
                .put("/notices/DW2")
                .then()
                .statusCode(200)
                .body("corrects[0].items", contains(1));

        awaitNothingStops("DW2");
        post("/notices/DW2/posting", Drafts.POSTING).statusCode(200);

        get("/notices/DW1")
                .body("mendedBy.notices", hasSize(1))
                .body("mendedBy.notices[0].notice", equalTo("DW2"))
                .body("mendedBy.notices[0].status", equalTo("POSTED"))
                .body("mendedBy.notices[0].items", contains(1))
                .body("mendedBy.notices[0].citation", equalTo("Rule 7-37 A"));
        await().until(() -> !registers.heard("DW2", "notice.posted.v1").isEmpty());
        assertThat(registers
                        .heard("DW2", "notice.posted.v1")
                        .getFirst()
                        .data()
                        .path("corrects")
                        .path(0)
                        .path("notice")
                        .asText())
                .isEqualTo("DW1");
    }

    @Test
    void whatWasNotApprovedIsNotMendedByAnotherNotice() {
        post("/notices", Drafts.draft("DW3", Drafts.retitle("WB2154", "3-1-1 Agent", "311 Agent")))
                .statusCode(201);
        approved("DW4", "WC");

        drafted("DW5", """
                        { "notice": "DW5" }, { "notice": "DW3" }, { "notice": "DW4", "items": [9] }, { "notice": "DW4", "items": [2] }
                        """);

        get("/notices/DW5/check")
                .body(
                        "findings.findAll { it.rule == 'MENDS_APPROVED' && it.severity == 'ERROR' }.field",
                        contains("/corrects/0/notice", "/corrects/2/items", "/corrects/3/items"))
                .body(
                        "findings.findAll { it.rule == 'MENDS_APPROVED' && it.severity == 'WARNING' }.field",
                        contains("/corrects/1/notice"))
                .body(
                        "findings.message",
                        hasItems(containsString("has no item 9"), containsString("does not mend itself")));
        post("/notices/DW5/posting", Drafts.POSTING).statusCode(422).body("findings.rule", hasItem("MENDS_APPROVED"));
        post("/notices", Drafts.draft("DW6").replaceFirst("\\{", "{ \"corrects\": [{ \"notice\": \"no number\" }],"))
                .statusCode(400);
    }

    @Test
    void correctionsOfTheRegistersThatCiteTheNoticeAreListedOnce() {
        approved("DW7", "WD");
        var act = registers.tellCorrected("job-classes", "job-class.changed.v1", "WD2154", "DW7", 1);
        registers.tellCorrected("grade-assignments", "grade-assignment.changed.v1", "WD2154", "DW7", 1);
        registers.tellCorrected("pay-grades", "pay-grade.changed.v1", "614-S", "DW7", 1);
        registers.tellCorrected("pay-grades", "pay-schedule.changed.v1", "S", "OTHER", 1);

        var of = "mendedBy.corrections.find { it.thing == 'JOB_CLASS' }";
        await().untilAsserted(() -> get("/notices/DW7").body("mendedBy.corrections", hasSize(3)));
        get("/notices/DW7")
                .body(of + ".act", equalTo(act))
                .body(of + ".register", equalTo("classification"))
                .body(of + ".subject", equalTo("WD2154"))
                .body(of + ".item", equalTo(1))
                .body(of + ".periods[0].from", equalTo("2011-04-10"))
                .body(of + ".periods[0].until", equalTo("2012-01-01"))
                .body(of + ".set", contains("title"))
                .body(of + ".reason", equalTo("It was printed wrongly"))
                .body(of, not(hasKey("cancelledBy")))
                .body("mendedBy.corrections.thing", hasItems("PAY_GRADE", "GRADE_ASSIGNMENT"));

        registers.tellCancelled("WD2154", act);
        await().untilAsserted(() -> get("/notices/DW7").body(of, hasKey("cancelledBy")));
    }

    /** A notice of two items, of which the first was approved and the second denied. */
    private static void approved(String number, String prefix) {
        registers.tellClass(prefix + "2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass(prefix + "2156", "3-1-1 Supervisor", "2005-12-01");
        post(
                        "/notices",
                        Drafts.draft(
                                number,
                                Drafts.retitle(prefix + "2154", "3-1-1 Agent", "311 Agent"),
                                Drafts.abolish(prefix + "2156")))
                .statusCode(201);
        awaitNothingStops(number);
        post("/notices/" + number + "/posting", Drafts.POSTING).statusCode(200);
        post("/notices/" + number + "/decision", """
                { "decidedOn": "2011-04-07", "body": "Career Service Board", "outcome": "BY_ITEM",
                  "items": [ { "item": 1, "outcome": "APPROVED" }, { "item": 2, "outcome": "DENIED" } ] }
                """).statusCode(200);
    }

    private static ValidatableResponse drafted(String number, String corrects) {
        var draft = Drafts.draft(number, Drafts.retitle("WA2160", "Operator", "City Operator"))
                .replaceFirst("\\{", "{ \"corrects\": [" + corrects.strip() + "],");
        return post("/notices", draft).statusCode(201);
    }

    private static void awaitNothingStops(String number) {
        await().untilAsserted(() ->
                get("/notices/" + number + "/check").body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
    }

    private static ValidatableResponse get(String path) {
        return RestAssured.get(path).then().statusCode(200);
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
