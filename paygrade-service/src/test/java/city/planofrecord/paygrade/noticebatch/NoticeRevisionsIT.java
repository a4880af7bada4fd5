package city.planofrecord.paygrade.noticebatch;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** What becomes of recorded items in the pay plan when they are rescinded, moved or ended. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class NoticeRevisionsIT {

    private static final String EVE = "2031-01-04";
    private static final String DAY = "2031-01-05";
    private static final String LATER = "2031-03-02";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void schedule() {
        Opening.schedule("R");
    }

    private static UUID grade(String grade) {
        if (given().get("/pay-grades/" + grade).statusCode() == 404) {
            Opening.grade(grade, "2010-01-01", "100.00", "200.00");
        }
        return UUID.fromString(given().get("/pay-grades/" + grade)
                .then()
                .statusCode(200)
                .extract()
                .path("id"));
    }

    private static UUID scheduleId() {
        return UUID.fromString(given().get("/pay-schedules").path("items.find { it.schedule == 'R' }.id"));
    }

    private static UUID assigned(String jobCode, String grade) {
        var id = Classes.known(jobCode);
        grade(grade);
        given().contentType("application/json")
                .body("""
                    {"jobCode": "%s", "grade": "%s", "effectiveFrom": "2010-01-01", %s}\
                    """.formatted(jobCode, grade, BY))
                .post("/grade-assignments")
                .then()
                .statusCode(201);
        return id;
    }

    private static void amended(String path, String from, String set) {
        given().contentType("application/json")
                .header("If-Match", given().queryParam("asOf", from).get(path).header("ETag"))
                .body("{\"effectiveFrom\": \"%s\", \"set\": %s, %s}".formatted(from, set, BY))
                .post(path + "/amendments")
                .then()
                .statusCode(200);
    }

    private static void tellThrice(String type, JsonNode data) {
        var id = UUID.randomUUID().toString();
        var number = data.path("number").asText();
        Events.tell(id, "notices", number, type, data);
        Events.tell(id, "notices", number, type, data);
        Events.tell("notices", number, type, data);
    }

    private static JsonNode answer(Offers offer, String type) {
        return await().until(
                        () -> Events.all("notice-items").stream()
                                .filter(told -> told.type().endsWith("notice-batch." + type + ".v1"))
                                .map(Events.Told::data)
                                .filter(data -> data.path("batch").asText().equals(offer.batch()))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private static Offers accepted(Offers offer) {
        tellThrice(offer.type(), offer.data());
        answer(offer, "accepted");
        return offer;
    }

    private static Offers recorded(Offers offer) {
        accepted(offer);
        tellThrice("notice.confirmed.v1", offer.step());
        answer(offer, "applied");
        return offer;
    }

    private static String refused(Offers offer) {
        tellThrice(offer.type(), offer.data());
        return answer(offer, "rejected").at("/items/0/reason").asText();
    }

    private static ValidatableResponse assignment(String jobCode, String day) {
        return given().get("/grade-assignments/" + jobCode + "?asOf=" + day).then();
    }

    private static void assertGrade(String jobCode, String day, String grade) {
        assignment(jobCode, day).statusCode(200).body("grade", equalTo(grade));
    }

    @Test
    void rescindedItemsLeaveWhatStoodBeforeAndTheOthersStay() {
        var regraded = assigned("RA1001", "401-R");
        var abolished = assigned("RA1002", "401-R");
        var to = grade("402-R");
        var begun = Classes.known("RA1003");
        var offer = recorded(Offers.notice("RN-1", DAY)
                .regrade(regraded, "RA1001", to, "402-R")
                .establish(begun, "RA1003", "New class", to, "402-R")
                .abolish(abolished, "RA1002")
                .adjustRange(to, "300.00", "400.00"));
        assertGrade("RA1003", DAY, "402-R");

        var rescinded = accepted(offer.rescinded(1, 2, 4));
        given().contentType("application/json")
                .header("If-Match", given().get("/grade-assignments/RA1001").header("ETag"))
                .body("{\"effectiveFrom\": \"2032-01-01\", \"set\": {\"grade\": \"401-R\"}, %s}".formatted(BY))
                .post("/grade-assignments/RA1001/amendments")
                .then()
                .statusCode(409)
                .body("heldBy", equalTo("RN-1"));
        tellThrice("notice.confirmed.v1", rescinded.step());
        answer(rescinded, "applied");

        assertGrade("RA1001", DAY, "401-R");
        assignment("RA1002", DAY).statusCode(404);
        assignment("RA1003", DAY).statusCode(404);
        given().get("/pay-grades/402-R?asOf=" + DAY).then().body("range.minimum", equalTo("100.00"));
        given().get("/grade-assignments/RA1001/timeline")
                .then()
                .body("timeline", hasSize(1))
                .body("acts.kind", contains("ESTABLISHED", "AMENDED", "CANCELLED"))
                .body("acts[2].authority.citation", equalTo("Resolution 7"))
                .body("acts[2].authority.item", equalTo(1));
    }

    @Test
    void movedItemsTakeEffectOnTheOtherDateEachOnItsNewGrade() {
        var regraded = assigned("RA1011", "411-R");
        var schedule = UUID.randomUUID();
        var grade = UUID.randomUUID();
        var offer = recorded(Offers.notice("RN-2", DAY)
                .regrade(regraded, "RA1011", grade, "100-RR")
                .establishGrade(grade, schedule, "RR", "100")
                .establishSchedule(schedule, "RR")
                .abolishGrade(grade("411-R")));

        var moved = recorded(offer.moved(LATER, 1, 2, 3, 4));

        assertGrade("RA1011", "2031-03-01", "411-R");
        assertGrade("RA1011", LATER, "100-RR");
        given().get("/pay-grades/100-RR?asOf=2031-03-01").then().statusCode(404);
        given().get("/pay-grades/411-R?asOf=2031-03-01").then().statusCode(200);
        given().get("/pay-grades/411-R?asOf=" + LATER).then().statusCode(404);

        recorded(moved.moved(EVE, 1, 2, 3, 4));
        assertGrade("RA1011", EVE, "100-RR");
        given().get("/pay-grades/411-R?asOf=" + EVE).then().statusCode(404);
    }

    @Test
    void endedItemsHaveBeenInEffectUntilTheirEndAndWhatStoodBeforeStandsAgain() {
        var regraded = assigned("RA1021", "421-R");
        var abolished = assigned("RA1022", "421-R");
        var begun = Classes.known("RA1023");
        var grade = UUID.randomUUID();
        var offer = recorded(Offers.notice("RN-3", "2011-04-10")
                .regrade(regraded, "RA1021", grade, "422-R")
                .establish(begun, "RA1023", "New class", grade, "422-R")
                .abolish(abolished, "RA1022")
                .establishGrade(grade, scheduleId(), "R", "422"));

        recorded(offer.ended("2012-01-01", 1, 2, 3, 4));

        assertGrade("RA1021", "2011-12-31", "422-R");
        assertGrade("RA1021", "2012-01-01", "421-R");
        assertGrade("RA1023", "2011-12-31", "422-R");
        assignment("RA1023", "2012-01-01").statusCode(404);
        assignment("RA1022", "2011-12-31").statusCode(404);
        assertGrade("RA1022", "2012-01-01", "421-R");
        given().get("/pay-grades/422-R?asOf=2011-12-31").then().statusCode(200);
        given().get("/pay-grades/422-R?asOf=2012-01-01").then().statusCode(404);
        given().get("/class-pay/RA1021?asOf=2012-01-01").then().body("grade", equalTo("421-R"));
        await().untilAsserted(() -> assertThat(Events.all("grade-assignments"))
                .filteredOn(told ->
                        told.type().endsWith("effective.v1") && told.key().equals(regraded.toString()))
                .last()
                .satisfies(told ->
                        assertThat(told.data().at("/image/grade").asText()).isEqualTo("421-R")));
    }

    @Test
    void aGradeThatAClassOfTheSameNoticeWouldCarryIsNotRescindedAlone() {
        var regraded = assigned("RA1031", "431-R");
        var grade = UUID.randomUUID();
        var schedule = scheduleId();
        var offer = recorded(Offers.notice("RN-4", DAY)
                .establishGrade(grade, schedule, "R", "432")
                .regrade(regraded, "RA1031", grade, "432-R"));

        assertThat(refused(offer.rescinded(1))).contains("a class carries it on " + DAY);
        assertThat(refused(offer.moved(LATER, 1))).contains("a class carries it on " + DAY);
        assertThat(refused(offer.moved(EVE, 2))).contains("432-R is not in effect on " + EVE);
        recorded(offer.rescinded(1, 2));
        assertGrade("RA1031", DAY, "431-R");
        given().get("/pay-grades/432-R?asOf=" + DAY).then().statusCode(404);
    }

    @Test
    void aGradeThatOthersHaveAssignedSinceIsNotRescinded() {
        assigned("RA1041", "441-R");
        var grade = UUID.randomUUID();
        var schedule = scheduleId();
        var offer = recorded(Offers.notice("RN-5", DAY).establishGrade(grade, schedule, "R", "442"));
        amended("/grade-assignments/RA1041", LATER, "{\"grade\": \"442-R\"}");

        assertThat(refused(offer.rescinded(1))).contains("a class carries it on " + LATER);
        recorded(offer.moved("2031-02-02", 1));
        given().get("/pay-grades/442-R?asOf=2031-02-02").then().statusCode(200);
    }

    @Test
    void aGradeWhoseNameAnotherHasTakenSinceDoesNotComeBack() {
        grade("451-R");
        var offer = recorded(Offers.notice("RN-6", DAY).abolishGrade(grade("451-R")));
        Opening.grade("451-R", LATER, "100.00", "200.00");

        assertThat(refused(offer.rescinded(1))).contains("451-R is taken from " + LATER);
    }

    @Test
    void whatIsInEffectIsNeitherTakenOutNorMoved() {
        var regraded = assigned("RA1061", "461-R");
        var offer = recorded(Offers.notice("RN-7", "2011-04-10").regrade(regraded, "RA1061", grade("462-R"), "462-R"));

        assertThat(refused(offer.rescinded(1))).contains("took effect on 2011-04-10");
        assertThat(refused(offer.moved(DAY, 1))).contains("took effect on 2011-04-10");
        assertGrade("RA1061", DAY, "462-R");
    }

    @Test
    void aLaterRegradeByOthersStaysWhereItIs() {
        var regraded = assigned("RA1071", "471-R");
        var offer = recorded(Offers.notice("RN-8", DAY).regrade(regraded, "RA1071", grade("472-R"), "472-R"));
        grade("473-R");
        amended("/grade-assignments/RA1071", LATER, "{\"grade\": \"473-R\"}");

        assertThat(refused(offer.moved("2031-04-06", 1))).contains(LATER, "Ordinance 12", "speaks of the same");
        recorded(offer.rescinded(1));
        assertGrade("RA1071", DAY, "471-R");
        assertGrade("RA1071", LATER, "473-R");
    }

    @Test
    void aReleasedRevisionLeavesNothingBehind() {
        var regraded = assigned("RA1081", "481-R");
        var offer = recorded(Offers.notice("RN-9", DAY).regrade(regraded, "RA1081", grade("482-R"), "482-R"));

        var rescinded = accepted(offer.rescinded(1));
        tellThrice("notice.released.v1", rescinded.step());

        await().untilAsserted(() -> given().contentType("application/json")
                .header("If-Match", given().get("/grade-assignments/RA1081").header("ETag"))
                .body("{\"effectiveFrom\": \"2032-01-01\", \"set\": {\"grade\": \"481-R\"}, %s}".formatted(BY))
                .post("/grade-assignments/RA1081/amendments?dryRun=true")
                .then()
                .statusCode(200));
        assertGrade("RA1081", DAY, "482-R");
    }

    @Test
    void aRevisionThatCannotBeReadIsParkedAndAHearingThatIsMovedIsNot() {
        Events.tell("notices", "RN-10", "notice.rescheduled.v1", Events.json("""
            {"number": "RN-10", "edition": 1, "revision": 2, "cause": "MOVED", "reason": "r", "items": [1],
             "hearing": {"at": "2011-04-14T17:00:00-06:00"}}
            """));
        Events.tell("notices", "RN-11", "notice.rescinded.v1", Events.json("""
            {"number": "RN-11", "edition": 1, "revision": 2, "batch": "%s", "try": 1, "reason": "r", "items": [1],
             "authority": {"kind": "NOTICE", "citation": "c"},
             "revisedItems": [{"item": 1, "recordedBy": "b", "until": "some day"}]}
            """.formatted(UUID.randomUUID())));

        await().untilAsserted(() -> given().get("/dead-letters")
                .then()
                .body("items.find { it.key == 'RN-11' }.reason", containsString("some day")));
        assertThat(given().get("/dead-letters").<List<String>>path("items.key")).doesNotContain("RN-10");
    }

    @Test
    void actsRecordedBeforeTheyWereNotedByBatchAreFoundByTheNoticeAndItemThatTheyCite() throws IOException {
        var regraded = assigned("RA1091", "491-R");
        var offer = recorded(Offers.notice("RN-12", DAY)
                .regrade(regraded, "RA1091", grade("492-R"), "492-R")
                .adjustRange(grade("492-R"), "300.00", "400.00"));
        RealServers.current().asSuperuser("delete from batch_act where batch_id = '" + offer.batch() + "'");

        try (var migration =
                PaygradeBatch.class.getResourceAsStream("/db/migration/V2026.11.23.20__acts_of_recorded_batches.sql")) {
            var statement = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            RealServers.current().asSuperuser(statement);
        }
        recorded(offer.rescinded(1, 2));

        assertGrade("RA1091", DAY, "491-R");
        given().get("/pay-grades/492-R?asOf=" + DAY).then().body("range.minimum", equalTo("100.00"));
    }
}
