package city.planofrecord.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;

/** What is drafted is seen by those who work on it, and decided by somebody else. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class DraftsAreForTheDeskIT {

    private static final String ITEM =
            "{ \"kind\": \"REVISE\", \"present\": { \"jobCode\": \"DD2154\" }, \"proposed\": { \"title\": \"311 Agent\" } }";

    private static RequestSpecification somebody(String authorization) {
        return given().header("Authorization", authorization);
    }

    private static RequestSpecification bearer(String subject, String... roles) {
        return somebody("Bearer " + RealServers.current().issuer().token(subject, roles));
    }

    private static void drafted(String number) {
        bearer("ann", "analyst")
                .contentType("application/json")
                .body(Drafts.draft(number, ITEM))
                .post("/notices")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/items", "/preview", "/impact", "/editions", "/decision", "/posted-document"})
    void aDraftIsNothingToWhoeverHasNoPartInIt(String part) {
        var number = "DESK-1" + part.replace('/', '-');
        drafted(number);

        somebody(Bearer.NONE).get("/notices/" + number + part).then().statusCode(404);
        bearer("mod", "moderator").get("/notices/" + number + part).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "director", "clerk"})
    void theDeskSeesItAndNobodyKeepsTheAnswer(String role) {
        var number = "DESK-2-" + role;
        drafted(number);

        bearer("dee", role)
                .get("/notices/" + number)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/pdf"})
    void norDoesAnybodyKeepItsSheet(String form) {
        var number = "DESK-8-" + form.replaceAll(".*/", "");
        drafted(number);

        var sheet = bearer("dee", "clerk").accept(form).get("/notices/" + number);
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.header("Cache-Control")).isEqualTo("private, no-store");
        bearer("dee", "clerk")
                .accept(form)
                .header("If-None-Match", sheet.header("ETag"))
                .get("/notices/" + number)
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("private, no-store"));
        somebody(Bearer.NONE).accept(form).get("/notices/" + number).then().statusCode(404);
    }

    @Test
    void norTheDocumentThatItWasReadFrom() {
        bearer("ann", "analyst")
                .contentType("text/csv")
                .body("kind,present job code,proposed title\nREVISE,DD2154,311 Agent\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/notice-imports?number=DESK-9")
                .then()
                .statusCode(201);

        bearer("dee", "clerk")
                .get("/notices/DESK-9/document")
                .then()
                .statusCode(200)
                .body(containsString("311 Agent"))
                .header("Cache-Control", equalTo("private, no-store"));
    }

    @Test
    void aDraftIsListedForTheDeskOnly() {
        drafted("DESK-3");

        bearer("dee", "director").get("/notices").then().statusCode(200).body("items.number", hasItem("DESK-3"));
        somebody(Bearer.NONE)
                .get("/notices")
                .then()
                .statusCode(200)
                .body("items.number", not(hasItem("DESK-3")))
                .header("Cache-Control", equalTo("no-cache"));
        somebody(Bearer.NONE)
                .get("/notices?status=DRAFT")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total", equalTo(0));
    }

    @Test
    void theAgendaTellsEverybodyOfWhatIsPostedAndTheDeskOfDraftsToo() {
        drafted("DESK-4");
        var april = "/agenda?from=2011-04-01&until=2011-04-30&limit=500";

        bearer("cleo", "clerk").get(april).then().body("items.notice", hasItem("DESK-4"));
        somebody(Bearer.NONE).get(april).then().statusCode(200).body("items.notice", not(hasItem("DESK-4")));
    }

    @Test
    void whoDraftedANoticeDoesNotRecordItsDecision() {
        var number = "DESK-5";
        drafted(number);
        var approval = Drafts.APPROVAL;

        bearer("ann", "analyst", "clerk")
                .contentType("application/json")
                .body(approval)
                .post("/notices/" + number + "/decision")
                .then()
                .statusCode(403)
                .body("detail", containsString("You have drafted notice " + number));
    }
}
