package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;

/** A grade is abolished and another established under its name; classes go from the one to the other. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class NewGradeIT {

    private static final String END = "{ \"kind\": \"ABOLISH_GRADE\", \"present\": { \"grade\": \"614-NG\" } }";

    private static final String BEGIN = """
            { "kind": "ESTABLISH_GRADE",
              "proposed": { "grade": "614-NG", "range": { "minimum": "40000.00", "maximum": "58400.00" } } }
            """;

    private static final String MOVE = """
            { "kind": "REVISE", "present": { "jobCode": "NG2154", "title": "3-1-1 Agent", "grade": "614-NG" },
              "proposed": { "grade": "NG-614", "newGrade": true } }
            """;

    private static Registers registers;
    private static String grade;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        grade = registers.tellGrade("614", "NG", "33597.00", "49038.00", "2005-12-01");
        var jobClass = registers.tellClass("NG2154", "3-1-1 Agent", "2005-12-01");
        registers.tellAssignment(jobClass, grade, "614-NG", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void aClassThatGoesToTheNewGradeIsARegradeFromTheDraftToTheOffer() {
        draft("NG1", END, BEGIN, MOVE).body("items[2].changes", contains("REGRADE"));
        awaitFindings("NG1", 0);
        post("/notices/NG1/posting", Drafts.POSTING).statusCode(200);
        RestAssured.get("/notices/NG1/preview")
                .then()
                .body("classes[0].changed", contains("grade", "range"))
                .body("classes[0].after.range.minimum", equalTo("40000.00"));
        post("/notices/NG1/decision", Drafts.APPROVAL).statusCode(200);

        var offer = await().until(() -> registers.heard("NG1", "notice.decided.v1"), one -> one.size() == 1)
                .getFirst()
                .data()
                .path("items");
        var established = offer.path(1).path("payGrade").path("id").asText();
        assertThat(offer.path(0).path("payGrade").path("id").asText()).isEqualTo(grade);
        assertThat(established).isNotEmpty().isNotEqualTo(grade);
        assertThat(offer.path(2).path("gradeAssignment").path("gradeId").asText())
                .isEqualTo(established);
        assertThat(offer.path(2).path("gradeAssignment").path("grade").asText()).isEqualTo("614-NG");
    }

    @Test
    void noClassIsLeftWithTheGradeThatGoes() {
        draft("NG2", END, BEGIN);
        awaitFindings("NG2", 1);
        post("/notices/NG2/posting", Drafts.POSTING)
                .statusCode(422)
                .body("findings.rule", contains("GRADE_STILL_CARRIED"))
                .body("findings[0].found", equalTo("NG2154"));
        draft("NG3", END, BEGIN, MOVE.replace("\"newGrade\": true", "\"title\": \"311 Agent\""));
        awaitFindings("NG3", 1);
        post("/notices/NG3/posting", Drafts.POSTING)
                .statusCode(422)
                .body("findings.rule", contains("GRADE_STILL_CARRIED"))
                .body("findings[0].expected", equalTo("newGrade with 614-NG"));
        draft("NG4", MOVE);
        post("/notices/NG4/posting", Drafts.POSTING).statusCode(422).body("findings.rule", hasItem("NEW_GRADE"));
    }

    private static ValidatableResponse draft(String number, String... items) {
        return post("/notices", Drafts.draft(number, items)).statusCode(201);
    }

    private static void awaitFindings(String number, int errors) {
        await().untilAsserted(() -> RestAssured.get("/notices/" + number + "/check")
                .then()
                .body("findings.findAll { it.severity == 'ERROR' }", hasSize(errors)));
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
