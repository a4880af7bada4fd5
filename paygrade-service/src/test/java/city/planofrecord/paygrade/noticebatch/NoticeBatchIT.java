package city.planofrecord.paygrade.noticebatch;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class NoticeBatchIT {

    private static final String DECIDED = "notice.decided.v1";
    private static final String CONFIRMED = "notice.confirmed.v1";
    private static final String RELEASED = "notice.released.v1";

    @BeforeEach
    void schedule() {
        Opening.schedule("N");
    }

    private static UUID id(String path) {
        return UUID.fromString(
                given().get(path).then().statusCode(200).extract().path("id"));
    }

    private static UUID grade(String grade) {
        if (given().get("/pay-grades/" + grade).statusCode() == 404) {
            Opening.grade(grade, "2010-01-01", "100.00", "200.00");
        }
        return id("/pay-grades/" + grade);
    }

    private static void assign(String jobCode, String grade) {
        given().contentType("application/json")
                .body("""
                        {"jobCode": "%s", "grade": "%s", "effectiveFrom": "2010-01-01", %s}""".formatted(jobCode, grade, BY))
                .post("/grade-assignments")
                .then()
                .statusCode(201);
    }

    /** Tells a step three times: once more with its id, and once more with another. */
    private static void tellThrice(String type, JsonNode data) {
        var id = UUID.randomUUID().toString();
        var number = data.path("number").asText();
        Events.tell(id, "notices", number, type, data);
        Events.tell(id, "notices", number, type, data);
        Events.tell("notices", number, type, data);
    }

    private static JsonNode awaitAnswer(Offers offer, String type) {
        var attempt = offer.data().path("try").asInt();
        return await().until(
                        () -> Events.all("notice-items").stream()
                                .filter(told -> told.type().equals("city.planofrecord." + type))
                                .map(Events.Told::data)
                                .filter(data -> data.path("batch").asText().equals(offer.batch())
                                        && data.path("try").asInt() == attempt)
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private static List<String> states(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(item ->
                        item.path("item").asInt() + " " + item.path("state").asText())
                .toList();
    }

    @Test
    void aBatchIsHeldThenRecordedWholeAtOneInstantHoweverOftenItIsTold() {
        var regraded = Classes.known("NA1001");
        var abolished = Classes.known("NA1002");
        var from = grade("401-N");
        var to = grade("402-N");
        assertThat(from).isNotEqualTo(to);
        assign("NA1001", "401-N");
        assign("NA1002", "401-N");
        var begun = Classes.id("NA1003");
        var offer = Offers.notice("N-1", "2011-04-10")
                .retitle(regraded, "NA1001", "Another title")
                .regrade(regraded, "NA1001", to, "402-N")
                .establish(begun, "NA1003", "New class", to, "402-N")
                .abolish(abolished, "NA1002");

        tellThrice(DECIDED, offer.data());

        var accepted = awaitAnswer(offer, "notice-batch.accepted.v1");
        assertThat(accepted.path("register").asText()).isEqualTo("paygrade");
        assertThat(states(accepted)).containsExactly("2 HELD", "3 HELD", "4 HELD");
        given().contentType("application/json")
                .header("If-Match", given().get("/grade-assignments/NA1001").header("ETag"))
                .body("{\"effectiveFrom\": \"2012-01-01\", \"set\": {\"grade\": \"401-N\"}, %s}".formatted(BY))
                .post("/grade-assignments/NA1001/amendments")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/held"))
                .body("heldBy", equalTo("N-1"))
                .body("detail", containsString("N-1"));

        tellThrice(CONFIRMED, offer.step());

        assertThat(states(awaitAnswer(offer, "notice-batch.applied.v1")))
                .containsExactly("2 APPLIED", "3 APPLIED", "4 APPLIED");
        given().get("/grade-assignments/NA1001?asOf=2011-04-09").then().body("grade", equalTo("401-N"));
        given().get("/grade-assignments/NA1001?asOf=2011-04-10")
                .then()
                .body("grade", equalTo("402-N"))
                .body("authority.notice", equalTo("N-1"))
                .body("authority.item", equalTo(2));
        given().get("/grade-assignments/NA1002?asOf=2011-04-10").then().statusCode(404);
        given().get("/grade-assignments/NA1001/timeline").then().body("acts", hasSize(2));
        await().untilAsserted(() -> {
            var changed = Events.all("grade-assignments").stream()
                    .filter(told -> told.type().endsWith("changed.v1"))
                    .filter(told -> told.data()
                            .path("authority")
                            .path("notice")
                            .asText()
                            .equals("N-1"))
                    .toList();
            assertThat(changed).hasSize(3);
            assertThat(changed)
                    .extracting(told -> told.data().path("actor").asText())
                    .containsOnly("notice-service");
            var effective = Events.all("grade-assignments").stream()
                    .filter(told -> told.type().endsWith("effective.v1"))
                    .filter(told -> told.key().equals(begun.toString()))
                    .toList();
            assertThat(effective).hasSize(1);
            assertThat(effective.getFirst().data().path("jobCode").asText()).isEqualTo("NA1003");
            assertThat(effective.getFirst().data().path("title").asText()).isEqualTo("New class");
        });
        var recorded = given().get("/grade-assignments/NA1001/timeline").path("acts[1].recordedAt");
        given().get("/grade-assignments/NA1002/timeline").then().body("acts[1].recordedAt", equalTo(recorded));
    }

    @Test
    void aClassGoesFromAGradeToTheNewOneOfItsName() {
        var jobClass = Classes.known("NA1020");
        var ended = grade("420-N");
        assign("NA1020", "420-N");
        var begun = UUID.randomUUID();
        var offer = Offers.notice("N-20", "2011-04-10")
                .establishGrade(begun, id("/pay-schedules/N"), "N", "420")
                .regrade(jobClass, "NA1020", begun, "420-N")
                .abolishGrade(ended);

        tellThrice(DECIDED, offer.data());
        assertThat(states(awaitAnswer(offer, "notice-batch.accepted.v1")))
                .containsExactly("1 HELD", "2 HELD", "3 HELD");
        tellThrice(CONFIRMED, offer.step());
        awaitAnswer(offer, "notice-batch.applied.v1");

        given().get("/pay-grades/420-N?asOf=2011-04-09").then().body("id", equalTo(ended.toString()));
        given().get("/pay-grades/420-N?asOf=2011-04-10").then().body("id", equalTo(begun.toString()));
        given().get("/class-pay/NA1020?asOf=2011-04-09").then().body("range.minimum", equalTo("100.00"));
        given().get("/class-pay/NA1020?asOf=2011-04-10")
                .then()
                .body("grade", equalTo("420-N"))
                .body("range.minimum", equalTo("10.00"));
    }

    @Test
    void aBatchThatCannotBeTakenIsRejectedItemByItemAndHoldsNothing() {
        var jobClass = Classes.known("NA1004");
        grade("403-N");
        assign("NA1004", "403-N");
        var offer = Offers.notice("N-2", "2011-04-10")
                .regrade(jobClass, "NA1004", UUID.randomUUID(), "499-N")
                .abolish(Classes.id("NA1005"), "NA1005");

        tellThrice(DECIDED, offer.data());

        var rejected = awaitAnswer(offer, "notice-batch.rejected.v1");
        assertThat(states(rejected)).containsExactly("1 REJECTED", "2 PENDING");
        assertThat(rejected.path("items").path(0).path("reason").asText()).contains("499-N");
        given().contentType("application/json")
                .header("If-Match", given().get("/grade-assignments/NA1004").header("ETag"))
                .body("{\"effectiveFrom\": \"2012-01-01\", \"set\": {\"grade\": \"403-N\"}, %s}".formatted(BY))
                .post("/grade-assignments/NA1004/amendments")
                .then()
                .statusCode(200);

        var grade = grade("404-N");
        var mended = Offers.notice("N-2", "2011-04-10").regrade(jobClass, "NA1004", grade, "404-N");
        tellThrice(DECIDED, mended.data());
        awaitAnswer(mended, "notice-batch.accepted.v1");
        tellThrice(CONFIRMED, mended.step());
        awaitAnswer(mended, "notice-batch.applied.v1");
        given().get("/grade-assignments/NA1004?asOf=2011-04-10").then().body("grade", equalTo("404-N"));
    }

    @Test
    void aReleasedBatchLeavesNothingBehindAndCanBeOfferedAgain() {
        var jobClass = Classes.known("NA1006");
        var grade = grade("405-N");
        var offer = Offers.notice("N-3", "2090-04-10").establish(jobClass, "NA1006", "Title", grade, "405-N");
        tellThrice(DECIDED, offer.data());
        awaitAnswer(offer, "notice-batch.accepted.v1");

        tellThrice(RELEASED, offer.step());

        await().untilAsserted(() -> given().contentType("application/json")
                .header("If-Match", given().get("/pay-grades/405-N").header("ETag"))
                .body(
                        "{\"effectiveFrom\": \"2089-01-01\", \"set\": {\"range\": {\"minimum\": \"1\", \"maximum\": \"2\"}}, %s}"
                                .formatted(BY))
                .post("/pay-grades/405-N/amendments?dryRun=true")
                .then()
                .statusCode(200));
        given().get("/grade-assignments/NA1006").then().statusCode(404);

        offer.again();
        tellThrice(DECIDED, offer.data());
        awaitAnswer(offer, "notice-batch.accepted.v1");
        tellThrice(CONFIRMED, offer.step());
        awaitAnswer(offer, "notice-batch.applied.v1");
        given().get("/grade-assignments/NA1006?asOf=2090-04-10").then().body("grade", equalTo("405-N"));
    }

    @Test
    void aNoticeEstablishesScheduleAndGradeAdjustsARangeAndAbolishesAGrade() {
        var schedule = UUID.randomUUID();
        var grade = UUID.randomUUID();
        var adjusted = grade("406-N");
        var abolished = grade("407-N");
        var offer = Offers.notice("N-4", "2011-04-10")
                .establishGrade(grade, schedule, "NN", "100")
                .establishSchedule(schedule, "NN")
                .adjustRange(adjusted, "300.00", "400.00")
                .abolishGrade(abolished);

        tellThrice(DECIDED, offer.data());
        awaitAnswer(offer, "notice-batch.accepted.v1");
        tellThrice(CONFIRMED, offer.step());
        awaitAnswer(offer, "notice-batch.applied.v1");

        given().get("/pay-grades/NN-100?asOf=2011-04-10").then().body("id", equalTo(grade.toString()));
        given().get("/pay-grades/406-N?asOf=2011-04-10").then().body("range.minimum", equalTo("300.00"));
        given().get("/pay-grades/407-N?asOf=2011-04-10").then().statusCode(404);
        var state = await().until(() -> Events.state("pay-grades.state"), told -> told.containsKey(grade.toString()));
        assertThat(state.get(grade.toString())
                        .path("timeline")
                        .path(0)
                        .path("image")
                        .path("grade")
                        .asText())
                .isEqualTo("100-NN");
    }

    @Test
    void anOfferWithoutItemsOfThePayPlanIsAnsweredToo() {
        var offer = Offers.notice("N-5", "2011-04-10").retitle(Classes.id("NA1007"), "NA1007", "Another title");

        tellThrice(DECIDED, offer.data());

        assertThat(states(awaitAnswer(offer, "notice-batch.accepted.v1"))).isEmpty();
        tellThrice(CONFIRMED, offer.step());
        assertThat(states(awaitAnswer(offer, "notice-batch.applied.v1"))).isEmpty();
    }

    @Test
    void aRecodedClassIsPaidByBothCodesOnBothDays() {
        var jobClass = Classes.known("NC2158");
        var to = grade("408-N");
        grade("409-N");
        assign("NC2158", "409-N");
        var offer = Offers.notice("N-6", "2011-04-10")
                .recode(jobClass, "NC2158", "NA2434", "311 Operations Assistant", to, "408-N");
        tellThrice(DECIDED, offer.data());
        awaitAnswer(offer, "notice-batch.accepted.v1");
        tellThrice(CONFIRMED, offer.step());
        awaitAnswer(offer, "notice-batch.applied.v1");
        Classes.state(jobClass, 2)
                .row("2005-12-01", "2011-04-10", "NC2158", "3-1-1 Operations Support Assistant")
                .row(
                        "2011-04-10",
                        "",
                        "NA2434",
                        "311 Operations Assistant",
                        "{\"kind\":\"NOTICE\",\"notice\":\"N-6\",\"item\":1,\"citation\":\"Notice N-6\"}")
                .tell();
        Classes.awaitKnown("NA2434");

        for (var asked : new String[] {"NC2158", "NA2434"}) {
            given().get("/class-pay/" + asked + "?asOf=2011-04-09")
                    .then()
                    .statusCode(200)
                    .body("jobCode", equalTo("NC2158"))
                    .body("formerJobCodes", hasSize(0))
                    .body("title", equalTo("3-1-1 Operations Support Assistant"))
                    .body("grade", equalTo("409-N"))
                    .body("nextChange.date", equalTo("2011-04-10"));
            given().get("/class-pay/" + asked + "?asOf=2011-04-10")
                    .then()
                    .statusCode(200)
                    .body("jobCode", equalTo("NA2434"))
                    .body("formerJobCodes.jobCode", contains("NC2158"))
                    .body("formerJobCodes.until", contains("2011-04-10"))
                    .body("title", equalTo("311 Operations Assistant"))
                    .body("grade", equalTo("408-N"))
                    .body("effectiveFrom", equalTo("2011-04-10"))
                    .body("effectiveUntil", nullValue())
                    .body("because.class.authority.notice", equalTo("N-6"))
                    .body("because.assignment.authority.item", equalTo(1))
                    .body("because.class.recordedAt", equalTo("2026-01-02T03:04:05Z"));
        }
    }
}
