package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class NoticeImportIT {

    private static final String DIRECTOR = """
            { "specifications": [ { "template": "2011", "title": "Contact Center Director",
                "generalStatement": "Heads the center.", "flsa": { "asWritten": "Y", "status": "UNKNOWN" },
                "sources": { "/title": { "from": 120, "to": 121 } } } ],
              "findings": [ { "severity": "WARNING", "code": "FLSA_UNKNOWN", "message": "Y is not explained.",
                "lines": { "from": 130, "to": 130 }, "pointer": "/specifications/0/flsa" } ] }
            """;

    @AfterEach
    void answerAsBefore() {
        SpecificationReader.current().listen();
        SpecificationReader.current().answers(200, "{\"specifications\": [], \"findings\": []}");
    }

    @Test
    void theSampleBecomesADraftWithItsSpecificationsInTheirItems() throws IOException {
        SpecificationReader.current().answers(200, DIRECTOR);

        imported("?dryRun=true", "text/plain; charset=utf-8", sample())
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
        RestAssured.get("/notices/1341").then().statusCode(404);
        imported("", "text/plain; charset=utf-8", sample())
                .statusCode(201)
                .header("Location", containsString("/notices/1341"))
                .body("items", hasSize(9))
                .body("items[3].present.jobCode", equalTo("CC2158"))
                .body("items[3].proposed.jobCode", equalTo("CA2434"))
                .body("items[3].proposed.range.minimum", equalTo("35912.00"))
                .body("items[3].changes", equalTo(java.util.List.of("RECODE", "RETITLE", "REGRADE")))
                .body("items[7].proposed.specification.generalStatement", equalTo("Heads the center."))
                .body("hearing.at", equalTo("2011-04-07T17:00:00-06:00"))
                .body("attachments[0].item", equalTo(8))
                .body("findings.pointer", hasItem("/attachments/0/specification/flsa"))
                .body("findings.code", hasItem("ATTACHMENT_JOINED_BY_TITLE"))
                .body("findings.severity", org.hamcrest.Matchers.not(hasItem("ERROR")));

        var asked = SpecificationReader.current().asked().split("\n", -1);
        var whole = new String(sample(), StandardCharsets.UTF_8).split("\n", -1);
        assertThat(asked[3]).isEmpty();
        assertThat(asked[whole.length - 20]).isEqualTo(whole[whole.length - 20]);
        problem(imported("", "text/plain; charset=utf-8", sample()), 409);
    }

    @Test
    void theSeedIsAcceptedAsItIs() throws IOException {
        var seed = Path.of(System.getProperty("seeds", ""), "000_ae6103704df5fe66.txt");
        Assumptions.assumeTrue(Files.isReadable(seed), "the real notice is not at hand");

        imported("?dryRun=true", "text/plain; charset=utf-8", Files.readAllBytes(seed))
                .statusCode(200)
                .body("number", equalTo("1341"))
                .body("items", hasSize(9));
    }

    @Test
    void nothingIsStoredWhileTheReaderOfSpecificationsCannotBeReached() throws IOException {
        SpecificationReader.current().stop();
        var document = new String(sample(), StandardCharsets.UTF_8).replace("No. 1341", "No. 7001");

        problem(imported("", "text/plain; charset=utf-8", document.getBytes(StandardCharsets.UTF_8)), 503);
        RestAssured.get("/notices/7001").then().statusCode(404);

        SpecificationReader.current().listen();
        SpecificationReader.current().answers(500, "{}");
        problem(imported("", "text/plain; charset=utf-8", document.getBytes(StandardCharsets.UTF_8)), 503);
        RestAssured.get("/notices/7001").then().statusCode(404);
    }

    @Test
    void columnsOfUnequalLengthAreRefusedAndNothingIsStored() throws IOException {
        var document = new String(sample(), StandardCharsets.UTF_8)
                .replace("No. 1341", "No. 7002")
                .replace(" 613-A (\\$35,912 to \\$52,419)\n", "");

        problem(imported("", "text/plain; charset=utf-8", document.getBytes(StandardCharsets.UTF_8)), 422)
                .body("type", containsString("unreadable-document"))
                .body("violations.found", hasItem("TORN_COLUMNS_REFUSED"))
                .body("findings.code", hasItem("TORN_COLUMNS_REFUSED"));
        RestAssured.get("/notices/7002").then().statusCode(404);
    }

    @Test
    void aDocumentThatIsNoNoticeIsRefused() {
        problem(imported("", "text/plain", "Dear all,\n\nlunch is at noon.\n".getBytes(StandardCharsets.UTF_8)), 422)
                .body("violations[0].found", equalTo("NO_NOTICE"));
    }

    @Test
    void noiseAnotherTypeAndTooMuchAreRefused() {
        var noise = new byte[4096];
        new java.util.Random(7).nextBytes(noise);

        problem(imported("", "text/plain; charset=utf-8", noise), 422);
        problem(imported("", "application/pdf", noise), 422);
        problem(imported("", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", noise), 422);
        problem(imported("", "image/png", noise), 415);
        problem(imported("", "text/plain", new byte[0]), 422);
        problem(imported("", "text/plain", "a line of text\n".repeat(800_000).getBytes(StandardCharsets.UTF_8)), 413);
        problem(imported("?dryrun=true", "text/plain", noise), 400).body("violations[0].parameter", equalTo("dryrun"));
    }

    private static byte[] sample() throws IOException {
        return Files.readAllBytes(Path.of(System.getProperty("samples"), "notice-1341.txt"));
    }

    private static ValidatableResponse imported(String query, String type, byte[] document) {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .body(document)
                .post("/notice-imports" + query)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json");
    }
}
