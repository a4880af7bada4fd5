package city.planofrecord.notice;

import static city.planofrecord.notice.CouncilNotices.BEFORE;
import static city.planofrecord.notice.CouncilNotices.PROVISIONAL;
import static city.planofrecord.notice.CouncilNotices.enact;
import static city.planofrecord.notice.CouncilNotices.enactment;
import static city.planofrecord.notice.CouncilNotices.post;
import static city.planofrecord.notice.CouncilNotices.problem;
import static city.planofrecord.notice.CouncilNotices.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.notice.Notices;
import city.planofrecord.notice.registration.Registration;
import city.planofrecord.notice.registration.RevisedItem;
import city.planofrecord.notice.testing.EnactmentRules;
import city.planofrecord.notice.testing.SpecificationReader;

/** What the Council refuses to enact, and what was approved provisionally until it spoke. */
@QuarkusTest
@TestProfile(EnactmentRules.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class RefusedEnactmentIT {

    private static CouncilNotices council;

    @Inject
    Notices notices;

    @Inject
    Registration registration;

    @BeforeAll
    static void begin() {
        council = new CouncilNotices();
    }

    @AfterAll
    static void end() throws InterruptedException {
        council.close();
    }

    @Test
    void whatTheCouncilRefusesToEnactIsNeverRecorded() {
        council.approved("EN-REFUSED", BEFORE);

        enact(enactment(
                        "Council Bill 12-0345",
                        "2012-05-01",
                        "\"EN-REFUSED\"",
                        "\"outcome\": \"REFUSED\", \"reason\": \"The appropriation is missing.\""))
                .statusCode(201)
                .body("outcome", equalTo("REFUSED"));

        RestAssured.get("/notices/EN-REFUSED")
                .then()
                .body("enactment.outcome", equalTo("REFUSED"))
                .body("items[0].enactment.act.reason", equalTo("The appropriation is missing."))
                .body("items[0]", not(hasKey("effectiveDate")))
                .body("items[0]", not(hasKey("application")));
        council.awaitEvents("EN-REFUSED", "notice.enacted.v1", 1);
        assertThat(council.heard("EN-REFUSED", "notice.enacted.v1", 0)
                        .path("outcome")
                        .asText())
                .isEqualTo("REFUSED");
        assertThat(council.registers().heard("EN-REFUSED", "notice.decided.v1")).hasSize(1);
        problem(enact(enactment("Ordinance 2", "2012-06-01", "\"EN-REFUSED\"", null)), 422)
                .body("violations[0].message", containsString("REFUSED by Council Bill 12-0345"));
    }

    @Test
    void whatWasApprovedProvisionallyLapsesWithTheRefusalRescindedOrEndedThatDay() {
        council.posted("EN-LAPSE", PROVISIONAL);
        post("/notices/EN-LAPSE/decision", """
                { "decidedOn": "2013-04-07", "body": "Career Service Board", "outcome": "BY_ITEM",
                  "items": [ { "item": 1, "outcome": "APPROVED",
                               "effectiveDate": { "date": "2099-01-04", "citation": "A law of 2013" } },
                             { "item": 2, "outcome": "APPROVED" } ] }
                """).statusCode(200);
        council.awaitEvents("EN-LAPSE", "notice.decided.v1", 1);
        var refusal = refusal("Council Bill 13-0001", "2013-12-10", "EN-LAPSE");
        problem(enact(refusal), 409);
        council.record(council.heard("EN-LAPSE", "notice.decided.v1", 0), "EN-LAPSE", 1);
        RestAssured.get("/notices/EN-LAPSE").then().body("items.inEffect", equalTo(List.of(false, true)));

        enact(refusal).statusCode(201).body("notices[0].items", equalTo(List.of(1, 2)));

        council.awaitEvents("EN-LAPSE", "notice.rescinded.v1", 1);
        var offer = council.heard("EN-LAPSE", "notice.rescinded.v1", 0);
        assertThat(offer.path("authority").path("citation").asText()).isEqualTo("Council Bill 13-0001");
        assertThat(offer.path("reason").asText()).contains("The appropriation is missing.");
        assertThat(offer.path("revisedItems").get(0).has("until")).isFalse();
        assertThat(offer.path("revisedItems").get(1).path("until").asText()).isEqualTo("2013-12-10");
        council.record(offer, "EN-LAPSE", 2);
        RestAssured.get("/notices/EN-LAPSE")
                .then()
                .body("status", equalTo("RESCINDED"))
                .body("enactment.outcome", equalTo("REFUSED"))
                .body("items.rescission.state", equalTo(List.of("APPLIED", "APPLIED")))
                .body("items[1].rescission.date", equalTo("2013-12-10"))
                .body("items.inEffect", equalTo(List.of(false, false)));
        problem(enact(enactment("Ordinance 3", "2014-06-01", "\"EN-LAPSE\"", null)), 422)
                .body("violations[0].message", containsString("was rescinded"));
    }

    @Test
    void whatTookEffectAfterTheRefusalIsVoidFromItsFirstDay() {
        council.approved("EN-VOID", PROVISIONAL);
        council.awaitEvents("EN-VOID", "notice.decided.v1", 1);
        council.record(council.heard("EN-VOID", "notice.decided.v1", 0), "EN-VOID", 1);

        enact(refusal("Council Bill 13-0002", "2013-04-09", "EN-VOID")).statusCode(201);

        council.awaitEvents("EN-VOID", "notice.rescinded.v1", 1);
        assertThat(council.heard("EN-VOID", "notice.rescinded.v1", 0).findValuesAsText("until"))
                .containsExactly("2013-04-14", "2013-04-14");
    }

    @Test
    void whatWasRescindedBeforeWaitsForTheCouncilNoMore() {
        council.approved("EN-GONE", BEFORE);
        QuarkusTransaction.requiringNew()
                .run(() -> registration.revise(
                        notices.lock("EN-GONE"), List.of(new RevisedItem.Rescinded(2)), "Resolution 1", "r"));
        RestAssured.get("/notices/EN-GONE").then().body("enactment.awaiting", equalTo(List.of(1)));

        enact(enactment("Ordinance 4", "2012-05-01", "\"EN-GONE\"", null))
                .statusCode(201)
                .body("notices[0].items", equalTo(List.of(1)));
        council.awaitEvents("EN-GONE", "notice.decided.v1", 2);
        assertThat(council.heard("EN-GONE", "notice.decided.v1", 1).path("items"))
                .hasSize(1);
    }
}
