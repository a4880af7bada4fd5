package city.planofrecord.paygrade.noticebatch;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** What a decided notice holds is left alone by every write, also by those that do not name it. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class HeldThingsIT {

    private static UUID grade(String grade) {
        Opening.grade(grade, "2010-01-01", "100.00", "200.00");
        return UUID.fromString(given().get("/pay-grades/" + grade).path("id"));
    }

    private static void assign(String jobCode, String grade) {
        given().contentType("application/json")
                .body("""
                        {"jobCode": "%s", "grade": "%s", "effectiveFrom": "2010-01-01", %s}""".formatted(jobCode, grade, BY))
                .post("/grade-assignments")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse act(String jobCode, String verb, String body) {
        return given().contentType("application/json")
                .header("If-Match", given().get("/grade-assignments/" + jobCode).header("ETag"))
                .body("{%s, %s}".formatted(body, BY))
                .post("/grade-assignments/" + jobCode + "/" + verb)
                .then();
    }

    private static Offers held(Offers offer) {
        Events.tell("notices", offer.data().path("number").asText(), "notice.decided.v1", offer.data());
        await().until(() -> Events.all("notice-items").stream()
                .anyMatch(told -> told.type().endsWith("notice-batch.accepted.v1")
                        && told.data().path("batch").asText().equals(offer.batch())));
        return offer;
    }

    private static void release(Offers offer) {
        Events.tell("notices", offer.data().path("number").asText(), "notice.released.v1", offer.step());
    }

    private static void awaitFree(String jobCode, String verb, String body) {
        await().untilAsserted(() -> act(jobCode, verb + "?dryRun=true", body).statusCode(200));
    }

    @Test
    void aCancellationOrCorrectionThatBringsAnEarlierGradeBackFindsItHeld() {
        Opening.schedule("HA");
        Classes.known("HA1001");
        var earlier = grade("101-HA");
        grade("102-HA");
        assign("HA1001", "101-HA");
        String later = act(
                        "HA1001", "amendments", "\"effectiveFrom\": \"2090-01-01\", \"set\": {\"grade\": \"102-HA\"}")
                .statusCode(200)
                .extract()
                .path("recorded.id");
        var offer = held(Offers.notice("H-1", "2095-01-01").adjustRange(earlier, "1.00", "2.00"));

        var cancellation = "\"act\": \"" + later + "\"";
        act("HA1001", "cancellations", cancellation)
                .statusCode(409)
                .body("type", equalTo("/problems/held"))
                .body("heldBy", equalTo("H-1"));
        var correction = "\"effectiveFrom\": \"2091-01-01\", \"set\": {\"grade\": \"101-HA\"}";
        act("HA1001", "corrections", correction).statusCode(409).body("heldBy", equalTo("H-1"));
        given().get("/grade-assignments/HA1001/timeline").then().body("acts", hasSize(2));

        release(offer);
        awaitFree("HA1001", "cancellations", cancellation);
    }

    @Test
    void aCorrectionThatRepairsAWrongEndFindsTheGradeHeld() {
        Opening.schedule("HB");
        Classes.known("HB1001");
        var grade = grade("101-HB");
        assign("HB1001", "101-HB");
        act("HB1001", "abolishment", "\"effectiveFrom\": \"2050-01-01\"").statusCode(200);
        var offer = held(Offers.notice("H-2", "2095-01-01").abolishGrade(grade));

        act("HB1001", "corrections", "\"effectiveFrom\": \"2050-01-01\", \"exists\": true")
                .statusCode(409)
                .body("heldBy", equalTo("H-2"));
        release(offer);
        awaitFree("HB1001", "corrections", "\"effectiveFrom\": \"2050-01-01\", \"exists\": true");
    }

    @Test
    void anActThatBringsNothingNewDoesNotMindThatItsGradeIsHeld() {
        Opening.schedule("HC");
        Classes.known("HC1001");
        var left = grade("101-HC");
        grade("102-HC");
        assign("HC1001", "101-HC");
        var offer = held(Offers.notice("H-3", "2095-01-01").adjustRange(left, "1.00", "2.00"));

        act("HC1001", "amendments", "\"effectiveFrom\": \"2090-01-01\", \"set\": {\"grade\": \"102-HC\"}")
                .statusCode(200);
        release(offer);
    }

    @Test
    void aRangeAdjustmentFindsOneOfItsGradesHeldAndRecordsNone() {
        Opening.schedule("HD");
        grade("101-HD");
        var offer = held(Offers.notice("H-4", "2095-01-01").adjustRange(grade("102-HD"), "1.00", "2.00"));

        given().contentType("application/json")
                .body("{\"effectiveFrom\": \"2030-01-06\", \"schedule\": \"HD\", \"percent\": \"1\", %s}".formatted(BY))
                .post("/range-adjustments")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/held"))
                .body("heldBy", equalTo("H-4"));
        given().get("/pay-grades/101-HD/timeline").then().body("acts", hasSize(1));
        release(offer);
    }
}
