package city.planofrecord.notice;

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
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
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
                .body("judgements.findAll { !it.passes }.rule", equalTo(java.util.List.of("HOLIDAYS", "OFFICE_HOURS")));
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

    private static void refused(String more, String pointer) {
        calculate("{ \"date\": \"2011-06-20\", " + more + " }")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse calculate(String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/date-calculations")
                .then();
    }
}
