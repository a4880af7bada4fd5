package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class SheetIT {

    private static final String PDF = "application/pdf";

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("SH2154", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/json",
                "application/json|application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8|application/json",
                "text/plain|text/plain",
                "text/*|text/plain",
                "application/pdf|application/pdf",
                "application/*|application/json",
                "application/pdf, application/json;q=0.5|application/pdf",
                "text/plain;q=0.2, application/json;q=0.9|application/json"
            })
    void whoAsksForNothingInParticularGetsJson(String accept, String expected) {
        draft("SH1");

        var answer = RestAssured.given().header("Accept", accept).get("/notices/SH1");

        answer.then().statusCode(200).header("Vary", containsString("Accept"));
        assertThat(answer.contentType()).startsWith(expected);
    }

    @Test
    void aRequestWithoutAcceptGetsJsonAndAnUnknownKindIsNotToBeHad() throws IOException, InterruptedException {
        draft("SH2");

        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var answer = client.send(
                    java.net.http.HttpRequest.newBuilder(
                                    java.net.URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/notices/SH2"))
                            .header(
                                    "Authorization",
                                    "Bearer " + RealServers.current().issuer().token("drafter", "analyst"))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        }
        RestAssured.given()
                .header("Accept", "image/png")
                .get("/notices/SH2")
                .then()
                .statusCode(406);
        RestAssured.given()
                .header("Accept", PDF)
                .get("/notices/SH2?colour=blue")
                .then()
                .statusCode(400);
        RestAssured.given()
                .header("Accept", PDF)
                .get("/notices/SH-NONE")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        RestAssured.given()
                .header("Accept", "text/plain")
                .get("/notices/SH2")
                .then()
                .body(containsString("DRAFT"));
    }

    @Test
    void theSheetsOfAPostedNoticeStayAsTheyWerePosted() throws Exception {
        posted("SH3");
        var text = get("/notices/SH3", "text/plain");
        var pdf = get("/notices/SH3", PDF);

        post(
                        "/notices/SH3/hearing",
                        "{ \"at\": \"2011-04-14T17:00:00-06:00\", \"place\": \"The Hall\", \"reason\": \"The room is taken.\" }")
                .statusCode(200);

        assertThat(get("/notices/SH3", "text/plain").asByteArray()).isEqualTo(text.asByteArray());
        assertThat(get("/notices/SH3?edition=1", PDF).asByteArray()).isEqualTo(pdf.asByteArray());
        assertThat(text.asString())
                .contains("POSTING IS REQUIRED", "5:00 p.m. (MDT) on Thursday, April 7, 2011", "311 Agent")
                .contains(RestAssured.get("/notices/SH3")
                        .path("posting.sha256")
                        .toString()
                        .substring(0, 40));
        try (var document = Loader.loadPDF(pdf.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Classification Notice No. SH3", "Page 1 of 1");
        }
        assertThat(pdf.header("Content-Disposition")).isEqualTo("inline; filename=\"notice-SH3-1.pdf\"");
        RestAssured.given()
                .header("Accept", PDF)
                .header("If-None-Match", "\"other\", " + pdf.header("ETag"))
                .get("/notices/SH3")
                .then()
                .statusCode(304);
    }

    @Test
    void theProofOfPostingIsMadeOnceAndNamesTheHashesOfWhatWasPosted() throws Exception {
        posted("SH4");

        var proof = RestAssured.get("/notices/SH4/proof-of-posting");
        proof.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("places", contains("The bulletin board"))
                .body("postedAt", equalTo("2011-03-23T09:00:00-06:00"))
                .body("recordedBy", equalTo("director"))
                .body("recordedAt", notNullValue())
                .body("until.value", equalTo("2011-04-05"))
                .body("until.rule", equalTo("POSTING_PERIOD"))
                .body("until.citation", notNullValue())
                .body("until.steps", hasItem(containsString("13 calendar days after 2011-03-23")))
                .body("sha256.document", equalTo(sha256(get("/notices/SH4/posted-document", "application/json"))))
                .body("sha256.text", equalTo(sha256(get("/notices/SH4", "text/plain"))))
                .body("sha256.pdf", equalTo(sha256(get("/notices/SH4", PDF))));
        post("/notices/SH4/withdrawal", "{ \"withdrawnOn\": \"2011-03-25\", \"reason\": \"Study again.\" }")
                .statusCode(200);
        assertThat(RestAssured.get("/notices/SH4/proof-of-posting").asString()).isEqualTo(proof.asString());
        assertThat(get("/notices/SH4/proof-of-posting", "text/plain").asString())
                .contains("PROOF OF POSTING", "Tuesday, April 5, 2011", "- The bulletin board");
        var pdf = get("/notices/SH4/proof-of-posting", PDF);
        assertThat(get("/notices/SH4/proof-of-posting", PDF).asByteArray()).isEqualTo(pdf.asByteArray());
        java.nio.file.Files.write(
                java.nio.file.Files.createDirectories(java.nio.file.Path.of("target", "sheets"))
                        .resolve("proof.pdf"),
                pdf.asByteArray());
    }

    @Test
    void aDraftHasNoProofOfPosting() {
        draft("SH5");

        RestAssured.get("/notices/SH5/proof-of-posting")
                .then()
                .statusCode(404)
                .body("detail", containsString("was not posted"));
    }

    private static Response get(String path, String accept) {
        var answer = RestAssured.given().header("Accept", accept).get(path);
        answer.then().statusCode(200);
        return answer;
    }

    private static String sha256(Response answer) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.asByteArray()));
    }

    private static void draft(String number) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Drafts.draft(number, Drafts.retitle("SH2154", "3-1-1 Agent", "311 Agent")))
                .post("/notices");
    }

    private static void posted(String number) {
        draft(number);
        await().untilAsserted(() -> RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Drafts.POSTING)
                .post("/notices/" + number + "/posting")
                .then()
                .statusCode(200));
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
