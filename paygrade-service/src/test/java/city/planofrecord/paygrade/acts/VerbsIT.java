package city.planofrecord.paygrade.acts;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Feed;
import city.planofrecord.paygrade.testing.Opening;

/** Amend, correct, cancel and abolish on schedules, grades and assignments alike. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class VerbsIT {

    /** One kind of thing, the field that is set on it, and two values of that. */
    enum Kind {
        SCHEDULE("name", "\"First name\"", "\"Second name\""),
        GRADE(
                "range",
                "{\"minimum\": \"10.00\", \"maximum\": \"20.00\"}",
                "{\"minimum\": \"30.00\", \"maximum\": \"40.00\"}"),
        ASSIGNMENT("grade", "\"102-%s\"", "\"103-%s\"");

        private final String field;
        private final String first;
        private final String second;

        Kind(String field, String first, String second) {
            this.field = field;
            this.first = first;
            this.second = second;
        }

        /** A new thing of a plan of its own, from 2010 on. */
        String path(String letter) {
            Opening.schedule(letter);
            for (var number : new String[] {"101", "102", "103"}) {
                Opening.grade(number + "-" + letter, "2010-01-01", "100.00", "200.00");
            }
            return switch (this) {
                case SCHEDULE -> "/pay-schedules/" + letter;
                case GRADE -> "/pay-grades/101-" + letter;
                case ASSIGNMENT -> assigned(letter);
            };
        }

        private static String assigned(String letter) {
            var jobCode = "V" + letter + "1001";
            Classes.known(jobCode);
            given().contentType("application/json")
                    .body("{\"jobCode\": \"%s\", \"grade\": \"101-%s\", \"effectiveFrom\": \"2010-01-01\", %s}"
                            .formatted(jobCode, letter, BY))
                    .post("/grade-assignments")
                    .then()
                    .statusCode(201);
            return "/grade-assignments/" + jobCode;
        }

        String set(String value, String letter) {
            return "\"set\": {\"" + field + "\": " + value.formatted(letter) + "}";
        }

        String shown() {
            return this == GRADE ? "range.minimum" : field;
        }

        String shown(String value, String letter) {
            return this == GRADE
                    ? value.equals(first) ? "10.00" : "30.00"
                    : value.formatted(letter).replace("\"", "");
        }
    }

    private static ValidatableResponse act(String thing, String verb, String body) {
        return given().contentType("application/json")
                .header("If-Match", given().get(thing + "/timeline").header("ETag"))
                .body("{%s, %s}".formatted(body, BY))
                .post(thing + "/" + verb)
                .then();
    }

    private static ValidatableResponse on(String thing, String day) {
        return given().get(thing + "?asOf=" + day).then();
    }

    private static int acts(String thing) {
        return given().get(thing + "/timeline")
                .then()
                .extract()
                .<List<?>>path("acts")
                .size();
    }

    /** The changes that the feed tells of one act. */
    private static List<JsonNode> told(String act) {
        return Feed.changes(
                change -> change.path("data").path("act").path("id").asText().equals(act)
                        && change.path("type").asText().endsWith("changed.v1"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDryRunOfEachVerbShowsThePeriodsAndRecordsNothingAndTellsNothing(Kind kind) {
        var letter = "V" + (char) ('A' + kind.ordinal());
        var thing = kind.path(letter);
        String future = act(thing, "amendments", "\"effectiveFrom\": \"2090-01-01\", " + kind.set(kind.first, letter))
                .statusCode(200)
                .extract()
                .path("recorded.id");
        var before = given().get(thing + "/timeline").then().extract().asString();
        for (var request : List.of(
                Map.entry("amendments", "\"effectiveFrom\": \"2080-01-01\", " + kind.set(kind.second, letter)),
                Map.entry(
                        "corrections",
                        "\"effectiveFrom\": \"2011-01-01\", \"effectiveUntil\": \"2012-01-01\", "
                                + kind.set(kind.second, letter)),
                Map.entry("cancellations", "\"act\": \"" + future + "\""))) {
            String act = act(thing, request.getKey() + "?dryRun=true", request.getValue())
                    .statusCode(200)
                    .body("dryRun", equalTo(true))
                    .body("periods", hasSize(1))
                    .body("periods[0].before", notNullValue())
                    .body("periods[0].after", notNullValue())
                    .extract()
                    .path("recorded.id");
            assertThat(told(act)).isEmpty();
        }
        assertThat(given().get(thing + "/timeline").then().extract().asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anAmendmentBeforeAnotherNamesItAndHoldsUntilIt(Kind kind) {
        var letter = "V" + (char) ('D' + kind.ordinal());
        var thing = kind.path(letter);
        act(thing, "amendments", "\"effectiveFrom\": \"2090-01-01\", " + kind.set(kind.second, letter))
                .statusCode(200)
                .body("runsInto", hasSize(0));
        act(thing, "amendments", "\"effectiveFrom\": \"2080-01-01\", " + kind.set(kind.first, letter))
                .statusCode(200)
                .body("runsInto", contains("2090-01-01"))
                .body("periods[0].until", equalTo("2090-01-01"));

        on(thing, "2089-12-31").body(kind.shown(), equalTo(kind.shown(kind.first, letter)));
        on(thing, "2090-01-01").body(kind.shown(), equalTo(kind.shown(kind.second, letter)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void ofTwoActsForOneDayTheOneRecordedLaterStandsAndTheEarlierReturnsWhenItIsCancelled(Kind kind) {
        var letter = "V" + (char) ('G' + kind.ordinal());
        var thing = kind.path(letter);
        act(thing, "amendments", "\"effectiveFrom\": \"2090-01-01\", " + kind.set(kind.first, letter))
                .statusCode(200);
        String later = act(thing, "amendments", "\"effectiveFrom\": \"2090-01-01\", " + kind.set(kind.second, letter))
                .statusCode(200)
                .extract()
                .path("recorded.id");
        on(thing, "2090-01-01").body(kind.shown(), equalTo(kind.shown(kind.second, letter)));

        act(thing, "cancellations", "\"act\": \"" + later + "\"").statusCode(200);
        on(thing, "2090-01-01").body(kind.shown(), equalTo(kind.shown(kind.first, letter)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatHasBegunIsNotCancelledButCorrectedAndTheBeliefStaysAnswerable(Kind kind) {
        var letter = "V" + (char) ('J' + kind.ordinal());
        var thing = kind.path(letter);
        var begun = act(thing, "amendments", "\"effectiveFrom\": \"2015-01-01\", " + kind.set(kind.first, letter))
                .statusCode(200)
                .extract();
        act(thing, "cancellations", "\"act\": \"" + begun.path("recorded.id") + "\"")
                .statusCode(409)
                .body("detail", containsString("Record a correction"));
        String believed = given().get(thing + "/timeline").path("acts[1].recordedAt");

        act(thing, "corrections", "\"effectiveFrom\": \"2015-01-01\", " + kind.set(kind.second, letter))
                .statusCode(200)
                .body("recorded.kind", equalTo("CORRECTED"));
        on(thing, "2015-01-01").body(kind.shown(), equalTo(kind.shown(kind.second, letter)));
        RealServers.current().untilSettled();
        given().get(thing + "?asOf=2015-01-01&knownAt=" + believed)
                .then()
                .statusCode(200)
                .body(kind.shown(), equalTo(kind.shown(kind.first, letter)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneActIsOneEvent(Kind kind) {
        var letter = "V" + (char) ('M' + kind.ordinal());
        var thing = kind.path(letter);
        String act = act(thing, "amendments", "\"effectiveFrom\": \"2090-01-01\", " + kind.set(kind.first, letter))
                .statusCode(200)
                .extract()
                .path("recorded.id");
        await().untilAsserted(() -> assertThat(told(act)).hasSize(1));
        assertThat(acts(thing)).isEqualTo(2);
    }

    @Test
    void aWrongEndAndAWrongBeginningAreRepairedWithExists() {
        Opening.schedule("VQ");
        Opening.grade("101-VQ", "2010-01-01", "100.00", "200.00");
        act("/pay-grades/101-VQ", "abolishment", "\"effectiveFrom\": \"2015-01-01\"")
                .statusCode(200);
        on("/pay-grades/101-VQ", "2016-01-01").statusCode(404);

        act("/pay-grades/101-VQ", "corrections", "\"effectiveFrom\": \"2015-01-01\", \"exists\": true")
                .statusCode(200);
        on("/pay-grades/101-VQ", "2016-01-01").statusCode(200).body("range.minimum", equalTo("100.00"));

        act(
                        "/pay-grades/101-VQ",
                        "corrections",
                        "\"effectiveFrom\": \"2010-01-01\", \"effectiveUntil\": \"2011-01-01\", \"exists\": false")
                .statusCode(200);
        on("/pay-grades/101-VQ", "2010-12-31").statusCode(404).body("detail", containsString("2011-01-01"));
        on("/pay-grades/101-VQ", "2011-01-01").statusCode(200);
        act("/pay-grades/101-VQ", "corrections", "\"effectiveFrom\": \"2011-01-01\"")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/set"));
    }

    @Test
    void aRangeIsTakenAwayAndGivenBackAndItsBasisChanges() {
        Opening.schedule("VR");
        Opening.grade("101-VR", "2010-01-01", "100.00", "200.00");
        var grade = "/pay-grades/101-VR";
        act(grade, "amendments", "\"effectiveFrom\": \"2012-01-01\", \"set\": {\"range\": null}")
                .statusCode(200);
        act(
                        grade,
                        "amendments",
                        "\"effectiveFrom\": \"2014-01-01\", \"set\": {\"range\": {\"minimum\": \"12.50\", \"maximum\": \"25.01\", \"basis\": \"HOURLY\"}}")
                .statusCode(200)
                .body("periods[0].before.range", nullValue());
        act(
                        grade,
                        "amendments",
                        "\"effectiveFrom\": \"2016-01-01\", \"set\": {\"range\": {\"minimum\": \"26000.00\", \"maximum\": \"52000.00\", \"basis\": \"ANNUAL\"}}")
                .statusCode(200)
                .body("periods[0].before.range.basis", equalTo("HOURLY"))
                .body("periods[0].after.range.basis", equalTo("ANNUAL"));

        on(grade, "2011-12-31").body("range.basis", equalTo("ANNUAL")).body("range.midpoint", equalTo("150.00"));
        on(grade, "2012-01-01").statusCode(200).body("range", nullValue());
        on(grade, "2014-01-01").body("range.basis", equalTo("HOURLY")).body("range.midpoint", equalTo("18.76"));
        on(grade, "2016-01-01").body("range.minimum", equalTo("26000.00"));
    }

    @Test
    void aScheduleHasANameAndANotationAndEachIsAmendedAlone() {
        Opening.schedule("VS");
        Opening.grade("101-VS", "2010-01-01", "100.00", "200.00");
        act("/pay-schedules/VS", "amendments", "\"effectiveFrom\": \"2012-01-01\", \"set\": {\"name\": \"New name\"}")
                .statusCode(200);
        act(
                        "/pay-schedules/VS",
                        "amendments",
                        "\"effectiveFrom\": \"2014-01-01\", \"set\": {\"notation\": \"LETTER_FIRST\"}")
                .statusCode(200);

        on("/pay-schedules/VS", "2014-01-01")
                .body("name", equalTo("New name"))
                .body("notation", equalTo("LETTER_FIRST"));
        on("/pay-grades/101-VS", "2013-12-31").body("grade", equalTo("101-VS"));
        on("/pay-grades/101-VS", "2014-01-01").body("grade", equalTo("VS-101"));
    }
}
