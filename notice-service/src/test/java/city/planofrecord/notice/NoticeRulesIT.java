package city.planofrecord.notice;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
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
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class NoticeRulesIT {

    @Test
    void everyRuleIsShownWithItsCitationItsPeriodAndItsFigures() {
        RestAssured.get("/notice-rules")
                .then()
                .statusCode(200)
                .body("zone", equalTo("America/Denver"))
                .body("items.rule", hasItems("POSTING_PERIOD", "ENACTMENT", "HOLIDAYS", "PERSONAL_DATA_RETENTION"))
                .body("items[0].figures.calendarDays", equalTo(13))
                .body("items[0]", not(hasKey("from")))
                .body("items.findAll { it.rule == 'HOLIDAYS' }", hasSize(2))
                .body("items.findAll { it.rule == 'HOLIDAYS' }[0].until", equalTo("2021-06-17"));
        RestAssured.given()
                .queryParam("on", "2011-03-23")
                .get("/notice-rules")
                .then()
                .statusCode(200)
                .body("items.findAll { it.rule == 'HOLIDAYS' }", hasSize(1))
                .body("items.find { it.rule == 'HOLIDAYS' }.figures.days.name", hasItem("Thanksgiving Day"));
        RestAssured.given().queryParam("on", "soon").get("/notice-rules").then().statusCode(400);
    }

    @Test
    void whatIfSaysAlsoWhereTheOfficesAreClosedAndKeepsWhatAnOverrideReplaced() {
        calculate("""
                { "date": "2011-06-20", "hearingAt": "2011-07-04T10:00:00-06:00",
                  "commentsUntil": "2011-07-03T23:00:00-06:00", "decidedOn": "2011-07-05",
                  "override": { "date": "2011-08-01", "citation": "Memorandum 1", "reason": "Payroll is closed." } }
                """)
                .statusCode(200)
                .body("results[0].inputs.calendarDays", equalTo("13"))
                .body("results[2].value", equalTo("2011-08-01"))
                .body("results[2].override.insteadOf", equalTo("2011-07-10"))
                .body("results[2].override.reason", equalTo("Payroll is closed."))
                .body("judgements.findAll { !it.passes }.rule", equalTo(List.of("HOLIDAYS", "OFFICE_HOURS")));
        calculate("""
                { "date": "2011-06-20", "decidedOn": "2011-07-05", "enactedOn": "2011-07-05",
                  "fixedDate": { "date": "2023-01-01", "citation": "Minimum wage ordinance" } }
                """)
                .statusCode(200)
                .body("results[2].value", equalTo("2023-01-01"))
                .body("results[2].rule", equalTo("FIXED_DATE"))
                .body("results[2].citation", equalTo("Minimum wage ordinance"));
    }

    @Test
    void anOverrideWithoutACitationOrAReasonIsRefusedAtItsPlace() {
        refused(
                "\"decidedOn\": \"2011-07-05\", \"override\": { \"date\": \"2011-08-01\", \"reason\": \"r\" }",
                "/override/citation");
        refused(
                "\"decidedOn\": \"2011-07-05\", \"override\": { \"date\": \"2011-08-01\", \"citation\": \"c\" }",
                "/override/reason");
        refused(
                "\"decidedOn\": \"2011-07-05\", \"override\": { \"reason\": \"r\", \"citation\": \"c\" }",
                "/override/date");
        refused("\"override\": { \"date\": \"2011-08-01\", \"reason\": \"r\", \"citation\": \"c\" }", "/decidedOn");
        refused(
                "\"decidedOn\": \"2011-07-05\", \"fixedDate\": { \"date\": \"2011-07-04\", \"citation\": \"c\" }",
                "/fixedDate");
    }

    @Test
    void aNoticeIsPostedInSpiteOfARuleOnlyWithWhatAllowsItAndShowsThatForEver() throws InterruptedException {
        try (var registers = new Registers()) {
            registers.tellClass("OV2154", "3-1-1 Agent", "2005-12-01");
            post(
                            "/notices",
                            Drafts.draft("OVERRIDE-1", Drafts.retitle("OV2154", "3-1-1 Agent", "Agent OV"))
                                    .replace("2011-04-07T17", "2011-04-01T17")
                                    .replace("2011-04-06T08", "2011-03-31T08")
                                    .replace("2011-04-05T12", "2011-03-30T12"))
                    .statusCode(201);
            await().untilAsserted(() -> RestAssured.get("/notices/OVERRIDE-1/check")
                    .then()
                    .body("findings.findAll { it.severity == 'ERROR' }.rule", equalTo(List.of("POSTING_PERIOD"))));
        }
        posting("").statusCode(422).body("findings.rule", equalTo(List.of("POSTING_PERIOD")));
        posting(override("COMMENTS_CLOSE")).statusCode(422).body("violations[0].pointer", equalTo("/overrides/0/rule"));
        posting(override("ENACTMENT")).statusCode(422).body("violations[0].pointer", equalTo("/overrides/0/rule"));
        posting(", \"overrides\": [{ \"rule\": \"POSTING_PERIOD\", \"citation\": \"\", \"reason\": \"r\" }]")
                .statusCode(400);
        posting(override("POSTING_PERIOD"))
                .statusCode(200)
                .body("overrides[0].rule", equalTo("POSTING_PERIOD"))
                .body("overrides[0].citation", equalTo("Executive Order 84"))
                .body("overrides[0].found", equalTo("2011-04-01T17:00-06:00"));

        RestAssured.get("/notices/OVERRIDE-1/check")
                .then()
                .body("findings[0].severity", equalTo("WARNING"))
                .body("findings[0].message", containsString("Overridden by Executive Order 84"));
        post(
                        "/notices/OVERRIDE-1/hearing",
                        "{ \"at\": \"2011-04-01T18:00:00-06:00\", \"reason\": \"The room is taken\" }")
                .statusCode(200)
                .body("overrides", hasSize(1));
    }

    private static String override(String rule) {
        return ", \"overrides\": [{ \"rule\": \"%s\", \"citation\": \"Executive Order 84\", \"reason\": \"A court order\" }]"
                .formatted(rule);
    }

    private static ValidatableResponse posting(String more) {
        return post(
                "/notices/OVERRIDE-1/posting",
                "{ \"at\": \"2011-03-23T09:00:00-06:00\", \"places\": [\"The board\"]" + more + " }");
    }

    private static void refused(String more, String pointer) {
        calculate("{ \"date\": \"2011-06-20\", " + more + " }")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse calculate(String body) {
        return post("/date-calculations", body);
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
