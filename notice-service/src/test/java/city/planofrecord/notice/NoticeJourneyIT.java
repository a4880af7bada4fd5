package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class NoticeJourneyIT {

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @ParameterizedTest
    @CsvSource({"J1, AA, classification, paygrade", "J2, AB, paygrade, classification"})
    void whatBothAcceptIsConfirmedOnceAndAppliedWhicheverAnswersFirst(
            String number, String prefix, String first, String second) {
        var offer = decide(number, prefix);

        registers.accept(first, offer);
        awaitState(number, 2, first, "HELD");
        items(number).body("items[2].application.state", equalTo("PENDING"));
        registers.accept(second, offer);
        awaitEvents(number, "notice.confirmed.v1", 1);
        registers.apply(second, offer);
        awaitState(number, 2, second, "APPLIED");
        items(number).body("items[2].application.state", equalTo("HELD"));
        registers.apply(first, offer);
        registers.accept(first, offer);

        await().untilAsserted(() -> items(number)
                .body("items[0].application.state", equalTo("APPLIED"))
                .body("items[0].application.byRegister", not(hasKey("paygrade")))
                .body("items[1].application.state", equalTo("APPLIED"))
                .body("items[2].application.byRegister." + first + ".state", equalTo("APPLIED")));
        var confirmed = registers.heard(number, "notice.confirmed.v1");
        assertThat(confirmed).hasSize(1);
        assertThat(confirmed.getFirst().data().path("batch")).isEqualTo(offer.path("batch"));
        assertThat(registers.heard(number, "notice.released.v1")).isEmpty();
    }

    @Test
    void theOfferCarriesWhatTheRegistersNeed() {
        var offer = decide("J3", "AC");

        assertThat(offer.path("try").asInt()).isEqualTo(1);
        assertThat(offer.path("authority").path("citation").asText()).isEqualTo("Classification Notice No. J3");
        assertThat(offer.path("reason").asText()).isEqualTo("Approved by the Career Service Board on 2011-04-07");
        var revised = offer.path("items").get(0);
        assertThat(revised.path("effectiveFrom").asText()).isEqualTo("2011-04-10");
        assertThat(revised.path("jobClass").path("set").path("title").asText()).isEqualTo("311 Agent");
        assertThat(revised.path("jobClass").path("set").has("jobCode")).isFalse();
        assertThat(revised.has("gradeAssignment")).isFalse();
        var established = offer.path("items").get(1);
        assertThat(established.path("jobClass").path("set").path("jobCode").asText())
                .isEqualTo("AC2433");
        assertThat(established.path("jobClass").path("set").path("flsaStatus").asText())
                .isEqualTo("EXEMPT");
        assertThat(established.path("gradeAssignment").path("grade").asText()).isEqualTo("809-AC");
        var abolished = offer.path("items").get(2);
        assertThat(abolished.path("jobClass").path("set").isEmpty()).isTrue();
        assertThat(abolished.path("jobClass").path("jobCode").asText()).isEqualTo("AC2156");
    }

    @Test
    void whatOneRefusesIsReleasedShownAndOfferedAgain() {
        var offer = decide("J4", "AD");

        registers.reject("classification", offer, 2, "AD2433 was taken by another class");
        awaitEvents("J4", "notice.released.v1", 1);
        registers.accept("paygrade", offer);
        items("J4")
                .body("items[1].application.state", equalTo("REJECTED"))
                .body(
                        "items[1].application.byRegister.classification.reason",
                        equalTo("AD2433 was taken by another class"))
                .body("items[0].application.state", equalTo("PENDING"));

        post("/notices/J4/retry", "").statusCode(200);
        post("/notices/J4/retry", "").statusCode(409);
        awaitEvents("J4", "notice.decided.v1", 2);
        var again = registers.heard("J4", "notice.decided.v1").getLast().data();
        assertThat(again.path("try").asInt()).isEqualTo(2);
        assertThat(again.path("batch")).isEqualTo(offer.path("batch"));
        assertThat(again.path("items")).isEqualTo(offer.path("items"));
        registers.accept("classification", again);
        registers.accept("paygrade", again);
        awaitEvents("J4", "notice.confirmed.v1", 1);
        registers.apply("classification", again);
        registers.apply("paygrade", again);

        await().untilAsserted(() -> items("J4")
                .body("items[0].application.state", equalTo("APPLIED"))
                .body("items[1].application.state", equalTo("APPLIED"))
                .body("items[2].application.state", equalTo("APPLIED")));
        post("/notices/J4/retry", "").statusCode(409);
        assertThat(registers.heard("J4", "notice.released.v1")).hasSize(1);
        assertThat(registers.heard("J4", "notice.confirmed.v1")).hasSize(1);
    }

    @Test
    void bothRefusalsAreShownWhenTheSecondComesLate() {
        var offer = decide("J5", "AE");

        registers.reject("paygrade", offer, 2, "809-AE is being abolished");
        awaitEvents("J5", "notice.released.v1", 1);
        registers.reject("classification", offer, 3, "AE2156 is in use");

        await().untilAsserted(() -> items("J5")
                .body("items[1].application.byRegister.paygrade.state", equalTo("REJECTED"))
                .body("items[2].application.byRegister.classification.reason", equalTo("AE2156 is in use")));
        assertThat(registers.heard("J5", "notice.released.v1")).hasSize(1);
    }

    @Test
    void onlyWhatIsApprovedIsOfferedAndTheStatusFollowsFromTheItems() {
        prepare("J6", "AF");
        post("/notices/J6/posting", Drafts.POSTING).statusCode(200);
        post("/notices/J6/decision", """
                { "decidedOn": "2011-04-07", "body": "Career Service Board", "outcome": "BY_ITEM",
                  "votes": { "for": 4, "against": 1 },
                  "items": [ { "item": 1, "outcome": "APPROVED", "amended": { "title": "City Agent" } },
                             { "item": 2, "outcome": "DENIED" }, { "item": 3, "outcome": "CONTINUED" } ] }
                """)
                .statusCode(200)
                .body("status", equalTo("CONTINUED"))
                .body("items[0].decision.outcome", equalTo("APPROVED_AS_AMENDED"))
                .body("items[0].decision.votes.for", equalTo(4))
                .body("items[1]", not(hasKey("application")))
                .body("items[1]", not(hasKey("effectiveDate")));
        awaitEvents("J6", "notice.decided.v1", 1);
        var first = registers.heard("J6", "notice.decided.v1").getFirst().data();
        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("items")
                        .get(0)
                        .path("jobClass")
                        .path("set")
                        .path("title")
                        .asText())
                .isEqualTo("City Agent");

        post("/notices/J6/decision", Drafts.APPROVAL).statusCode(409);
        post("/notices/J6/hearing", "{ \"at\": \"2011-04-14T17:00:00-06:00\", \"reason\": \"Item 3 was continued\" }")
                .statusCode(200);
        post("/notices/J6/decision", Drafts.APPROVAL.replace("04-07", "04-14"))
                .statusCode(200)
                .body("status", equalTo("APPROVED"));

        awaitEvents("J6", "notice.decided.v1", 2);
        assertThat(registers.heard("J6", "notice.decided.v1").getLast().data().path("items"))
                .hasSize(1)
                .first()
                .satisfies(item -> assertThat(item.path("item").asInt()).isEqualTo(3));
    }

    @Test
    void aNoticeOfThePastIsRecordedWithItsOwnDates() {
        prepare("J7", "AG");

        post("/notices/J7/posting", Drafts.POSTING)
                .statusCode(200)
                .body("status", equalTo("POSTED"))
                .body("posting.postedAt", equalTo("2011-03-23T09:00:00-06:00"))
                .body("posting.until", equalTo("2011-04-05"))
                .body("comments.open", equalTo(false));
        post("/notices/J7/decision", Drafts.APPROVAL)
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("effectiveDate.date", equalTo("2011-04-10"))
                .body("effectiveDate.citation", equalTo("Career Service Rule 7-37 A"))
                .body("effectiveDate.steps", hasSize(2))
                .body("items[0].effectiveDate", equalTo("2011-04-10"));
        awaitEvents("J7", "notice.posted.v1", 1);
        var posted = registers.heard("J7", "notice.posted.v1").getFirst();
        assertThat(posted.data().path("expectedEffectiveDate").asText()).isEqualTo("2011-04-10");
        var told = posted.data().path("items");
        assertThat(told.get(1)
                        .path("proposed")
                        .path("specification")
                        .path("title")
                        .asText())
                .isEqualTo("Manager AG");
        awaitEvents("J7", "notice.decided.v1", 1);
        var offered =
                registers.heard("J7", "notice.decided.v1").getFirst().data().path("items");
        assertThat(told.findValuesAsText("classId"))
                .isEqualTo(offered.findValues("jobClass").stream()
                        .map(jobClass -> jobClass.path("id").asText())
                        .toList());
        assertThat(registers.heard("J7", "notice.decided.v1"))
                .allSatisfy(decided -> assertThat(decided.sequence()).isGreaterThan(posted.sequence()));
        get("/changes?limit=500").statusCode(200);
    }

    private JsonNode decide(String number, String prefix) {
        prepare(number, prefix);
        post("/notices/" + number + "/posting", Drafts.POSTING).statusCode(200);
        post("/notices/" + number + "/decision", Drafts.APPROVAL).statusCode(200);
        awaitEvents(number, "notice.decided.v1", 1);
        return registers.heard(number, "notice.decided.v1").getFirst().data();
    }

    /** A draft of three items and a plan that they fit, in codes of its own. */
    private void prepare(String number, String prefix) {
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
    }

    private static void awaitState(String number, int item, String register, String state) {
        await().untilAsserted(() -> items(number)
                .body("items[" + item + "].application.byRegister." + register + ".state", equalTo(state)));
    }

    private static void awaitEvents(String number, String type, int times) {
        await().untilAsserted(() -> assertThat(registers.heard(number, type)).hasSize(times));
    }

    private static ValidatableResponse items(String number) {
        return get("/notices/" + number + "/items").statusCode(200);
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
