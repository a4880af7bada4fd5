package city.planofrecord.paygrade.paygrade;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static city.planofrecord.paygrade.testing.Opening.gradeBody;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class PayGradesIT {

    @BeforeEach
    void schedules() {
        Opening.schedule("G");
    }

    private static ValidatableResponse establish(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/pay-grades")
                .then();
    }

    private static ValidatableResponse act(String path, String etag, String body) {
        return given().contentType("application/json")
                .header("If-Match", etag)
                .body(body)
                .post(path)
                .then();
    }

    private static String range(String from, String minimum, String maximum) {
        return """
                {"effectiveFrom": "%s", "set": {"range": {"minimum": "%s", "maximum": "%s"}}, %s}""".formatted(from, minimum, maximum, BY);
    }

    @Test
    void anEstablishedGradeCanBeReadInBothNotations() {
        establish(gradeBody("101-G", "2010-01-01", "100.00", "201.01"))
                .statusCode(201)
                .header("Location", containsString("/pay-grades/101-G"))
                .body("grade", equalTo("101-G"))
                .body("range.midpoint", equalTo("150.51"));

        for (var written : new String[] {"101-G", "G-101"}) {
            given().get("/pay-grades/" + written)
                    .then()
                    .statusCode(200)
                    .body("schedule", equalTo("G"))
                    .body("number", equalTo("101"))
                    .body("effectiveFrom", equalTo("2010-01-01"));
        }
    }

    @Test
    void aRangeIsAmendedFromADayAndTheEarlierOneStands() {
        var etag = establish(gradeBody("102-G", "2010-01-01", "100.00", "200.00"))
                .extract()
                .header("ETag");

        act("/pay-grades/102-G/amendments", etag, range("2012-01-01", "110", "220.5"))
                .statusCode(200)
                .body("recorded.kind", equalTo("AMENDED"))
                .body("periods", hasSize(1))
                .body("periods[0].before.range.minimum", equalTo("100.00"))
                .body("periods[0].after.range.maximum", equalTo("220.50"))
                .body("range.minimum", equalTo("110.00"));

        given().get("/pay-grades/102-G?asOf=2011-12-31")
                .then()
                .body("range.minimum", equalTo("100.00"))
                .body("effectiveUntil", equalTo("2012-01-01"))
                .body("nextChange.date", equalTo("2012-01-01"));
        given().get("/pay-grades/102-G?asOf=2012-01-01").then().body("range.minimum", equalTo("110.00"));
        given().get("/pay-grades/102-G/timeline")
                .then()
                .body("timeline", hasSize(2))
                .body("timeline[1].grade", equalTo("102-G"))
                .body("acts.kind", contains("ESTABLISHED", "AMENDED"));
        given().get("/pay-grades/102-G/timeline?include=superseded").then().body("timeline", hasSize(3));
    }

    @Test
    void aDryRunShowsThePeriodsAndRecordsNothing() {
        var etag = establish(gradeBody("103-G", "2010-01-01", "100.00", "200.00"))
                .extract()
                .header("ETag");

        act("/pay-grades/103-G/amendments?dryRun=true", etag, range("2012-01-01", "110.00", "220.00"))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("periods", hasSize(1));

        given().get("/pay-grades/103-G/timeline").then().body("acts", hasSize(1));
    }

    @Test
    void aCorrectionHoldsForItsPeriodAndACancellationTakesAnActOut() {
        var etag = establish(gradeBody("104-G", "2010-01-01", "100.00", "200.00"))
                .extract()
                .header("ETag");
        etag = act("/pay-grades/104-G/corrections", etag, """
                        {"effectiveFrom": "2011-01-01", "effectiveUntil": "2011-02-01",
                         "set": {"range": {"minimum": "1.00", "maximum": "2.00"}}, %s}""".formatted(BY))
                .statusCode(200)
                .extract()
                .header("ETag");
        given().get("/pay-grades/104-G?asOf=2011-01-31").then().body("range.minimum", equalTo("1.00"));
        given().get("/pay-grades/104-G?asOf=2011-02-01").then().body("range.minimum", equalTo("100.00"));

        var amended = act("/pay-grades/104-G/amendments", etag, range("2090-01-01", "300.00", "400.00"))
                .statusCode(200)
                .extract();
        act(
                        "/pay-grades/104-G/cancellations",
                        amended.header("ETag"),
                        "{\"act\": \"%s\", %s}".formatted(amended.path("recorded.id"), BY))
                .statusCode(200)
                .body("recorded.kind", equalTo("CANCELLED"));
        given().get("/pay-grades/104-G?asOf=2090-01-01").then().body("range.minimum", equalTo("100.00"));
    }

    @Test
    void anAbolishedGradeSaysUntilWhenItWas() {
        var etag = establish(gradeBody("105-G", "2010-01-01", "100.00", "200.00"))
                .extract()
                .header("ETag");

        act("/pay-grades/105-G/abolishment", etag, "{\"effectiveFrom\": \"2015-01-01\", %s}".formatted(BY))
                .statusCode(200)
                .body("effectiveUntil", equalTo("2015-01-01"));

        given().get("/pay-grades/105-G?asOf=2015-01-01")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-in-effect"))
                .body("detail", containsString("was abolished on 2015-01-01"));
        given().get("/pay-grades?schedule=G&inEffect=false&grade=G-105")
                .then()
                .body("total", equalTo(1))
                .body("items[0].effectiveUntil", equalTo("2015-01-01"));
    }

    @Test
    void aScheduleWithGradesCannotBeAbolished() {
        Opening.schedule("H");
        Opening.grade("101-H", "2010-01-01", "1.00", "2.00");
        var etag = given().get("/pay-schedules/H").header("ETag");

        act("/pay-schedules/H/abolishment", etag, "{\"effectiveFrom\": \"2015-01-01\", %s}".formatted(BY))
                .statusCode(409)
                .body("detail", containsString("101-H"));
    }

    @Test
    void aGradeIsWrittenAsItsScheduleWritesGradesOnTheDay() {
        Opening.schedule("L");
        Opening.grade("101-L", "2010-01-01", "1.00", "2.00");
        act(
                        "/pay-schedules/L/amendments",
                        given().get("/pay-schedules/L").header("ETag"),
                        "{\"effectiveFrom\": \"2020-01-01\", \"set\": {\"notation\": \"LETTER_FIRST\"}, %s}"
                                .formatted(BY))
                .statusCode(200);

        given().get("/pay-grades/101-L?asOf=2019-12-31").then().body("grade", equalTo("101-L"));
        given().get("/pay-grades/101-L?asOf=2020-01-01").then().body("grade", equalTo("L-101"));
    }

    @Test
    void aRangeCanBeTakenAway() {
        var etag = establish(gradeBody("110-G", "2010-01-01", "1.00", "2.00"))
                .extract()
                .header("ETag");

        act(
                        "/pay-grades/110-G/amendments",
                        etag,
                        "{\"effectiveFrom\": \"2020-01-01\", \"set\": {\"range\": null}, %s}".formatted(BY))
                .statusCode(200);

        given().get("/pay-grades/110-G?asOf=2020-01-01").then().body("range", nullValue());
    }

    @Test
    void theGradesOfAScheduleComePageByPage() {
        Opening.schedule("P");
        for (var number : new String[] {"9", "10", "11"}) {
            Opening.grade(number + "-P", "2010-01-01", "1.00", "2.00");
        }

        var first = given().get("/pay-grades?schedule=P&limit=2").then().statusCode(200);
        first.body("total", equalTo(3)).body("items.grade", contains("9-P", "10-P"));
        var next = first.extract().header("Link").replaceAll("^<([^>]*)>.*", "$1");
        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("total", equalTo(3))
                .body("items.grade", contains("11-P"));
        given().get("/pay-schedules")
                .then()
                .body("total", greaterThan(1))
                .body("items.schedule", everyItem(matchesPattern("[A-Z]{1,3}")));
    }

    @Test
    void aRequestRepeatedWithItsKeyGetsTheSameAnswer() {
        var key = UUID.randomUUID().toString();
        var body = gradeBody("106-G", "2010-01-01", "100.00", "200.00");
        var first = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/pay-grades")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/pay-grades")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void aCodeThatIsTakenIsRefused() {
        Opening.grade("107-G", "2010-01-01", "1.00", "2.00");
        establish(gradeBody("G-107", "2011-01-01", "1.00", "2.00"))
                .statusCode(409)
                .body("violations[0].pointer", equalTo("/grade"))
                .body("violations[0].found", equalTo("107-G"));
    }

    @Test
    void aMaximumBelowTheMinimumIsRefused() {
        establish(gradeBody("108-G", "2010-01-01", "2.00", "1.99"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/range/maximum"))
                .body("violations[0].expected", equalTo("at least 2.00"));
    }

    @Test
    void threeDecimalsAreRefused() {
        establish(gradeBody("108-G", "2010-01-01", "1.001", "2.00"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/range/minimum"))
                .body("violations[0].message", containsString("two decimals"));
    }

    @Test
    void aNegativeAmountIsRefused() {
        establish(gradeBody("108-G", "2010-01-01", "-1.00", "2.00"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/range/minimum"));
    }

    @Test
    void anAmountThatIsANumberIsOfTheWrongType() {
        establish(gradeBody("108-G", "2010-01-01", "1.00", "2.00").replace("\"1.00\"", "1.00"))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/range/minimum"));
    }

    @Test
    void anUnknownFieldIsRefused() {
        establish(gradeBody("108-G", "2010-01-01", "1.00", "2.00").replace("\"reason\"", "\"raeson\""))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/raeson"));
        establish(gradeBody("108-G", "2010-01-01", "1.00", "2.00").replace("\"minimum\"", "\"minimun\""))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/range/minimun"));
    }

    @Test
    void aDateThatDoesNotExistIsRefused() {
        establish(gradeBody("108-G", "2011-02-30", "1.00", "2.00"))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/effectiveFrom"));
    }

    @Test
    void malformedJsonIsRefused() {
        establish("{\"grade\": ").statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aScheduleThatIsNotInEffectIsRefused() {
        establish(gradeBody("108-Q", "2010-01-01", "1.00", "2.00"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/grade"));
        establish(gradeBody("108-G", "2001-01-01", "1.00", "2.00")
                        .replace("\"decidedOn\": \"2005-01-01\"", "\"decidedOn\": \"2000-01-01\""))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/grade"));
    }

    @Test
    void aChangeNeedsTheRevisionThatWasRead() {
        Opening.grade("109-G", "2010-01-01", "1.00", "2.00");
        given().contentType("application/json")
                .body(range("2012-01-01", "1.00", "3.00"))
                .post("/pay-grades/109-G/amendments")
                .then()
                .statusCode(428);
        act("/pay-grades/109-G/amendments", "\"7\"", range("2012-01-01", "1.00", "3.00"))
                .statusCode(412)
                .body("violations[0].parameter", equalTo("If-Match"));
    }

    @Test
    void whatIsNoGradeIsNotFound() {
        given().get("/pay-grades/nonsense").then().statusCode(404);
        given().get("/pay-grades/999-G").then().statusCode(404);
        given().get("/pay-grades?grade=nonsense")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("grade"));
    }
}
