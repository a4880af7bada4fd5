package city.planofrecord.paygrade.acts;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** What is refused on schedules, grades and assignments alike. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class BadInputIT {

    private static final String UNDATED =
            "\"authority\": {\"kind\": \"ORDINANCE\", \"citation\": \"Ordinance 12\"}, \"reason\": \"A test\"";

    static Stream<String> things() {
        return Stream.of("/pay-schedules/BI", "/pay-grades/101-BI", "/grade-assignments/BI1001");
    }

    @BeforeEach
    void plan() {
        if (given().get("/grade-assignments/BI1001").statusCode() == 404) {
            Opening.schedule("BI");
            Opening.grade("101-BI", "2010-01-01", "100.00", "200.00");
            Opening.grade("102-BI", "2010-01-01", "110.00", "220.00");
            Classes.known("BI1001");
            given().contentType("application/json")
                    .body("{\"jobCode\": \"BI1001\", \"grade\": \"101-BI\", \"effectiveFrom\": \"2010-01-01\", %s}"
                            .formatted(BY))
                    .post("/grade-assignments")
                    .then()
                    .statusCode(201);
        }
    }

    private static String set(String thing) {
        return switch (thing) {
            case "/pay-schedules/BI" -> "\"set\": {\"name\": \"Another name\"}";
            case "/pay-grades/101-BI" -> "\"set\": {\"range\": {\"minimum\": \"1.00\", \"maximum\": \"2.00\"}}";
            default -> "\"set\": {\"grade\": \"102-BI\"}";
        };
    }

    private static ValidatableResponse act(String thing, String verb, String body) {
        return given().contentType("application/json")
                .header("If-Match", given().get(thing).header("ETag"))
                .body("{" + body + "}")
                .post(thing + "/" + verb)
                .then();
    }

    @ParameterizedTest
    @MethodSource("things")
    void anEmptyOrInvertedPeriodIsRefused(String thing) {
        for (var until : new String[] {"2012-01-01", "2011-12-31"}) {
            act(
                            thing,
                            "corrections",
                            "\"effectiveFrom\": \"2012-01-01\", \"effectiveUntil\": \"%s\", %s, %s"
                                    .formatted(until, set(thing), BY))
                    .statusCode(422)
                    .body("violations[0].pointer", equalTo("/effectiveUntil"))
                    .body("violations[0].message", equalTo("the period is empty"));
        }
        given().get(thing + "/timeline").then().body("acts", hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("things")
    void datesBefore1900AndAfter2200AreRefused(String thing) {
        for (var date : new String[] {"1899-12-31", "2201-01-01"}) {
            var from = "\"effectiveFrom\": \"" + date + "\", ";
            for (var verb : new String[] {"amendments", "corrections"}) {
                act(thing, verb, from + set(thing) + ", " + BY)
                        .statusCode(422)
                        .body("violations[0].message", anyOf(containsString("out of bounds"), containsString(date)));
            }
            act(thing, "abolishment", from + BY)
                    .statusCode(422)
                    .body("violations[0].pointer", equalTo("/effectiveFrom"));
        }
    }

    @ParameterizedTest
    @MethodSource("things")
    void aPastDateNeedsADatedAuthority(String thing) {
        act(thing, "amendments", "\"effectiveFrom\": \"2012-01-01\", " + set(thing) + ", " + UNDATED)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/effectiveFrom"))
                .body("violations[0].message", containsString("the date has passed"));
        act(thing, "abolishment", "\"effectiveFrom\": \"2012-01-01\", " + UNDATED)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/effectiveFrom"));
    }

    @ParameterizedTest
    @MethodSource("things")
    void whatIsNotInEffectOnTheDayIsNotAmended(String thing) {
        act(thing, "amendments", "\"effectiveFrom\": \"2004-01-01\", " + set(thing) + ", " + BY)
                .statusCode(422);
        given().get(thing + "/timeline").then().body("acts", hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("things")
    void anUnsettledKnownAtAndOneInTheFutureAreRefused(String thing) {
        for (var instant :
                new Instant[] {Instant.now().plus(Duration.ofDays(1)), Instant.parse("2199-01-01T00:00:00Z")}) {
            for (var read : new String[] {"", "/timeline"}) {
                given().get(thing + read + "?knownAt=" + instant)
                        .then()
                        .statusCode(400)
                        .body("type", equalTo("/problems/unsettled"))
                        .body("violations[0].parameter", equalTo("knownAt"))
                        .body("violations[0].expected", containsString("before "));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2011-02-30",
                "asOf=10/17/2010",
                "knownAt=2011-01-01",
                "knownAt=yesterday",
                "asOf=2011-01-01&asOf=2012-01-01",
                "asof=2011-01-01"
            })
    void whatCannotBeReadIsRefusedOnEveryDatedRead(String query) {
        for (var read : new String[] {
            "/pay-schedules",
            "/pay-schedules/BI",
            "/pay-grades",
            "/pay-grades/101-BI",
            "/grade-assignments",
            "/grade-assignments/BI1001",
            "/class-pay/BI1001",
            "/pay-structure"
        }) {
            given().urlEncodingEnabled(false).get(read + "?" + query).then().statusCode(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=%2B999999999-12-31",
        "asOf=-999999999-01-01",
        "knownAt=-1000000000-01-01T00:00:00Z",
        "asOf=2011-01-01&knownAt=0001-01-01T00:00:00Z"
    })
    void aDateThatNoDatabaseHoldsIsNoFailure(String query) {
        for (var read : new String[] {
            "/pay-schedules",
            "/pay-schedules/BI",
            "/pay-grades",
            "/pay-grades/101-BI",
            "/grade-assignments",
            "/grade-assignments/BI1001",
            "/class-pay/BI1001",
            "/pay-structure"
        }) {
            var status =
                    given().urlEncodingEnabled(false).get(read + "?" + query).statusCode();
            assertThat(status).as(read + "?" + query).isLessThan(500);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"minimum": "-1.00", "maximum": "2.00"}                      | 422 | /set/range/minimum  | negative
                    {"minimum": "1.001", "maximum": "2.00"}                      | 422 | /set/range/minimum  | two decimals
                    {"minimum": "2.00", "maximum": "1.99"}                       | 422 | /set/range/maximum  | below the minimum
                    {"minimum": "1.00"}                                          | 422 | /set/range/maximum  | missing
                    {"minimum": "$1", "maximum": "2.00"}                         | 422 | /set/range/minimum  | no amount
                    {"minimum": "1e3", "maximum": "2000.00"}                     | 422 | /set/range/minimum  | no amount
                    {"minimum": "1234567890123.00", "maximum": "1234567890123.00"} | 422 | /set/range/minimum | no amount
                    {"minimum": "1.00", "maximum": "2.00", "currency": "dollar"} | 422 | /set/range/currency | no currency
                    {"minimum": "1.00", "maximum": "2.00", "basis": "WEEKLY"}    | 422 | /set/range/basis    | no basis
                    {"minimum": 1.00, "maximum": "2.00"}                         | 400 | /set/range/minimum  | not a text
                    {"minimum": "1.00", "maximum": "2.00", "midpoint": "1.50"}   | 400 | /set/range/midpoint | unknown field
                    "35000"                                                      | 400 | /set/range          | not a range
                    """)
    void aRangeThatIsNoneIsRefusedByItsField(String range, int status, String pointer, String message) {
        act(
                        "/pay-grades/101-BI",
                        "amendments",
                        "\"effectiveFrom\": \"2030-01-06\", \"set\": {\"range\": %s}, %s".formatted(range, BY))
                .statusCode(status)
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void aGradeThatIsNotInEffectOnTheDayIsNotAssigned() {
        Opening.schedule("BJ");
        Opening.grade("101-BJ", "2040-01-01", "1.00", "2.00");
        act(
                        "/grade-assignments/BI1001",
                        "amendments",
                        "\"effectiveFrom\": \"2030-01-06\", \"set\": {\"grade\": \"101-BJ\"}, " + BY)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/set/grade"))
                .body("violations[0].message", equalTo("grade 101-BJ is not in effect on 2030-01-06"))
                .body("violations[0].expected", equalTo("101-BJ is in effect from 2040-01-01 on"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"schedule": "abc"}                      | /schedule
                    {"schedule": "1"}                        | /schedule
                    {"schedule": "BK", "notation": "SIDEWAYS"} | /notation
                    {"schedule": "BK", "name": ""}            | /name
                    """)
    void aScheduleThatIsNoneIsRefusedByItsField(String fields, String pointer) {
        given().contentType("application/json")
                .body(fields.replace("}", ", \"effectiveFrom\": \"2030-01-06\", " + BY + "}"))
                .post("/pay-schedules")
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(422)))
                .body("violations[0].pointer", equalTo(pointer));
    }

    @Test
    void twoThingsOfOneNameOnOneDayAreRefused() {
        given().contentType("application/json")
                .body("{\"schedule\": \"BI\", \"effectiveFrom\": \"2030-01-06\", " + BY + "}")
                .post("/pay-schedules")
                .then()
                .statusCode(409)
                .body("violations[0].pointer", equalTo("/schedule"));
        act(
                        "/pay-grades/101-BI",
                        "amendments",
                        "\"effectiveFrom\": \"2030-01-06\", \"set\": {\"grade\": \"BI-102\"}, " + BY)
                .statusCode(409)
                .body("violations[0].pointer", equalTo("/set/grade"));
    }
}
