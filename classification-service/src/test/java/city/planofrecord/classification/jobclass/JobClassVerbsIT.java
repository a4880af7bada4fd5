package city.planofrecord.classification.jobclass;

import static city.planofrecord.classification.testing.ClassActs.*;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;

/** Amend, correct, cancel and abolish, on both axes of time. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class JobClassVerbsIT {

    private final String code = code();

    private static Instant settled() {
        var instant = Instant.now();
        await().until(() -> given().queryParam("knownAt", instant.toString())
                        .get("/job-classes")
                        .statusCode()
                == 200);
        return instant;
    }

    /** What the feed tells of the class, once it tells of something that was recorded later. */
    private static List<Map<String, Object>> changesUntilNow(String code) {
        var later = code();
        established(later, "Another", "2005-12-01", "");
        await().until(() -> !changes(later).isEmpty());
        return changes(code);
    }

    private void begin() {
        established(code, "Clerk", "2005-12-01", "");
    }

    @Test
    void anAmendmentBeforeLaterActsChangesOnlyItsFieldsAndNamesWhatItRunsInto() {
        begin();
        amend(code, "2019-01-01", "{\"series\": \"Records\"}").statusCode(200).body("runsInto", empty());
        amend(code, "2020-01-01", "{\"title\": \"Assistant\"}").statusCode(200);

        amend(code, "2018-01-01", "{\"title\": \"Aide\"}")
                .statusCode(200)
                .body("runsInto", contains("2020-01-01"))
                .body("periods.from", contains("2018-01-01", "2019-01-01"));

        on(code, "2019-06-01").body("title", is("Aide"), "series", is("Records"));
        on(code, "2020-01-01").body("title", is("Assistant"), "series", is("Records"));
    }

    @Test
    void ofTwoActsForOneDayTheLaterRecordedSpeaks() {
        begin();
        amend(code, "2018-01-01", "{\"title\": \"First\", \"series\": \"Kept\"}")
                .statusCode(200);
        amend(code, "2018-01-01", "{\"title\": \"Second\"}").statusCode(200);

        on(code, "2018-01-01").body("title", is("Second"), "series", is("Kept"));
    }

    @Test
    void aCorrectionLeavesTheWrongBeliefAnswerable() {
        begin();
        amend(code, "2018-01-01", "{\"title\": \"Wrong\"}").statusCode(200);
        var believed = settled();
        correct(
                        code,
                        "\"effectiveFrom\": \"2018-01-01\", \"effectiveUntil\": \"2019-01-01\", \"set\": {\"title\": \"Right\"}")
                .statusCode(200)
                .body("recorded.kind", is("CORRECTED"));

        on(code, "2018-06-01").body("title", is("Right"), "effectiveUntil", is("2019-01-01"));
        on(code, "2019-01-01").body("title", is("Wrong"));
        given().queryParam("asOf", "2018-06-01")
                .queryParam("knownAt", believed.toString())
                .get("/job-classes/" + code)
                .then()
                .body("title", is("Wrong"))
                .header("Cache-Control", containsString("immutable"));
        given().queryParam("include", "superseded")
                .get("/job-classes/" + code + "/timeline")
                .then()
                .body("timeline.findAll { it.supersededAt != null }.title", hasItem("Wrong"));
    }

    @Test
    void anEstablishmentOfTheWrongDayIsRepairedBothWays() {
        begin();
        correct(code, "\"effectiveFrom\": \"2005-12-01\", \"effectiveUntil\": \"2006-02-01\", \"exists\": false")
                .statusCode(200);
        on(code, "2006-01-31").statusCode(404);
        on(code, "2006-02-01").statusCode(200).body("effectiveFrom", is("2006-02-01"));

        correct(code, """
                "effectiveFrom": "2005-01-01", "effectiveUntil": "2006-02-01", "exists": true,
                "set": {"jobCode": "%s", "title": "Clerk"}""".formatted(code)).statusCode(200);
        on(code, "2005-01-01").statusCode(200).body("title", is("Clerk"));
        on(code, "2004-12-31").statusCode(404);
    }

    @Test
    void aClassThatIsMadeToBeginEarlierNeedsWhatAClassMustHave() {
        begin();
        correct(code, "\"effectiveFrom\": \"2005-01-01\", \"effectiveUntil\": \"2005-12-01\", \"exists\": true")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/set/jobCode", "/set/title"));
    }

    @Test
    void aClassThatNeverWasLeavesItsCodeFree() {
        begin();
        var believed = settled();
        correct(code, "\"effectiveFrom\": \"2005-12-01\", \"exists\": false")
                .statusCode(200)
                .body("periods[0].after", nullValue());

        given().get("/job-classes/" + code).then().statusCode(404);
        given().queryParam("knownAt", believed.toString())
                .get("/job-classes/" + code)
                .then()
                .statusCode(200);
        establish(code, "Another", "2005-12-01", "").statusCode(201);
    }

    @Test
    void aWrongAbolishmentIsRepaired() {
        begin();
        abolish(code, "2012-01-01").statusCode(200);
        correct(code, "\"effectiveFrom\": \"2012-01-01\", \"exists\": true").statusCode(200);

        on(code, "2015-01-01").statusCode(200).body("title", is("Clerk"), "$", not(hasKey("effectiveUntil")));
    }

    @Test
    void anAbolishmentIsNotRepairedWhereTheCodeBelongsToAnotherBynow() {
        begin();
        abolish(code, "2012-01-01").statusCode(200);
        established(code, "Newcomer", "2014-01-01", "");
        var first = given().queryParam("asOf", "2011-01-01")
                .get("/job-classes/" + code)
                .header("ETag");
        post(given().header("If-Match", first), "/job-classes/" + code + "/corrections", """
                {"effectiveFrom": "2012-01-01", "exists": true, %s}""".formatted(BY))
                .statusCode(409)
                .body("detail", containsString("Newcomer"));
        post(given().header("If-Match", first), "/job-classes/" + code + "/corrections", """
                {"effectiveFrom": "2012-01-01", "effectiveUntil": "2014-01-01", "exists": true, %s}""".formatted(BY))
                .statusCode(200);
    }

    @Test
    void whatHasBegunIsNotCancelledButCorrected() {
        begin();
        var begun = amend(code, "2018-01-01", "{\"title\": \"Assistant\"}")
                .extract()
                .<String>path("recorded.id");
        cancel(code, begun).statusCode(409).body("detail", containsString("correction"));

        var ahead =
                amend(code, "2190-01-01", "{\"title\": \"Never\"}").extract().<String>path("recorded.id");
        cancel(code, ahead).statusCode(200).body("recorded.kind", is("CANCELLED"));
        on(code, "2190-01-01").body("title", is("Assistant"));
        cancel(code, ahead).statusCode(409).body("detail", containsString("not in force"));
        cancel(code, "0199f3a0-0000-7000-8000-000000000000").statusCode(422).body("violations[0].pointer", is("/act"));
    }

    @Test
    void anActToComeIsCancelledByTheCodeThatTheClassWillBear() {
        begin();
        abolish(code, "2180-01-01").statusCode(200);
        established(code, "Newcomer", "2180-01-01", "");
        var ahead = given().queryParam("asOf", "2180-01-01")
                .get("/job-classes/" + code)
                .then();
        post(
                        given().header("If-Match", ahead.extract().header("ETag")),
                        "/job-classes/" + code + "/cancellations",
                        "{\"act\": \"%s\", %s}".formatted(ahead.extract().<String>path("act"), BY))
                .statusCode(200);

        on(code, "2180-01-01").statusCode(404);
        on(code, "2179-12-31").body("title", is("Clerk"));
    }

    @Test
    void aDryRunShowsThePeriodsAndLeavesNoTrace() {
        begin();
        var revision = revision(code);
        var told = changesUntilNow(code);
        var body = "{\"effectiveFrom\": \"%s\", %s, " + BY + "}";

        dryRun(code, "amendments", body.formatted("2018-01-01", "\"set\": {\"title\": \"Aide\"}"))
                .statusCode(200)
                .body("dryRun", is(true), "periods[0].before.title", is("Clerk"), "periods[0].after.title", is("Aide"));
        dryRun(code, "corrections", body.formatted("2018-01-01", "\"set\": {\"title\": \"Aide\"}"))
                .statusCode(200)
                .body("periods[0].from", is("2018-01-01"));
        dryRun(code, "abolishment", body.formatted("2018-01-01", "\"into\": []"))
                .statusCode(200)
                .body("periods[0].after", nullValue());

        assertThat(revision(code)).isEqualTo(revision);
        assertThat(changesUntilNow(code)).isEqualTo(told);
    }

    @Test
    void oneActIsOneEvent() {
        begin();
        amend(code, "2018-01-01", "{\"title\": \"Aide\"}").statusCode(200);
        amend(code, "2190-01-01", "{\"title\": \"Assistant\"}").statusCode(200);

        await().untilAsserted(() -> assertThat(changes(code))
                .filteredOn(change -> change.get("type").toString().endsWith("changed.v1"))
                .extracting("data.act.kind")
                .containsExactly("ESTABLISHED", "AMENDED", "AMENDED"));
    }
}
