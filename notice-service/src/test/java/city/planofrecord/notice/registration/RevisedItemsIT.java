package city.planofrecord.notice.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Clock;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

/** Approved items rescinded or moved, with the registers' answers in every order. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class RevisedItemsIT {

    private static final String RESCINDED = "notice.rescinded.v1";
    private static final String RESCHEDULED = "notice.rescheduled.v1";
    private static final String BECAUSE = "\"citation\": \"Resolution 7\", \"reason\": \"To be studied again\"";

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
        RealServers.current().clock().real();
    }

    @BeforeEach
    void theDayAfterTheDecision() {
        CityTime.set(clock, "2011-04-08T08:00:00");
    }

    @Test
    void rescindedItemsStayRecordedUntilBothRegistersHaveTakenThemOut() {
        var decided = applied("RV1", "VA");

        rescind("RV1", "\"items\": [1, 3], ")
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("items[0].rescission.state", equalTo("PENDING"))
                .body("items[0].rescission.citation", equalTo("Resolution 7"))
                .body("items[0].application.state", equalTo("APPLIED"))
                .body("items[1].rescission", nullValue());
        problem(rescind("RV1", "\"items\": [2], "), 409).body("detail", containsString("being recorded"));
        problem(move("RV1", "2011-04-24", ""), 409);
        problem(post("/notices/RV1/retry", "{}"), 409);

        var asked = heard("RV1", RESCINDED, 1);
        assertThat(asked.path("batch").asText())
                .isNotEqualTo(decided.path("batch").asText());
        assertThat(asked.at("/revisedItems/0/recordedBy")).isEqualTo(decided.path("batch"));
        assertThat(asked.at("/revisedItems/0/registers")).hasSize(1);
        assertThat(asked.at("/revisedItems/1/registers")).hasSize(2);
        assertThat(asked.at("/authority/citation").asText()).isEqualTo("Resolution 7");
        registers.accept("paygrade", asked);
        await("RV1", "items[2].rescission.byRegister.paygrade.state", "HELD");
        registers.accept("classification", asked);
        heard("RV1", "notice.confirmed.v1", 2);
        registers.apply("classification", asked);
        await("RV1", "items[0].rescission.state", "APPLIED");
        get("/notices/RV1").body("items[2].rescission.state", equalTo("HELD"));
        registers.apply("paygrade", asked);
        await("RV1", "items[2].rescission.state", "APPLIED");

        get("/notices/RV1")
                .body("status", equalTo("APPROVED"))
                .body("items[0].decision.outcome", equalTo("APPROVED"))
                .body("items[0].effectiveDate", equalTo("2011-04-10"));
        problem(rescind("RV1", "\"items\": [1], "), 409).body("detail", containsString("rescinded before"));
        rescind("RV1", "").statusCode(200).body("items[1].rescission.state", equalTo("PENDING"));
        var rest = heard("RV1", RESCINDED, 2);
        assertThat(rest.path("items")).hasSize(1);
        follow(rest);
        await("RV1", "status", "RESCINDED");
        problem(rescind("RV1", ""), 409);
        problem(post("/notices/RV1/decision", Drafts.APPROVAL), 409);
        problem(post("/notices/RV1/withdrawal", "{ \"reason\": \"r\" }"), 409)
                .body("detail", containsString("rescinded"));
        get("/notices?status=RESCINDED").body("items.number", hasItem("RV1"));
    }

    @Test
    void anotherDateHoldsOnceBothRegistersFollowAndTheFormerOneStaysVisible() {
        applied("RV2", "VB");

        move("RV2", "2011-04-24", "\"items\": [1], ")
                .statusCode(200)
                .body("items[0].effectiveDate", equalTo("2011-04-10"))
                .body("items[0].dateChange.date", equalTo("2011-04-24"))
                .body("items[0].dateChange.state", equalTo("PENDING"));
        follow(heard("RV2", RESCHEDULED, 1));
        await("RV2", "items[0].effectiveDate", "2011-04-24");
        get("/notices/RV2")
                .body("items[0].ownEffectiveDate.override.insteadOf", equalTo("2011-04-10"))
                .body("items[0].ownEffectiveDate.override.citation", equalTo("Resolution 7"))
                .body("items[0].ownEffectiveDate.citation", equalTo("Career Service Rule 7-37 A"))
                .body("effectiveDate.date", equalTo("2011-04-10"))
                .body("effectiveDate.override", nullValue());

        move("RV2", "2011-04-24", "\"items\": [2, 3], ").statusCode(200);
        var asked = heard("RV2", RESCHEDULED, 2);
        assertThat(asked.path("cause").asText()).isEqualTo("EFFECTIVE_DATE");
        assertThat(asked.at("/revisedItems/0/formerEffectiveFrom").asText()).isEqualTo("2011-04-10");
        assertThat(asked.at("/revisedItems/0/effectiveFrom").asText()).isEqualTo("2011-04-24");
        follow(asked);
        await("RV2", "effectiveDate.date", "2011-04-24");
        get("/notices/RV2")
                .body("effectiveDate.override.insteadOf", equalTo("2011-04-10"))
                .body("effectiveDate.rule", equalTo("FIRST_WORK_WEEK"));

        move("RV2", "2011-05-08", "\"items\": [1], ").statusCode(200);
        assertThat(heard("RV2", RESCHEDULED, 3).at("/revisedItems/0/recordedBy"))
                .isEqualTo(registers.heard("RV2", RESCHEDULED).getFirst().data().path("batch"));
    }

    @Test
    void aRevisionThatARegisterRefusesChangesNothingAndCanBeAskedAgainOrOtherwise() {
        applied("RV3", "VC");
        rescind("RV3", "\"items\": [1, 2], ").statusCode(200);
        var asked = heard("RV3", RESCINDED, 1);
        registers.reject("classification", asked, 1, "The code has been taken");
        registers.accept("paygrade", asked);
        heard("RV3", "notice.released.v1", 1);

        await("RV3", "items[0].rescission.state", "REJECTED");
        get("/notices/RV3")
                .body("items[0].rescission.byRegister.classification.reason", equalTo("The code has been taken"))
                .body("items[0].application.state", equalTo("APPLIED"))
                .body("status", equalTo("APPROVED"));

        move("RV3", "2011-04-24", "\"items\": [1], ").statusCode(200);
        follow(heard("RV3", RESCHEDULED, 1));
        await("RV3", "items[0].effectiveDate", "2011-04-24");
        post("/notices/RV3/retry", "{}").statusCode(200).body("items[1].rescission.state", equalTo("PENDING"));
        var again = heard("RV3", RESCINDED, 2);
        assertThat(again.path("try").asInt()).isEqualTo(2);
        assertThat(again.path("batch")).isEqualTo(asked.path("batch"));
        assertThat(again.path("revisedItems").findValuesAsText("item")).containsExactly("2");
        follow(again);
        await("RV3", "items[1].rescission.state", "APPLIED");
        get("/notices/RV3").body("items[0].rescission", nullValue());
        problem(post("/notices/RV3/retry", "{}"), 409);
    }

    @Test
    void whatNoRegisterHasRecordedIsRescindedAtOnceAndAnotherDateGoesIntoTheNextTry() {
        var decided = decided("RV4", "VD");
        registers.reject("classification", decided, 2, "VD2433 was taken by another class");
        registers.accept("paygrade", decided);
        heard("RV4", "notice.released.v1", 1);
        await("RV4", "items[1].application.state", "REJECTED");

        rescind("RV4", "\"items\": [2], ")
                .statusCode(200)
                .body("items[1].rescission.state", equalTo("APPLIED"))
                .body("items[1].rescission.byRegister.size()", equalTo(0));
        assertThat(heard("RV4", RESCINDED, 1).has("batch")).isFalse();
        move("RV4", "2011-04-24", "\"items\": [3], ")
                .statusCode(200)
                .body("items[2].effectiveDate", equalTo("2011-04-24"));
        post("/notices/RV4/retry", "{}").statusCode(200);
        await().until(() -> registers.heard("RV4", "notice.decided.v1").size() == 2);
        var again = registers.heard("RV4", "notice.decided.v1").getLast().data();
        assertThat(again.path("items").findValuesAsText("item")).containsExactly("1", "3");
        assertThat(again.path("items").findValuesAsText("effectiveFrom")).containsExactly("2011-04-10", "2011-04-24");
        follow(again);
        await("RV4", "items[2].application.state", "APPLIED");
        get("/notices/RV4").body("status", equalTo("APPROVED"));
    }

    @Test
    void aNoticeIsInEffectOnceEveryItemThatStandsIs() {
        applied("RV5", "VE");
        get("/notices/RV5").body("inEffect", equalTo(false)).body("items.inEffect", contains(false, false, false));
        move("RV5", "2011-04-24", "\"items\": [2], ").statusCode(200);
        follow(heard("RV5", RESCHEDULED, 1));
        await("RV5", "items[1].effectiveDate", "2011-04-24");

        CityTime.set(clock, "2011-04-10T00:00:00");
        get("/notices/RV5").body("inEffect", equalTo(false)).body("items.inEffect", contains(true, false, true));
        get("/notices/RV5/items").body("items.inEffect", contains(true, false, true));
        rescind("RV5", "\"items\": [2], ").statusCode(200);
        follow(heard("RV5", RESCINDED, 1));
        await("RV5", "items[1].rescission.state", "APPLIED");
        get("/notices/RV5").body("inEffect", equalTo(true)).body("items.inEffect", contains(true, false, true));
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlace() {
        applied("RV6", "VF");
        problem(rescind("RV6", "\"items\": [4], "), 422).body("violations[0].pointer", equalTo("/items"));
        problem(rescind("RV6", "\"items\": [1, 1], "), 422).body("violations[0].message", containsString("twice"));
        problem(rescind("RV6", "\"items\": [], "), 400);
        problem(post("/notices/RV6/rescission", "{ \"citation\": \" \", \"reason\": \"r\" }"), 400);
        problem(move("RV6", "2011-04-08", ""), 422)
                .body("violations[0].pointer", equalTo("/date"))
                .body("violations[0].expected", containsString("after 2011-04-08"));
        problem(move("RV6", "2011-04-10", ""), 422).body("violations", hasSize(3));
        problem(rescind("NONE", ""), 404);
        post("/notices", Drafts.draft("RV7", Drafts.retitle("VF2154", "3-1-1 Agent", "311 Agent")))
                .statusCode(201);
        problem(rescind("RV7", ""), 409);
        problem(rescind("RV7", "\"items\": [1], "), 409).body("detail", containsString("not been approved"));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1-x\"")
                .body("{ " + BECAUSE + " }")
                .post("/notices/RV6/rescission")
                .then()
                .statusCode(412);

        CityTime.set(clock, "2011-04-10T00:00:00");
        problem(rescind("RV6", "\"items\": [1], "), 409).body("detail", containsString("took effect on 2011-04-10"));
        problem(move("RV6", "2011-04-24", ""), 409);
        assertThat(registers.heard("RV6", RESCINDED)).isEmpty();
    }

    private static JsonNode decided(String number, String prefix) {
        registers.tellClass(prefix + "2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass(prefix + "2156", "3-1-1 Supervisor", "2005-12-01");
        registers.tellGrade("809", prefix, "52419.00", "83640.00", "2005-12-01");
        post(
                        "/notices",
                        Drafts.draft(
                                number,
                                Drafts.retitle(prefix + "2154", "3-1-1 Agent", "311 Agent"),
                                Drafts.establish(prefix + "2433", "Manager " + prefix, prefix + "-809"),
                                Drafts.abolish(prefix + "2156")))
                .statusCode(201);
        await().untilAsserted(() ->
                get("/notices/" + number + "/check").body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
        post("/notices/" + number + "/posting", Drafts.POSTING).statusCode(200);
        post("/notices/" + number + "/decision", Drafts.APPROVAL).statusCode(200);
        return heard(number, "notice.decided.v1", 1);
    }

    /** Recorded by both registers. */
    private static JsonNode applied(String number, String prefix) {
        var decided = decided(number, prefix);
        follow(decided);
        await(number, "items[2].application.state", "APPLIED");
        return decided;
    }

    private static void follow(JsonNode offer) {
        var number = offer.path("number").asText();
        var confirmed = registers.heard(number, "notice.confirmed.v1").size();
        registers.accept("classification", offer);
        registers.accept("paygrade", offer);
        heard(number, "notice.confirmed.v1", confirmed + 1);
        registers.apply("classification", offer);
        registers.apply("paygrade", offer);
    }

    /** The last of so many events. */
    private static JsonNode heard(String number, String type, int times) {
        return await().until(() -> registers.heard(number, type), all -> all.size() == times)
                .getLast()
                .data();
    }

    private static void await(String number, String path, String value) {
        await().untilAsserted(() -> get("/notices/" + number).body(path, equalTo(value)));
    }

    private static ConditionFactory await() {
        return Awaitility.await();
    }

    private static ValidatableResponse rescind(String number, String items) {
        return post("/notices/" + number + "/rescission", "{ " + items + BECAUSE + " }");
    }

    private static ValidatableResponse move(String number, String date, String items) {
        return post(
                "/notices/" + number + "/effective-date",
                "{ " + items + "\"date\": \"" + date + "\", " + BECAUSE + " }");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json");
    }

    private static ValidatableResponse get(String path) {
        return RestAssured.given().get(path).then();
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
