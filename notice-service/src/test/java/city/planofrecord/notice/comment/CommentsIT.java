package city.planofrecord.notice.comment;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class CommentsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IN_TIME = "2011-03-30T10:00:00";

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("PX2154", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void beforeTheDeadline() {
        at(IN_TIME);
    }

    @Test
    void aCommentIsSeenByItsReceiptUntilItIsPublishedWithoutItsWriter() {
        OpenNotices.post("C1", "PX2154");

        var sent = comment("C1", "<b>Good</b> & \"well\" https://example.org")
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .body("edition", equalTo(1))
                .body("text", equalTo("<b>Good</b> & \"well\" https://example.org"))
                .body("$", not(hasKey("name")))
                .body("$", not(hasKey("takenOut")))
                .header("Cache-Control", "private, no-store")
                .extract();
        var receipt = sent.path("receipt").toString();
        assertThat(sent.header("Location")).endsWith("/notices/C1/comments/" + receipt);
        get("/notices/C1/comments")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("items", hasSize(0));
        get("/notices/C1/comments/" + receipt.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVED"))
                .body("$", not(hasKey("receipt")))
                .header("Cache-Control", "private, no-store");

        var id = get("/notices/C1/comment-register?state=RECEIVED")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .extract()
                .path("items[0].id")
                .toString();
        problem(get("/notices/C1/comments/" + id).then(), 404);
        moderate("C1", id, "PUBLISHED", null).statusCode(200).body("state", equalTo("PUBLISHED"));
        post("/notices/C1/comments/" + id + "/answer", "{ \"text\": \"Thank you.\" }")
                .statusCode(200)
                .body("history.kind", equalTo(List.of("PUBLISHED", "ANSWERED")))
                .body("history.actor", equalTo(List.of("moderator", "moderator")));

        var published = get("/notices/C1/comments")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("total", equalTo(1))
                .body("items[0].text", equalTo("<b>Good</b> & \"well\" https://example.org"))
                .body("items[0].edition", equalTo(1))
                .body("items[0].answer.text", equalTo("Thank you."))
                .extract()
                .asString();
        assertThat(published).doesNotContain("Pat Rivera", "555-0142", "pat@example.org");
        get("/notices/C1/comments/" + receipt)
                .then()
                .body("state", equalTo("PUBLISHED"))
                .body("answer.text", equalTo("Thank you."));
        get("/notices/C1/comment-register/" + id + "/writer")
                .then()
                .statusCode(200)
                .body("name", equalTo("Pat Rivera"))
                .body("phone", equalTo("720-555-0142"))
                .body("address", equalTo("pat@example.org"))
                .header("Cache-Control", "private, no-store");
    }

    @Test
    void whatIsWithheldIsShownToItsWriterWithTheReasonAndTheDecisionCanBeTurned() {
        OpenNotices.post("C2", "PX2154");
        var receipt = comment("C2", "It is all the fault of my neighbour.")
                .extract()
                .path("receipt")
                .toString();
        var id = only("C2");
        var tag = get("/notices/C2/comment-register/" + id).then().extract().header("ETag");

        problem(moderate("C2", id, "WITHHELD", null), 422).body("violations[0].pointer", equalTo("/reason"));
        problem(moderate("C2", id, "MAYBE", null), 400).body("violations[0].pointer", equalTo("/decision"));
        moderate("C2", id, "WITHHELD", "It names a neighbour.").statusCode(200);
        problem(moderate("C2", id, "WITHHELD", "Again."), 409);
        problem(
                given().contentType(ContentType.JSON)
                        .header("If-Match", tag)
                        .body("{ \"decision\": \"PUBLISHED\" }")
                        .post("/notices/C2/comments/" + id + "/moderation")
                        .then(),
                412);
        get("/notices/C2/comments/" + receipt)
                .then()
                .body("state", equalTo("WITHHELD"))
                .body("reason", equalTo("It names a neighbour."));
        get("/notices/C2/comments").then().body("total", equalTo(0));
        moderate("C2", id, "PUBLISHED", "The neighbour agreed.")
                .statusCode(200)
                .body("history.kind", equalTo(List.of("WITHHELD", "PUBLISHED")))
                .body("history.words", equalTo(List.of("It names a neighbour.", "The neighbour agreed.")));
        get("/notices/C2/comments/" + receipt).then().body("$", not(hasKey("reason")));
        problem(moderate("C2", UUID.randomUUID().toString(), "PUBLISHED", null), 404);
        problem(moderate("C99", id, "PUBLISHED", null), 404);
        problem(post("/notices/C2/comments/" + id + "/answer", "{ \"text\": \" \" }"), 422);
    }

    @Test
    void theCitysClockClosesAndTheRefusalSaysWhenAndWhy() {
        OpenNotices.post("C3", "PX2154");
        at("2011-04-06T07:59:30");
        get("/notices/C3").then().body("comments.open", equalTo(true));
        comment("C3", "Just in time.").statusCode(201).body("receivedAt", containsString("2011-04-06T07:59:3"));

        at("2011-04-06T08:00:00.001");
        problem(comment("C3", "Too late."), 409)
                .body("type", endsWith("/problems/closed"))
                .body("detail", containsString("2011-04-06T08:00"))
                .body("detail", containsString("late"))
                .body("until", containsString("2011-04-06T08:00"))
                .body("arrivedAt", containsString("2011-04-06T08:00"))
                .body("rule", equalTo("COMMENTS_CLOSE"))
                .body("citation", equalTo("Classification notice, public notice of changes"));
        get("/notices/C3").then().body("comments.open", equalTo(false));
        get("/notices/C3/comment-register").then().body("total", equalTo(1));
        at("2011-03-23T08:59:00");
        problem(comment("C3", "Too early."), 409).body("detail", containsString("from its posting on"));
        get("/problems/closed").then().statusCode(200).body("status", equalTo(409));
    }

    @Test
    void aDraftTakesNoComments() {
        post("/notices", Drafts.draft("C4")).statusCode(201);

        problem(comment("C4", "Of a draft nobody knows."), 404);
        problem(get("/notices/C4/comments").then(), 404);
        problem(get("/notices/C4/comment-register").then(), 404);
        problem(comment("C99", "Of no notice."), 404);
    }

    @Test
    void whatIsEmptyOversizedOrOfNoEditionIsRefusedWithoutRepeatingTheWriter() {
        OpenNotices.post("C5", "PX2154");

        problem(comment("C5", ""), 422).body("violations[0].pointer", equalTo("/text"));
        problem(comment("C5", "\u200B\u202E \n"), 422).body("violations[0].pointer", equalTo("/text"));
        problem(comment("C5", "a".repeat(16 * 1024 + 1)), 422).body("violations[0].found", equalTo("16385 bytes"));
        comment("C5", "a".repeat(16 * 1024)).statusCode(201);
        problem(comment("C5", "a".repeat(1024 * 1024)), 413);
        problem(post("/notices/C5/comments", "{ \"text\": \"No name.\" }"), 422)
                .body("violations[0].pointer", equalTo("/name"));
        problem(post("/notices/C5/comments", "{ \"text\": \"x\", \"name\": \"Pat\", \"edition\": 2 }"), 422)
                .body("violations[0].pointer", equalTo("/edition"));
        var secret = "Ludmilla Geheim";
        for (var body : List.of(
                "{ \"text\": \"x\", \"name\": \"" + secret.repeat(20) + "\" }",
                "{ \"text\": \"x\", \"name\": [\"" + secret + "\"] }",
                "{ \"text\": \"\", \"name\": \"" + secret + "\" }",
                "{ \"text\": \"x\", \"name\": \"" + secret + "\\ud800\" }",
                "{ \"text\": \"x\", \"name\": \"Pat\", \"phone\": \"" + secret.repeat(9) + "\" }")) {
            var answer = post("/notices/C5/comments", body).extract();
            assertThat(answer.statusCode()).isIn(400, 422);
            assertThat(answer.asString()).doesNotContain("Ludmilla");
        }
        var number = post("/notices/C5/comments", "{ \"text\": \"x\", \"name\": \"Pat\", \"phone\": 7205550142 }")
                .statusCode(400)
                .extract();
        assertThat(number.asString()).doesNotContain("7205550142").contains("/phone");
    }

    @Test
    void whatTurnsOrHidesIsTakenOutAndTheWriterIsTold() {
        OpenNotices.post("C6", "PX2154");

        comment("C6", "pay \u202Eegasu\u202C\u200B now\u0007")
                .statusCode(201)
                .body("text", equalTo("pay egasu now"))
                .body("takenOut", hasSize(3));
    }

    @Test
    void theSameSentTwentyTimesWithOneKeyIsOneComment() throws Exception {
        OpenNotices.post("C7", "PX2154");
        var body = body("Sent by an impatient finger.");
        Callable<io.restassured.response.ExtractableResponse<io.restassured.response.Response>> sending =
                () -> given().contentType(ContentType.JSON)
                        .header("Idempotency-Key", "C7-impatient")
                        .body(body)
                        .post("/notices/C7/comments")
                        .then()
                        .extract();
        var receipts = new ArrayList<String>();
        try (var senders = Executors.newFixedThreadPool(10)) {
            for (var sent : senders.invokeAll(java.util.Collections.nCopies(20, sending))) {
                assertThat(sent.get().statusCode()).isIn(201, 409);
                if (sent.get().statusCode() == 201) {
                    receipts.add(sent.get().path("receipt"));
                }
            }
        }
        at("2011-05-01T00:00:00");
        receipts.add(sending.call().path("receipt"));

        assertThat(receipts).hasSizeGreaterThan(1);
        assertThat(receipts.stream().distinct()).hasSize(1);
        get("/notices/C7/comment-register").then().body("total", equalTo(1));
    }

    private void at(String local) {
        CityTime.set(clock, local);
    }

    private static String only(String number) {
        return get("/notices/" + number + "/comment-register")
                .then()
                .body("total", equalTo(1))
                .extract()
                .path("items[0].id")
                .toString();
    }

    private static String body(String text) {
        try {
            return JSON.writeValueAsString(
                    Map.of("text", text, "name", "Pat Rivera", "phone", "720-555-0142", "address", "pat@example.org"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse comment(String number, String text) {
        return post("/notices/" + number + "/comments", body(text));
    }

    private static ValidatableResponse moderate(String number, String id, String decision, String reason) {
        return post(
                "/notices/" + number + "/comments/" + id + "/moderation",
                "{ \"decision\": \"" + decision + "\"" + (reason == null ? "" : ", \"reason\": \"" + reason + "\"")
                        + " }");
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json").body("status", equalTo(status));
    }
}
