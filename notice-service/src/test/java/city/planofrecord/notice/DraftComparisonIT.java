package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

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

/** A draft beside the document that it was read from. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class DraftComparisonIT {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";
    private static final int ROW = 15;
    private static final int ITEMS = 2000;

    @AfterEach
    void answerAsBefore() {
        SpecificationReader.current().answers(200, "{\"specifications\": [], \"findings\": []}");
    }

    @Test
    void aDraftAsItWasReadDiffersNowhereButInWhatNothingClaims() {
        imported("DB1");

        compared("DB1?limit=500")
                .body("document.kind", equalTo("text/plain"))
                .body("document.sha256", equalTo(sha256(paper("DB1"))))
                .body("document.lines", equalTo(23))
                .body("total", equalTo(23))
                .body("count.CHANGED", equalTo(0))
                .body("count.UNCLAIMED", equalTo(1))
                .body("items[2].state", equalTo("READ"))
                .body("items[2].values.readAs", contains("/number"))
                .body("items[2].values[0].was", equalTo("DB1"))
                .body("items[0].state", equalTo("FORM"))
                .body("items[1].state", equalTo("BLANK"))
                .body("items[" + (ROW - 1) + "].values.state", everyItem(equalTo("SAME")))
                .body("items[22].state", equalTo("UNCLAIMED"))
                .body("items[22].text", equalTo("With kind regards."))
                .body("added", empty())
                .body("addedTotal", equalTo(0));
    }

    @Test
    void whatWasChangedByHandIsShownBesideItsLine() {
        var etag = imported("DB2").extract().header("ETag");
        sent(
                        etag,
                        JSON,
                        Drafts.draft(
                                        "DB2",
                                        Drafts.establish("CM2433", "Manager", "809-A"),
                                        Drafts.retitle("CM2154", "3-1-1 Agent", "City Agent"))
                                .replace(
                                        "[\"Some classes change.\"]",
                                        "[\"One class is to be renamed.\", \"And more.\"]")
                                .replace("\"from\": \"The Director\", ", ""))
                .put("/notices/DB2")
                .then()
                .statusCode(200);

        compared("DB2?differing=true")
                .body("items.line", contains(6, ROW, 17, 19, 21, 23))
                .body("items[0].values[0].state", equalTo("REMOVED"))
                .body("items[0].values[0].was", equalTo("The Director"))
                .body(
                        "items[1].values.find { it.readAs == '/items/0/proposed/title' }.pointer",
                        equalTo("/items/1/proposed/title"))
                .body("items[1].values.find { it.readAs == '/items/0/proposed/title' }.was", equalTo("311 Agent"))
                .body("items[1].values.find { it.readAs == '/items/0/proposed/title' }.is", equalTo("City Agent"))
                .body("items[1].values.find { it.readAs == '/items/0/present/title' }.state", equalTo("SAME"))
                .body("added.pointer", contains("/summary/1", "/items/0"))
                .body("added[0].is", equalTo("And more."))
                .body("total", equalTo(6));
    }

    @Test
    void linesComeInPages() {
        imported("DB3");

        var first = compared("DB3?limit=10").body("items", hasSize(10)).extract();
        assertThat(first.header("Link")).contains("after=10").contains("rel=\"next\"");
        compared("DB3?limit=10&after=20")
                .body("items.line", contains(21, 22, 23))
                .header("Link", equalTo(null));
        problem("DB3?limit=0", 400);
        problem("DB3?after=x", 400);
    }

    @Test
    void anAttachmentIsComparedWithItsOwnDocument() {
        var etag = imported("DB4").extract().header("ETag");
        SpecificationReader.current().answers(200, """
                        { "specifications": [ { "title": "311 Agent", "education": "High school.",
                            "workingEnvironment": ["Noise."],
                            "sources": { "/title": { "from": 1, "to": 1 }, "/education": { "from": 3, "to": 4 },
                              "/workingEnvironment/0": { "from": 6, "to": 6 } } } ],
                          "findings": [ { "severity": "WARNING", "code": "UNCLAIMED_TEXT", "message": "Odd.",
                            "lines": { "from": 7, "to": 7 } } ] }
                        """);
        sent(etag, TEXT, "311 Agent\n\nHigh\nschool.\nENVIRONMENT\nNoise.\nOdd.\n")
                .post("/notices/DB4/attachments")
                .then()
                .statusCode(201);

        compared("DB4?attachment=1")
                .body("items.state", contains("READ", "BLANK", "READ", "READ", "FORM", "READ", "UNCLAIMED"))
                .body("items[2].values[0].pointer", equalTo("/items/0/proposed/specification/education"))
                .body("items[3].continued", contains("/education"));
        compared("DB4").body("added", empty());
        problem("DB4?attachment=2", 404);
    }

    @Test
    void whereThereIsNoDocumentNothingIsCompared() {
        sent(null, JSON, Drafts.draft("DB5", Drafts.abolish("CM2156")))
                .post("/notices")
                .then()
                .statusCode(201);

        problem("DB5", 404).body("detail", containsString("drafted by hand"));
        problem("DB6", 404);
    }

    @Test
    void aLongTableIsComparedInBoundedTimeAndSize() {
        var table = new StringBuilder("kind,present job code,proposed title\n");
        for (var i = 0; i < ITEMS; i++) {
            table.append("REVISE,CM%05d,Title %d\n".formatted(i, i));
        }
        sent(null, "text/csv", table.toString())
                .post("/notice-imports?number=DB7")
                .then()
                .statusCode(201);
        compared("DB7").body("count.READ", equalTo(ITEMS));

        var began = System.nanoTime();
        var answer = compared("DB7?limit=500").extract();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.asByteArray().length).isLessThan(512 * 1024);
    }

    private static String paper(String number) {
        return PaperNotices.renaming(number, "CM2154", "3-1-1 Agent", "311 Agent", "With kind regards.");
    }

    private static ValidatableResponse imported(String number) {
        return sent(null, TEXT, paper(number)).post("/notice-imports").then().statusCode(201);
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse compared(String numberAndQuery) {
        return RestAssured.get(path(numberAndQuery)).then().statusCode(200);
    }

    private static String path(String numberAndQuery) {
        var parts = numberAndQuery.split("\\?", 2);
        return "/notices/" + parts[0] + "/comparison" + (parts.length == 1 ? "" : "?" + parts[1]);
    }

    private static ValidatableResponse problem(String numberAndQuery, int status) {
        return RestAssured.get(path(numberAndQuery)).then().statusCode(status).contentType("application/problem+json");
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
}
