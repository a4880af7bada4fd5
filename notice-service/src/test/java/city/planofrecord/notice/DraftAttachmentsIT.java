package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.PaperNotices;
import city.planofrecord.notice.testing.SpecificationReader;

/** Attachments of a draft one by one, and the documents that a draft was read from. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class DraftAttachmentsIT {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    @AfterEach
    void answerAsBefore() {
        SpecificationReader.current().listen();
        SpecificationReader.current().answers(200, "{\"specifications\": [], \"findings\": []}");
    }

    @Test
    void anAttachmentIsAddedReplacedAndTakenOutWithItsOwnFindingsOnly() {
        var etag = draft("DA1");
        reads("311 Agent", "FLSA_NOT_UNDERSTOOD");

        etag = etag(sent(etag, TEXT, "A specification\n")
                .post("/notices/DA1/attachments")
                .then()
                .statusCode(201)
                .header("Location", containsString("/notices/DA1/attachments/1"))
                .body("attachments[0].item", equalTo(1))
                .body("items[0].proposed.specification.title", equalTo("311 Agent"))
                .body("items[0].changes", hasItem("RESPECIFY"))
                .body("findings.code", contains("ATTACHMENT_JOINED_BY_TITLE", "FLSA_NOT_UNDERSTOOD"))
                .body("findings[1].pointer", equalTo("/attachments/0/specification/flsa"))
                .body("findings[1].attachment", equalTo("1")));
        RestAssured.get("/notices/DA1/document?attachment=1")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("A specification\n"));
        etag = etag(sent(etag, JSON, "{ \"item\": 2, \"specification\": { \"title\": \"Manager\" } }")
                .post("/notices/DA1/attachments")
                .then()
                .statusCode(201)
                .body("attachments.key", contains("1", "2")));

        reads("311 Agent", "PARTIAL_DATE");
        etag = etag(sent(etag, "text/markdown", "# A better specification\n")
                .put("/notices/DA1/attachments/1")
                .then()
                .statusCode(200)
                .body("attachments.item", contains(1, 2))
                .body("findings.id", contains(1, 2, 3, 4))
                .body("findings[1].settlement.reason", equalTo("Attachment 1 was replaced."))
                .body("findings[3].code", equalTo("PARTIAL_DATE"))
                .body("findings[3]", not(hasKey("settlement"))));
        RestAssured.get("/notices/DA1/document?attachment=1")
                .then()
                .statusCode(200)
                .body(equalTo("# A better specification\n"));

        sent(etag, JSON, "")
                .delete("/notices/DA1/attachments/1")
                .then()
                .statusCode(200)
                .body("attachments.key", contains("2"))
                .body("items[0].proposed", not(hasKey("specification")))
                .body("items[0].changes", contains("RETITLE"))
                .body("findings.findAll { it.settlement == null }", empty());
        problem(RestAssured.get("/notices/DA1/document?attachment=1").then(), 404);
        RestAssured.get("/notices/DA1/attachments").then().body("total", equalTo(1));
        RestAssured.get("/notices/DA1/attachments/2").then().body("title", equalTo("Manager"));
        problem(RestAssured.get("/notices/DA1/attachments/1").then(), 404);
    }

    @Test
    void nothingIsStoredOfWhatCannotBeRead() {
        var etag = draft("DA2");
        SpecificationReader.current().stop();
        problem(
                sent(etag, TEXT, "A specification\n")
                        .post("/notices/DA2/attachments")
                        .then(),
                503);
        SpecificationReader.current().listen();

        problem(sent(etag, TEXT, "Nothing\n").post("/notices/DA2/attachments").then(), 422)
                .body("detail", containsString("holds no class specification"));
        SpecificationReader.current()
                .answers(
                        200,
                        "{\"specifications\": [{\"title\": \"311 Agent\"}, {\"title\": \"Manager\"}], \"findings\": []}");
        problem(sent(etag, TEXT, "Two\n").post("/notices/DA2/attachments").then(), 422)
                .body("detail", containsString("2 class specifications: \"311 Agent\", \"Manager\""));
        problem(
                sent(etag, "image/png", "\u0001")
                        .post("/notices/DA2/attachments")
                        .then(),
                415);
        problem(
                sent(etag, "application/pdf", "no pdf")
                        .post("/notices/DA2/attachments")
                        .then(),
                422);
        SpecificationReader.current()
                .answers(
                        200,
                        "{\"specifications\": [{\"title\": \"311 Agent\"}], \"findings\": [{\"severity\": \"ERROR\", \"code\": \"MISSING_SECTION\", \"message\": \"No duties.\"}]}");
        problem(sent(etag, TEXT, "One\n").post("/notices/DA2/attachments").then(), 422)
                .body("violations[0].found", equalTo("MISSING_SECTION"));
        problem(
                sent(etag, JSON, "{ \"item\": 9, \"specification\": { \"title\": \"X\" } }")
                        .post("/notices/DA2/attachments")
                        .then(),
                422);
        problem(
                sent(etag, JSON, "{ \"item\": 1 }")
                        .post("/notices/DA2/attachments")
                        .then(),
                400);

        RestAssured.get("/notices/DA2")
                .then()
                .header("ETag", startsWith("\"1-"))
                .body("attachments", empty())
                .body("findings", empty());
    }

    @Test
    void aChangeIsForADraftAsItWasRead() {
        var etag = draft("DA3");
        var body = "{ \"specification\": { \"title\": \"311 Agent\" } }";
        var now = etag(
                sent(etag, JSON, body).post("/notices/DA3/attachments").then().statusCode(201));

        problem(sent(now, JSON, body).post("/notices/DA3/attachments").then(), 409)
                .body("detail", containsString("Item 1 has its specification from attachment 1"));
        problem(sent(etag, JSON, body).put("/notices/DA3/attachments/1").then(), 412);
        problem(
                RestAssured.given()
                        .contentType(JSON)
                        .body(body)
                        .put("/notices/DA3/attachments/1")
                        .then(),
                428);
        problem(RestAssured.delete("/notices/DA3/attachments/1").then(), 428);
        problem(sent(now, JSON, body).put("/notices/DA3/attachments/5").then(), 404);
        problem(sent(now, JSON, body).post("/notices/DA9/attachments").then(), 404);
    }

    @Test
    void aDraftThatIsPutInAnotherOrderKeepsEachAttachmentWithItsItem() {
        var etag = draft("DA4");
        var now = etag(sent(etag, JSON, "{ \"specification\": { \"title\": \"311 Agent\" } }")
                .post("/notices/DA4/attachments")
                .then()
                .statusCode(201));

        sent(
                        now,
                        JSON,
                        Drafts.draft(
                                "DA4",
                                Drafts.establish("AT2433", "Manager", "809-A"),
                                Drafts.retitle("AT2154", "3-1-1 Agent", "311 Agent")))
                .put("/notices/DA4")
                .then()
                .statusCode(200)
                .body("attachments[0].item", equalTo(2))
                .body("findings[0].pointer", equalTo("/attachments/0"));
    }

    @Test
    void theDocumentIsKeptAsItWasHandedIn() {
        var paper = PaperNotices.renaming("DA5", "AT2154", "3-1-1 Agent", "311 Agent", "");
        sent(null, TEXT, "\uFEFF" + paper).post("/notice-imports").then().statusCode(201);

        var kept = RestAssured.get("/notices/DA5/document")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .extract()
                .asString();
        assertThat(kept.lines()).containsExactlyElementsOf(paper.lines().toList());

        draft("DA6");
        problem(RestAssured.get("/notices/DA6/document").then(), 404).body("detail", containsString("drafted by hand"));
        problem(RestAssured.get("/notices/DA7/document").then(), 404);
        RestAssured.given()
                .header("If-Match", etag(RestAssured.get("/notices/DA5").then()))
                .delete("/notices/DA5")
                .then()
                .statusCode(204);
        problem(RestAssured.get("/notices/DA5/document").then(), 404);
    }

    @Test
    void aTableOfItemsIsKeptToo() {
        var table = "kind,present job code,proposed title\nREVISE,AT2154,311 Agent\n";
        sent(null, "text/csv", table).post("/notice-imports?number=DA8").then().statusCode(201);

        RestAssured.get("/notices/DA8/document").then().statusCode(200).body(equalTo(table));
    }

    @Test
    void anAttachmentPutAsJsonHasNoDocumentAnyMore() {
        var etag = draft("DA10");
        reads("311 Agent", "PARTIAL_DATE");
        etag = etag(sent(etag, TEXT, "A specification\n")
                .post("/notices/DA10/attachments")
                .then()
                .statusCode(201));

        sent(etag, JSON, "{ \"specification\": { \"title\": \"311 Agent\", \"education\": \"High school.\" } }")
                .put("/notices/DA10/attachments/1")
                .then()
                .statusCode(200)
                .body("items[0].proposed.specification.education", equalTo("High school."));

        problem(RestAssured.get("/notices/DA10/document?attachment=1").then(), 404);
        problem(RestAssured.get("/notices/DA10/comparison?attachment=1").then(), 404);
    }

    private static void reads(String title, String finding) {
        SpecificationReader.current().answers(200, """
                        { "specifications": [ { "title": "%s", "flsa": { "asWritten": "Y", "status": "UNKNOWN" },
                            "sources": { "/title": { "from": 1, "to": 1 } } } ],
                          "findings": [ { "severity": "WARNING", "code": "%s", "message": "Look at it.",
                            "lines": { "from": 1, "to": 1 }, "pointer": "/specifications/0/flsa" },
                            { "severity": "INFO", "code": "NO_JOB_CODE", "message": "None." } ] }
                        """.formatted(title, finding));
    }

    private static String draft(String number) {
        return etag(sent(
                        null,
                        JSON,
                        Drafts.draft(
                                number,
                                Drafts.retitle("AT2154", "3-1-1 Agent", "311 Agent"),
                                Drafts.establish("AT2433", "Manager", "809-A")))
                .post("/notices")
                .then()
                .statusCode(201)
                .body("attachments", hasSize(0)));
    }

    private static String etag(ValidatableResponse answer) {
        return answer.extract().header("ETag");
    }

    private static RequestSpecification sent(String etag, String type, String body) {
        var request = RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8));
        return etag == null ? request : request.header("If-Match", etag);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json");
    }
}
