package city.planofrecord.notice;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.PaperNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

/** The doubts about a document, from its import to the posting. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class DraftFindingsIT {

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("FA2154", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void anUnsettledDoubtKeepsTheDraftFromBeingPosted() {
        imported("DF1").body("findings.code", hasItem("UNCLAIMED_TEXT")).body("findings.id", contains(1));
        awaitChecked("DF1");

        get("/notices/DF1/check")
                .body("findings.find { it.rule == 'FINDING_SETTLED' }.field", equalTo("/findings/0"))
                .body("findings.find { it.rule == 'FINDING_SETTLED' }.found", equalTo("UNCLAIMED_TEXT"));
        problem(post("/notices/DF1/posting", Drafts.POSTING), 422)
                .body("findings.rule", contains("FINDING_SETTLED"))
                .body("detail", containsString("Finding 1 of the document is not settled: "));

        post("/notices/DF1/findings/1/settlement", "{ \"how\": \"ACCEPTED\", \"reason\": \" A greeting. \" }")
                .statusCode(200)
                .body("findings[0].settlement.how", equalTo("ACCEPTED"))
                .body("findings[0].settlement.reason", equalTo("A greeting."))
                .body("findings[0].settlement.actor", equalTo("analyst"))
                .body("findings[0].settlement.recordedAt", notNullValue());
        get("/notices/DF1/findings").body("total", equalTo(1)).body("open", equalTo(0));
        get("/notices/DF1/findings?settled=false").body("items", empty());
        post("/notices/DF1/posting", Drafts.POSTING)
                .statusCode(200)
                .body("findings[0].settlement.how", equalTo("ACCEPTED"));
        problem(post("/notices/DF1/findings/1/settlement", "{ \"how\": \"FIXED\" }"), 409);
        onlyTheDeskIsToldWhatWasDoubtful("DF1");

        post("/notices/DF1/supersession", "{ \"reason\": \"Printed wrongly\" }")
                .statusCode(201)
                .body("findings[0].id", equalTo(1))
                .body("findings[0].settlement.how", equalTo("ACCEPTED"));
        get("/notices/DF1/document").body(containsString("With kind regards."));
        get("/notices/DF1/comparison?differing=true").body("document.edition", equalTo(1));
    }

    private static void onlyTheDeskIsToldWhatWasDoubtful(String number) {
        get("/notices/" + number)
                .header("Cache-Control", "private, no-store")
                .body("findings", hasSize(1))
                .body("sources", not(anEmptyMap()));
        for (var authorization : List.of(Bearer.NONE, moderator())) {
            RestAssured.given()
                    .header("Authorization", authorization)
                    .get("/notices/" + number)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("findings", empty())
                    .body("$", not(hasKey("sources")));
        }
    }

    private static String moderator() {
        return "Bearer " + RealServers.current().issuer().token("mo", "moderator");
    }

    @Test
    void aDraftThatIsReplacedKeepsItsDoubtsAndTheirSettlement() {
        var etag = imported("DF2").extract().header("ETag");

        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(Drafts.draft("DF2", Drafts.retitle("FA2154", "3-1-1 Agent", "City Agent")))
                .put("/notices/DF2")
                .then()
                .statusCode(200)
                .body("findings.id", contains(1))
                .body("findings[0]", not(hasItem("settlement")));
        problem(settled("DF2", etag, "{ \"findings\": [1], \"how\": \"FIXED\" }"), 412);
        var now = post("/notices/DF2/findings/settlement", "{ \"findings\": [1], \"how\": \"FIXED\" }")
                .statusCode(200)
                .extract()
                .header("ETag");
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("If-Match", now)
                .body(Drafts.draft("DF2", Drafts.retitle("FA2154", "3-1-1 Agent", "City Agent")))
                .put("/notices/DF2")
                .then()
                .statusCode(200)
                .body("findings[0].settlement.how", equalTo("FIXED"));

        RestAssured.delete("/notices/DF2/findings/1/settlement")
                .then()
                .statusCode(200)
                .body("findings.settlement", everyItem(equalTo(null)));
    }

    @Test
    void whatCannotBeSettledIsRefused() {
        imported("DF3");

        problem(post("/notices/DF3/findings/1/settlement", "{ \"how\": \"ACCEPTED\" }"), 422)
                .body("violations[0].pointer", equalTo("/reason"));
        problem(post("/notices/DF3/findings/1/settlement", "{ \"how\": \"ACCEPTED\", \"reason\": \"  \" }"), 422);
        problem(post("/notices/DF3/findings/2/settlement", "{ \"how\": \"FIXED\" }"), 404);
        problem(post("/notices/DF3/findings/settlement", "{ \"findings\": [1, 2], \"how\": \"FIXED\" }"), 422)
                .body("violations", hasSize(1));
        problem(post("/notices/DF3/findings/settlement", "{ \"findings\": [], \"how\": \"FIXED\" }"), 400);
        problem(post("/notices/DF3/findings/1/settlement", "{ \"how\": \"IGNORED\" }"), 400);
        problem(post("/notices/DF4/findings/1/settlement", "{ \"how\": \"FIXED\" }"), 404);
        problem(RestAssured.delete("/notices/DF3/findings/7/settlement").then(), 404);
        get("/notices/DF3/findings").body("open", equalTo(1));
    }

    private static void awaitChecked(String number) {
        await().untilAsserted(() -> get("/notices/" + number + "/check")
                .body("findings.findAll { it.severity == 'ERROR' }.rule", contains("FINDING_SETTLED")));
    }

    /** A notice whose last line no rule reads. */
    private static ValidatableResponse imported(String number) {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", "text/plain; charset=utf-8")
                .body(PaperNotices.renaming(number, "FA2154", "3-1-1 Agent", "311 Agent", "With kind regards.")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/notice-imports")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse settled(String number, String etag, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .post("/notices/" + number + "/findings/settlement")
                .then();
    }

    private static ValidatableResponse get(String path) {
        return RestAssured.get(path).then().statusCode(200);
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json");
    }
}
