package city.planofrecord.paygrade.gradeassignment;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class GradeAssignmentsIT {

    @BeforeEach
    void grades() {
        Opening.schedule("K");
        if (given().get("/pay-grades/201-K").statusCode() == 404) {
            Opening.grade("201-K", "2010-01-01", "1.00", "2.00");
            Opening.grade("202-K", "2012-01-01", "3.00", "4.00");
        }
    }

    private static ValidatableResponse assign(String jobCode, String grade, String from) {
        return given().contentType("application/json")
                .body("""
                        {"jobCode": "%s", "grade": "%s", "effectiveFrom": "%s", %s}""".formatted(jobCode, grade, from, BY))
                .post("/grade-assignments")
                .then();
    }

    private static ValidatableResponse act(String path, String etag, String body) {
        return given().contentType("application/json")
                .header("If-Match", etag)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse load(String ndjson) {
        return given().contentType("application/x-ndjson")
                .body(ndjson.getBytes(StandardCharsets.UTF_8))
                .post("/grade-assignment-imports")
                .then();
    }

    private static String line(String jobCode, String timeline) {
        return """
                {"jobCode":"%s","timeline":[%s],"authority":{"kind":"OPENING","citation":"Plan"},"reason":"A test"}
                """.formatted(jobCode, timeline);
    }

    @Test
    void aClassIsAssignedRegradedAndFoundByGrade() {
        Classes.known("KA1001");
        var etag = assign("KA1001", "K-201", "2010-06-01")
                .statusCode(201)
                .header("Location", containsString("/grade-assignments/KA1001"))
                .body("jobCode", equalTo("KA1001"))
                .body("grade", equalTo("201-K"))
                .extract()
                .header("ETag");

        act(
                        "/grade-assignments/KA1001/amendments",
                        etag,
                        "{\"effectiveFrom\": \"2013-01-06\", \"set\": {\"grade\": \"202-K\"}, %s}".formatted(BY))
                .statusCode(200)
                .body("periods[0].before.grade", equalTo("201-K"))
                .body("periods[0].after.grade", equalTo("202-K"))
                .body("grade", equalTo("202-K"));

        given().get("/grade-assignments?grade=K-201&asOf=2013-01-05").then().body("items.jobCode", hasItem("KA1001"));
        given().get("/grade-assignments?jobCode=KA1001&asOf=2013-01-06")
                .then()
                .body("total", equalTo(1))
                .body("items[0].grade", equalTo("202-K"));
        given().get("/grade-assignments/KA1001/timeline")
                .then()
                .body("timeline.grade", contains("201-K", "202-K"))
                .body("acts", hasSize(2));
    }

    @Test
    void anEffectiveEventBearsJobCodeAndTitleOfTheDay() {
        var id = Classes.known("KA1002").toString();
        assign("KA1002", "201-K", "2010-06-01").statusCode(201);

        await().untilAsserted(() -> {
            var told = Events.all("grade-assignments").stream()
                    .filter(event -> event.key().equals(id) && event.type().endsWith("effective.v1"))
                    .toList();
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().data().path("jobCode").asText()).isEqualTo("KA1002");
            assertThat(told.getFirst().data().path("title").asText()).isEqualTo("Title of KA1002");
        });
    }

    @Test
    void aClassThatNeverCarriedAGradeHasNoTimelineOfGrades() {
        Classes.known("KA1012");
        given().get("/grade-assignments/KA1012/timeline")
                .then()
                .statusCode(404)
                .body("detail", equalTo("No grade has been recorded for KA1012."));
    }

    @Test
    void aGradeThatIsUnknownOrNotInEffectIsRefused() {
        Classes.known("KA1003");
        assign("KA1003", "999-K", "2010-06-01")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/grade"))
                .body("violations[0].found", equalTo("999-K"));
        assign("KA1003", "202-K", "2011-12-31")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/grade"))
                .body("violations[0].message", containsString("2011-12-31"));
    }

    @Test
    void aClassThatIsUnknownOrNotInEffectIsRefused() {
        assign("KA9999", "201-K", "2010-06-01").statusCode(422).body("violations[0].pointer", equalTo("/jobCode"));
        Classes.known("KA1004", "2011-01-01");
        assign("KA1004", "201-K", "2010-06-01")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/effectiveFrom"));
    }

    @Test
    void aClassThatCarriesAGradeCannotBeGivenAFirstOne() {
        Classes.known("KA1005");
        assign("KA1005", "201-K", "2010-06-01").statusCode(201);
        assign("KA1005", "202-K", "2013-06-01").statusCode(409).body("detail", containsString("already"));
    }

    @Test
    void aGradeThatIsCarriedCannotBeAbolished() {
        Classes.known("KA1006");
        Opening.grade("203-K", "2010-01-01", "1.00", "2.00");
        assign("KA1006", "203-K", "2010-06-01").statusCode(201);
        var etag = given().get("/pay-grades/203-K").header("ETag");
        act("/pay-grades/203-K/abolishment", etag, "{\"effectiveFrom\": \"2015-01-01\", %s}".formatted(BY))
                .statusCode(409)
                .body("detail", containsString("carries it"));
    }

    @Test
    void aClassWithoutAGradeSaysSo() {
        Classes.known("KA1007");
        given().get("/class-pay/KA1007")
                .then()
                .statusCode(404)
                .body("detail", containsString("No grade has been recorded"));
    }

    @Test
    void anImportOfAClassThatIsNotKnownYetIsAConflictToRepeat() {
        load(line("KA9998", "{\"effectiveFrom\":\"2010-06-01\",\"grade\":\"201-K\"}"))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("not known here yet"))
                .body("violations[0].pointer", equalTo("/lines/1/jobCode"));
    }

    @Test
    void anImportRecordsAllLinesOrNone() {
        Classes.known("KA1008");
        Classes.known("KA1009");
        var good = line(
                "KA1008",
                "{\"effectiveFrom\":\"2010-06-01\",\"grade\":\"201-K\"},{\"effectiveFrom\":\"2013-06-01\",\"effectiveUntil\":\"2014-01-01\",\"grade\":\"202-K\"}");

        load(good + line("KA1009", "{\"effectiveFrom\":\"2010-06-01\",\"grade\":\"777-K\"}"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/lines/2/timeline/0/grade"))
                .body("violations[0].found", equalTo("777-K"));
        given().get("/grade-assignments/KA1008").then().statusCode(404);

        load(good).statusCode(201).body("established", equalTo(1)).body("acts", equalTo(3));
        given().get("/grade-assignments/KA1008/timeline")
                .then()
                .body("timeline", hasSize(2))
                .body("timeline[1].effectiveUntil", equalTo("2014-01-01"));
        load(good).statusCode(200).body("acts", equalTo(0));
    }

    @Test
    void aLineThatIsNoJsonOfTheKindIsNamed() {
        load("\n{\"jobCode\": 7}\n").statusCode(400).body("violations[0].pointer", equalTo("/lines/2/jobCode"));
        load("{\"jobCode\"").statusCode(400).body("violations[0].pointer", equalTo("/lines/1"));
        load(line("KA1010", "null")).statusCode(422).body("violations[0].pointer", equalTo("/lines/1/timeline/0"));
        load("").statusCode(422);
    }
}
