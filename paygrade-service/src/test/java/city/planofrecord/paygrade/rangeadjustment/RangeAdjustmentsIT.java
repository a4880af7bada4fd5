package city.planofrecord.paygrade.rangeadjustment;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Feed;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class RangeAdjustmentsIT {

    private static ValidatableResponse adjust(String rest, boolean dryRun) {
        return given().contentType("application/json")
                .body("{%s, %s}".formatted(rest, BY))
                .queryParam("dryRun", dryRun)
                .post("/range-adjustments")
                .then();
    }

    private static void withoutRange(String grade) {
        given().contentType("application/json")
                .body("{\"grade\": \"%s\", \"effectiveFrom\": \"2010-01-01\", %s}".formatted(grade, BY))
                .post("/pay-grades")
                .then()
                .statusCode(201);
    }

    private static void hourly(String grade, String minimum, String maximum) {
        given().contentType("application/json")
                .body(Opening.gradeBody(grade, "2010-01-01", minimum, maximum)
                        .replace("\"maximum\"", "\"basis\": \"HOURLY\", \"maximum\""))
                .post("/pay-grades")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse amend(String grade, String from, String minimum, String maximum) {
        return given().contentType("application/json")
                .header("If-Match", given().get("/pay-grades/" + grade).header("ETag"))
                .body("""
                        {"effectiveFrom": "%s", "set": {"range": {"minimum": "%s", "maximum": "%s"}}, %s}""".formatted(from, minimum, maximum, BY))
                .post("/pay-grades/" + grade + "/amendments")
                .then()
                .statusCode(200);
    }

    @Test
    void aDryRunShowsEveryRangeBeforeAndAfterAndRecordsNothing() {
        Opening.schedule("RA");
        Opening.grade("101-RA", "2010-01-01", "33597.00", "49038.00");
        Opening.grade("102-RA", "2010-01-01", "35124.00", "51268.00");
        withoutRange("103-RA");
        Opening.grade("104-RA", "2040-01-01", "1.00", "2.00");
        amend("102-RA", "2035-01-07", "40000.00", "60000.00");

        var body = "\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"RA\", \"percent\": \"3.25\"";
        adjust(body, true)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("batch", nullValue())
                .body("changed", equalTo(2))
                .body("rounding", equalTo("CENT"))
                .body("rule[0]", equalTo("Minimum and maximum move by 3.25 %, each rounded to the cent, half up."))
                .body("ranges.grade", contains("101-RA", "102-RA"))
                .body("ranges[0].before.minimum", equalTo("33597.00"))
                .body("ranges[0].after.minimum", equalTo("34688.90"))
                .body("ranges[0].after.midpoint", equalTo("42660.32"))
                .body("ranges[0].after.maximum", equalTo("50631.74"))
                .body("ranges[0].percent.minimum", equalTo("3.25"))
                .body("ranges.floorApplied", everyItem(equalTo(false)))
                .body("ranges[0].runsInto", hasSize(0))
                .body("ranges[1].runsInto", contains("2035-01-07"))
                .body("ranges[1].effectiveUntil", equalTo("2035-01-07"))
                .body("skipped.grade", contains("104-RA", "103-RA"))
                .body("skipped.reason", contains("it begins on 2040-01-01", "it has no range on 2030-01-06"));
        given().get("/pay-grades/101-RA/timeline").then().body("acts", hasSize(1));

        adjust(body, false)
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("batch", notNullValue())
                .body("ranges.act", everyItem(notNullValue()));
        given().get("/pay-grades/101-RA?asOf=2030-01-05").then().body("range.minimum", equalTo("33597.00"));
        given().get("/pay-grades/101-RA?asOf=2030-01-06").then().body("range.minimum", equalTo("34688.90"));
        given().get("/pay-grades/102-RA?asOf=2035-01-07").then().body("range.minimum", equalTo("40000.00"));
        given().get("/pay-grades/103-RA?asOf=2030-01-06").then().body("range", nullValue());
    }

    @Test
    void eachRangeHasOneActAndOneEventMarkedAsOfOneBatchRecordedAtOneInstant() {
        Opening.schedule("RB");
        Opening.grade("101-RB", "2010-01-01", "100.00", "200.00");
        Opening.grade("102-RB", "2010-01-01", "110.00", "220.00");
        Opening.grade("103-RB", "2010-01-01", "120.00", "240.00");

        String batch = adjust(
                        "\"effectiveFrom\": \"2030-01-06\", \"grades\": [\"101-RB\", \"RB-103\"], \"amount\": \"10\"",
                        false)
                .statusCode(200)
                .body("ranges.after.minimum", contains("110.00", "130.00"))
                .extract()
                .path("batch");

        var told = await().until(
                        () -> Feed.changes(
                                change -> change.path("batch").asText().equals(batch)),
                        found -> found.size() == 2);
        assertThat(told)
                .extracting(change -> change.path("subject").asText())
                .containsExactlyInAnyOrder("101-RB", "103-RB");
        assertThat(told)
                .extracting(
                        change -> change.path("data").path("act").path("kind").asText())
                .containsOnly("AMENDED");
        given().get("/pay-grades/102-RB?asOf=2030-01-06").then().body("range.minimum", equalTo("110.00"));
        String recorded = given().get("/pay-grades/101-RB/timeline").path("acts[1].recordedAt");
        given().get("/pay-grades/103-RB/timeline").then().body("acts[1].recordedAt", equalTo(recorded));
    }

    @Test
    void aFloorLiftsMinimumsAndTheMaximumFollows() {
        Opening.schedule("RC");
        hourly("101-RC", "12.50", "26.25");
        hourly("102-RC", "16.00", "32.00");

        adjust(
                        "\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"RC\", \"percent\": \"0\","
                                + " \"floor\": {\"minimum\": \"15.87\", \"basis\": \"HOURLY\"}",
                        false)
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("ranges.floorApplied", contains(true, false))
                .body("ranges.floor", contains("15.87", "15.87"))
                .body("ranges[0].after.maximum", equalTo("33.33"))
                .body("ranges[1].act", nullValue())
                .body("rule", hasItem(containsString("is lifted to it, and the maximum becomes that minimum times")));
        given().get("/pay-grades/102-RC/timeline").then().body("acts", hasSize(1));
    }

    @Test
    void anHourlyFloorNeedsTheHoursOfAYearToMeetAnnualRanges() {
        Opening.schedule("RD");
        Opening.grade("101-RD", "2010-01-01", "30000.00", "45000.00");
        var body = "\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"RD\", \"percent\": \"1\","
                + " \"floor\": {\"minimum\": \"15.87\", \"basis\": \"HOURLY\" %s}";

        adjust(body.formatted(""), true)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/floor/hoursPerYear"))
                .body(
                        "violations[0].message",
                        containsString("101-RD: the floor is for an hour, the range for a year"));
        adjust(body.formatted(", \"hoursPerYear\": 2080"), true)
                .statusCode(200)
                .body("ranges[0].floor", equalTo("33009.60"))
                .body("ranges[0].after.minimum", equalTo("33009.60"))
                .body("ranges[0].after.maximum", equalTo("49514.40"));
    }

    @Test
    void rangesOfBothBasesDoNotTakeOneAmount() {
        Opening.schedule("RE");
        Opening.grade("101-RE", "2010-01-01", "30000.00", "45000.00");
        hourly("102-RE", "12.50", "26.25");

        adjust("\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"RE\", \"amount\": \"500\"", false)
                .statusCode(422)
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo("/basis"))
                .body("violations[0].message", containsString("102-RE"));
        given().get("/pay-grades/101-RE/timeline").then().body("acts", hasSize(1));
        adjust("\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"RE\", \"percent\": \"2\"", true)
                .statusCode(200)
                .body("changed", equalTo(2));
    }

    @Test
    void aRequestRepeatedWithItsKeyIsRecordedOnce() {
        Opening.schedule("RF");
        Opening.grade("101-RF", "2010-01-01", "100.00", "200.00");
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            given().contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body("{\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"RF\", \"percent\": \"10\", %s}"
                            .formatted(BY))
                    .post("/range-adjustments")
                    .then()
                    .statusCode(200)
                    .body("ranges[0].after.minimum", equalTo("110.00"));
        }
        given().get("/pay-grades/101-RF/timeline").then().body("acts", hasSize(2));
    }

    @Test
    void anAdjustmentThatChangesNothingRecordsNothing() {
        Opening.schedule("RG");
        Opening.grade("101-RG", "2010-01-01", "100.00", "200.00");

        adjust("\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"RG\", \"percent\": \"0\"", false)
                .statusCode(200)
                .body("message", equalTo("No range changes; nothing was recorded."))
                .body("batch", nullValue());
        given().get("/pay-grades/101-RG/timeline").then().body("acts", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "schedule": "RZ"                                                  | /percent        | neither a percentage
                    "schedule": "RZ", "percent": "1", "amount": "1"                    | /percent        | a percentage and an amount
                    "percent": "1"                                                    | /schedule       | neither a schedule
                    "schedule": "RZ", "grades": ["101-RZ"], "percent": "1"             | /schedule       | both a schedule
                    "schedule": "RZ", "percent": "3,25"                                | /percent        | is no percentage
                    "schedule": "RZ", "percent": "1.00001"                             | /percent        | is no percentage
                    "schedule": "RZ", "percent": "-50.01"                              | /percent        | out of bounds
                    "schedule": "RZ", "percent": "100.01"                              | /percent        | out of bounds
                    "schedule": "RZ", "percent": "1", "basis": "HOURLY"                | /basis          | neither basis nor currency
                    "schedule": "RZ", "amount": "1.001"                                | /amount         | more than two decimals
                    "schedule": "RZ", "amount": "1", "currency": "Dollar"              | /currency       | is no currency
                    "schedule": "RZ", "amount": "1", "currency": "EUR"                 | /currency       | the amount is in EUR
                    "schedule": "RZ", "amount": "-100.01"                              | /amount         | would be -0.01
                    "schedule": "RZ", "percent": "1", "floor": {"minimum": "-1"}       | /floor/minimum  | is negative
                    "schedule": "RZ", "percent": "1", "floor": {"minimum": "1", "hoursPerYear": 0} | /floor/hoursPerYear | out of bounds
                    "schedule": "QZ", "percent": "1"                                   | /schedule       | no schedule bears
                    "grades": ["101-RZ", "RZ-101"], "percent": "1"                     | /grades/1       | again
                    "grades": ["101-RZ", "nonsense"], "percent": "1"                   | /grades/1       | is no grade
                    "grades": ["101-RZ", "999-RZ"], "percent": "1"                     | /grades/1       | no grade bears that name
                    """)
    void whatDoesNotFitIsRefusedByItsField(String rest, String pointer, String message) {
        if (given().get("/pay-grades/101-RZ").statusCode() == 404) {
            Opening.schedule("RZ");
            Opening.grade("101-RZ", "2010-01-01", "100.00", "200.00");
        }
        adjust("\"effectiveFrom\": \"2030-01-06\", " + rest, false)
                .statusCode(422)
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void datesOutOfBoundsOrPastWithoutADatedAuthorityAreRefused() {
        Opening.schedule("RH");
        Opening.grade("101-RH", "2010-01-01", "100.00", "200.00");
        for (var date : new String[] {"1899-12-31", "2201-01-01"}) {
            adjust("\"effectiveFrom\": \"%s\", \"schedule\": \"RH\", \"percent\": \"1\"".formatted(date), false)
                    .statusCode(422)
                    .body("violations[0].pointer", equalTo("/effectiveFrom"))
                    .body("violations[0].message", equalTo("the date is out of bounds"));
        }
        given().contentType("application/json")
                .body("""
                        {"effectiveFrom": "2012-01-01", "schedule": "RH", "percent": "1",
                         "authority": {"kind": "ORDINANCE", "citation": "Ordinance 12"}, "reason": "A test"}""")
                .post("/range-adjustments")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/effectiveFrom"))
                .body("violations[0].message", containsString("the date has passed"));
        adjust("\"effectiveFrom\": \"2012-01-01\", \"schedule\": \"RH\", \"percent\": \"1\"", false)
                .statusCode(200);
        given().get("/pay-grades/101-RH/timeline").then().body("acts[1].late", equalTo(true));
    }

    @Test
    void anUnknownFieldAndANumberInPlaceOfATextAreRefused() {
        adjust("\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"S\", \"percents\": \"1\"", true)
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/percents"));
        adjust("\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"S\", \"percent\": 1", true)
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/percent"));
    }
}
