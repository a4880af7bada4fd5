package city.planofrecord.classification.jobclass;

import static city.planofrecord.classification.testing.ClassActs.*;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.*;

import java.time.Instant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class JobClassBadInputIT {

    private static final String UNDATED = """
            "authority": {"kind": "RULE", "citation": "Rule 7"}, "reason": "A test\"""";

    private final String code = code();

    private void begin() {
        established(code, "Clerk", "1950-01-01", "");
    }

    private static void refused(ValidatableResponse answer, String pointer) {
        answer.statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].pointer", is(pointer), "violations[0].found", notNullValue());
    }

    @Test
    void aPeriodThatIsEmptyOrInvertedIsRefused() {
        begin();
        refused(
                correct(
                        code,
                        "\"effectiveFrom\": \"2011-04-10\", \"effectiveUntil\": \"2011-04-10\", \"set\": {\"title\": \"A\"}"),
                "/effectiveUntil");
        refused(
                correct(
                        code,
                        "\"effectiveFrom\": \"2011-04-10\", \"effectiveUntil\": \"2011-04-09\", \"set\": {\"title\": \"A\"}"),
                "/effectiveUntil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2201-01-01", "0001-01-01", "9999-12-31"})
    void aDateOutOfReachIsRefusedByEveryVerb(String day) {
        begin();
        refused(establish(code(), "Clerk", day, ""), "/effectiveFrom");
        refused(amend(code, day, "{\"title\": \"A\"}"), "/effectiveFrom");
        refused(correct(code, "\"effectiveFrom\": \"" + day + "\", \"set\": {\"title\": \"A\"}"), "/effectiveFrom");
        refused(abolish(code, day), "/effectiveFrom");
    }

    @Test
    void thePastNeedsAnAuthorityThatBearsItsOwnDate() {
        begin();
        var undated = "{\"effectiveFrom\": \"2011-04-10\", %s " + UNDATED + "}";
        refused(post(given(), "/job-classes", """
                        {"jobCode": "%s", "title": "A", "effectiveFrom": "2011-04-10", %s}""".formatted(code(), UNDATED)), "/effectiveFrom");
        refused(act(code, "amendments", undated.formatted("\"set\": {\"title\": \"A\"},")), "/effectiveFrom");
        refused(act(code, "abolishment", undated.formatted("")), "/effectiveFrom");
        act(code, "corrections", undated.formatted("\"set\": {\"title\": \"A\"},"))
                .statusCode(200);
    }

    @Test
    void nothingIsChangedOnADayOnWhichTheClassIsNotInEffect() {
        begin();
        refused(amend(code, "1949-12-31", "{\"title\": \"A\"}"), "/effectiveFrom");
        refused(abolish(code, "1949-12-31"), "/effectiveFrom");
        refused(correct(code, "\"effectiveFrom\": \"1949-12-31\", \"set\": {\"title\": \"A\"}"), "/effectiveFrom");
        abolish(code, "2012-01-01").statusCode(200);
        refused(abolish(code, "2013-01-01"), "/effectiveFrom");
    }

    @Test
    void aCorrectionThatSaysNothingIsRefused() {
        begin();
        correct(code, "\"effectiveFrom\": \"2011-04-10\"").statusCode(422).body("violations[0].pointer", is("/set"));
        amend(code, "2011-04-10", "{}").statusCode(400).body("violations[0].pointer", is("/set"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/job-classes",
                "/job-classes/%s",
                "/job-classes/%s/timeline",
                "/job-classes/%s/lineage",
                "/snapshots/job-classes",
                "/snapshots/job-classes/manifest"
            })
    void anInstantThatIsNotSettledIsRefusedByEveryRead(String path) {
        begin();
        for (var instant : new String[] {Instant.now().plusSeconds(3600).toString(), "2199-01-01T00:00:00Z"}) {
            given().queryParam("knownAt", instant)
                    .get(path.formatted(code))
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("/problems/unsettled"), "detail", containsString("before 20"));
        }
        given().queryParam("knownAt", "yesterday")
                .get(path.formatted(code))
                .then()
                .statusCode(400)
                .body("violations[0].parameter", is("knownAt"));
    }

    @Test
    void oneCodeIsBorneByOneClassOnADayWhicheverVerbGivesIt() {
        begin();
        var other = code();
        established(other, "Porter", "2010-01-01", "");
        abolish(other, "2015-01-01").statusCode(200);

        establish(other, "Clerk", "2014-12-31", "").statusCode(409);
        amend(code, "2012-01-01", "{\"jobCode\": \"" + other + "\"}")
                .statusCode(409)
                .body("detail", containsString("Porter"));
        correct(
                        code,
                        "\"effectiveFrom\": \"2009-01-01\", \"effectiveUntil\": \"2010-01-02\", \"set\": {\"jobCode\": \""
                                + other + "\"}")
                .statusCode(409);
        correct(
                        code,
                        "\"effectiveFrom\": \"2009-01-01\", \"effectiveUntil\": \"2010-01-01\", \"set\": {\"jobCode\": \""
                                + other + "\"}")
                .statusCode(200);
        amend(code, "2015-01-01", "{\"jobCode\": \"" + other + "\"}").statusCode(200);
    }

    @Test
    void aFieldThatIsUnknownOrOfAnotherKindIsNamed() {
        begin();
        amend(code, "2011-04-10", "{\"grade\": \"809-A\"}")
                .statusCode(400)
                .body("violations[0].pointer", is("/set/grade"));
        amend(code, "2011-04-10", "{\"title\": [1]}").statusCode(400).body("violations[0].pointer", is("/set/title"));
        amend(code, "2011-04-10", "{\"inPlaceOf\": [null]}").statusCode(422);
        amend(code, "2011-04-10", "{\"jobCode\": \"no code\"}")
                .statusCode(422)
                .body("violations[0].pointer", is("/set/jobCode"));
    }
}
