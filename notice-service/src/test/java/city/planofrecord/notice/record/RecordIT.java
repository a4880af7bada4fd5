package city.planofrecord.notice.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.audit.ChainCheck;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class RecordIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("RD2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass("RD2155", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @Test
    void theRecordOfALifeIsCompleteInOrderAndWhole() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        OpenNotices.post("RD1", "RD2154");
        var comment = comment("RD1");
        post("/notices/RD1/comments/" + comment + "/moderation", "{ \"decision\": \"PUBLISHED\" }")
                .statusCode(200);
        post("/notices/RD1/comments/" + comment + "/answer", "{ \"text\": \"Thank you.\" }")
                .statusCode(200);
        CityTime.set(clock, "2011-04-08T10:00:00");
        post("/notices/RD1/decision", Drafts.APPROVAL).statusCode(200);
        var offer = await().until(() -> registers.heard("RD1", "notice.decided.v1"), one -> one.size() == 1)
                .getFirst()
                .data();
        registers.accept("classification", offer);
        registers.accept("paygrade", offer);
        await().until(() -> registers.heard("RD1", "notice.confirmed.v1").size() == 1);
        registers.apply("classification", offer);
        await().until(() -> operations("RD1").contains("notice-batch.applied.v1"));

        var record = record("RD1");

        assertThat(record.path("entries").valueStream())
                .extracting(RecordIT::whoAndWhat)
                .containsExactly(
                        "analyst: POST /notices",
                        "director: POST /notices/RD1/posting",
                        "director: POST /notices/RD1/posting",
                        "public: POST /notices/RD1/comments",
                        "moderator: POST /notices/RD1/comments/" + comment + "/moderation",
                        "moderator: POST /notices/RD1/comments/" + comment + "/answer",
                        "clerk: POST /notices/RD1/decision",
                        "clerk: POST /notices/RD1/decision",
                        "clerk: POST /notices/RD1/decision",
                        "/a-register: notice-batch.accepted.v1",
                        "/a-register: notice-batch.accepted.v1",
                        "/a-register: notice-batch.applied.v1");
        requireWhole(record);
        assertThat(alterations(record, "/editions/1/status"))
                .extracting(one ->
                        one.path("before").asText() + " " + one.path("after").asText())
                .containsExactly("DRAFT POSTED", "POSTED APPROVED");
        assertThat(alterations(record, "/comments/" + comment + "/state"))
                .extracting(one ->
                        one.path("before").asText() + " " + one.path("after").asText())
                .containsExactly("RECEIVED PUBLISHED");
        assertThat(alterations(record, "/comments/" + comment + "/acts/2"))
                .extracting(one -> one.path("after").path("words").asText())
                .containsExactly("Thank you.");
        assertThat(alterations(record, "/editions/1/course/1/application/state"))
                .last()
                .satisfies(one -> assertThat(one.path("after").asText()).isEqualTo("APPLIED"));
    }

    @Test
    void whatOneRequestHasSetOffBearsOneRequestId() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        OpenNotices.post("RD2", "RD2154");

        var entries = record("RD2").path("entries").valueStream().toList();

        assertThat(entries.get(1).path("request").asText())
                .matches("[0-9a-f]{32}")
                .isEqualTo(entries.get(2).path("request").asText())
                .isNotEqualTo(entries.getFirst().path("request").asText());
    }

    @Test
    void aDeletedDraftLeavesItsEntriesAndOneOfTheSameNumberGoesOn() {
        draft("RD3", "Agent of 311");
        var etag = RestAssured.get("/notices/RD3").getHeader("ETag");
        RestAssured.given()
                .header("If-Match", etag)
                .delete("/notices/RD3")
                .then()
                .statusCode(204);
        draft("RD3", "311 Agent");

        var record = record("RD3");

        requireWhole(record);
        assertThat(record.path("entries").valueStream())
                .extracting(RecordIT::whoAndWhat)
                .containsExactly("analyst: POST /notices", "analyst: DELETE /notices/RD3", "analyst: POST /notices");
        assertThat(alterations(record, "/editions/1"))
                .extracting(one -> one.has("before") + " " + one.has("after"))
                .containsExactly("false true", "true false", "false true");
    }

    @Test
    void anEditedDraftTellsWhatStoodThereBefore() {
        draft("RD4", "Agent of 311");
        var etag = RestAssured.get("/notices/RD4").getHeader("ETag");
        RestAssured.given()
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(Drafts.draft("RD4", Drafts.retitle("RD2155", "3-1-1 Agent", "311 Agent")))
                .put("/notices/RD4")
                .then()
                .statusCode(200);

        assertThat(alterations(record("RD4"), "/editions/1/draft/items/0/proposed/title"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("before").asText() + " > "
                                + one.path("after").asText())
                        .isEqualTo("Agent of 311 > 311 Agent"));
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        draft("RD5", "Agent of 311");
        post("/notices/RD5/withdrawal", "{ \"reason\": \"r\" }").statusCode(409);

        assertThat(record("RD5").path("entries")).hasSize(1);
    }

    @Test
    void whoWroteIsNowhereInTheRecord() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        OpenNotices.post("RD6", "RD2154");
        comment("RD6");
        post(
                        "/notices/RD6/speaker-requests",
                        "{ \"name\": \"Zyx Planted\", \"phone\": \"720-555-7777\", \"address\": \"planted@example.org\","
                                + " \"about\": \"The title\" }")
                .statusCode(201);

        assertThat(RestAssured.get("/notices/RD6/record").asString())
                .contains("The title is good.", "The title", "speakerRequests")
                .doesNotContain("Planted", "555-7777", "planted@");
        assertThat(record("RD6")
                        .path("entries")
                        .valueStream()
                        .filter(entry -> entry.path("actor").asText().equals("public")))
                .hasSize(2)
                .noneMatch(entry -> entry.has("address"));
    }

    @Test
    void ofANumberThatWasNeverUsedThereIsNoRecord() {
        RestAssured.get("/notices/RD404/record")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("RD404"));
        RestAssured.get("/notices/RD1/record?format=xml").then().statusCode(400);
    }

    private static String comment(String number) {
        post(
                        "/notices/" + number + "/comments",
                        "{ \"text\": \"The title is good.\", \"name\": \"Zyx Planted\", \"phone\": \"720-555-7777\","
                                + " \"address\": \"planted@example.org\" }")
                .statusCode(201);
        return RestAssured.get("/notices/" + number + "/comment-register").path("items[0].id");
    }

    private static void draft(String number, String title) {
        post("/notices", Drafts.draft(number, Drafts.retitle("RD2155", "3-1-1 Agent", title)))
                .statusCode(201);
    }

    private static void requireWhole(JsonNode record) {
        var check = new ChainCheck();
        assertThat(record.path("entries").valueStream())
                .allSatisfy(entry -> assertThat(check.add(entry)).isEmpty());
        assertThat(record.path("head").path("number").asLong()).isEqualTo(check.number());
        assertThat(record.path("head").path("hash").asText()).isEqualTo(check.hash());
    }

    private static List<JsonNode> alterations(JsonNode record, String pointer) {
        return record.path("entries")
                .valueStream()
                .flatMap(entry -> entry.path("changes").valueStream())
                .filter(change -> change.path("pointer").asText().equals(pointer))
                .toList();
    }

    private static List<String> operations(String number) {
        return record(number)
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("operation").asText())
                .toList();
    }

    private static String whoAndWhat(JsonNode entry) {
        return entry.path("actor").asText() + ": " + entry.path("operation").asText();
    }

    private static JsonNode record(String number) {
        try {
            return JSON.readTree(RestAssured.get("/notices/" + number + "/record")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .header("Cache-Control", "private, no-store")
                    .extract()
                    .asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
