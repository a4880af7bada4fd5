package city.planofrecord.paygrade.classpay;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class ClassPayIT {

    @BeforeEach
    void load() {
        Opening.load();
    }

    @Test
    void aClassIsPaidTheRangeOfItsGradeOnTheDay() {
        given().get("/class-pay/CA2157?asOf=2011-01-01")
                .then()
                .statusCode(200)
                .body("jobCode", equalTo("CA2157"))
                .body("grade", equalTo("806-A"))
                .body("range.minimum", equalTo("42917.00"))
                .body("range.midpoint", equalTo("55685.50"))
                .body("range.maximum", equalTo("68454.00"))
                .body("range.currency", equalTo("USD"))
                .body("range.basis", equalTo("ANNUAL"))
                .body("effectiveFrom", equalTo("2010-10-17"))
                .body("because.class.authority.kind", equalTo("OPENING"))
                .body("because.assignment.effectiveFrom", equalTo("2005-12-01"))
                .body("because.range.effectiveFrom", equalTo("2010-10-17"));
    }

    @Test
    void beforeTheRangeBeganTheGradeHasNoneAndTheNextChangeIsNamed() {
        given().get("/class-pay/CA2157?asOf=2010-10-16")
                .then()
                .statusCode(200)
                .body("range", nullValue())
                .body("effectiveUntil", equalTo("2010-10-17"))
                .body("nextChange.date", equalTo("2010-10-17"))
                .body("nextChange.href", equalTo("/class-pay/CA2157?asOf=2010-10-17"));
    }

    @Test
    void aClassThatHasNotBegunIsNotInEffectAndItSaysWhenItIs() {
        given().get("/class-pay/CS2374?asOf=2009-01-17")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-in-effect"))
                .body("detail", containsString("2009-01-18"));
    }

    @Test
    void anUnknownJobCodeIsNotFound() {
        given().get("/class-pay/XX9999").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void anImpossibleDateIsNamed() {
        given().get("/class-pay/CA2157?asOf=2011-02-30")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("asOf"))
                .body("violations[0].found", equalTo("2011-02-30"));
    }

    @Test
    void anUnknownParameterIsRefused() {
        given().get("/class-pay/CA2157?asof=2011-02-03")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-parameter"));
    }

    @Test
    void aKnownAtThatIsNotSettledIsRefused() {
        given().get("/class-pay/CA2157?knownAt=2199-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unsettled"));
    }

    @Test
    void whatWasNotKnownThenIsNotAnswered() {
        given().get("/class-pay/CA2157?asOf=2011-01-01&knownAt=2001-01-01T00:00:00Z")
                .then()
                .statusCode(404);
    }

    @Test
    void theTagOfTheAnswerMakesASecondReadFree() {
        var tag = given().get("/class-pay/CA2157?asOf=2011-01-01").header("ETag");

        given().header("If-None-Match", tag)
                .get("/class-pay/CA2157?asOf=2011-01-01")
                .then()
                .statusCode(304);
    }

    @Test
    void theSameImportsAgainChangeNothing() {
        Opening.payTable()
                .statusCode(200)
                .body("established", equalTo(0))
                .body("amended", equalTo(0))
                .body("message", containsString("already"));
        Opening.assignments().statusCode(200).body("established", equalTo(0)).body("acts", equalTo(0));
    }
}
