package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class NoticeLifeIT {

    private static final String MOVED =
            "{ \"at\": \"2011-04-14T17:00:00-06:00\", \"place\": \"Room 4\", \"reason\": \"No quorum\" }";

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("LA2154", "3-1-1 Agent", "2005-12-01");
        registers.tellClass("LA2156", "3-1-1 Supervisor", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void whatIsWithdrawnStaysReadableAndIsNeverDecided() {
        posted("L1");

        post("/notices/L1/withdrawal", "{ \"withdrawnOn\": \"2011-03-30\", \"reason\": \"The study is repeated\" }")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawal.withdrawnOn", equalTo("2011-03-30"))
                .body("withdrawal.reason", equalTo("The study is repeated"));

        get("/notices/L1").statusCode(200).body("items", hasSize(2)).body("status", equalTo("WITHDRAWN"));
        get("/notices?status=WITHDRAWN").body("items.number", org.hamcrest.Matchers.hasItem("L1"));
        problem(post("/notices/L1/decision", Drafts.APPROVAL), 409).body("detail", containsString("withdrawn"));
        problem(post("/notices/L1/hearing", MOVED), 409);
        problem(post("/notices/L1/withdrawal", "{ \"reason\": \"again\" }"), 409);
        var told = heard("L1", "notice.withdrawn.v1");
        assertThat(told.path("withdrawnOn").asText()).isEqualTo("2011-03-30");
        assertThat(told.path("edition").asInt()).isEqualTo(1);
    }

    @Test
    void eachOtherStateAndEachImpossibleDayRefusesAWithdrawal() {
        draft("L2");
        problem(post("/notices/L2/withdrawal", "{ \"reason\": \"r\" }"), 409)
                .body("detail", containsString("delete it"));
        problem(post("/notices/NONE/withdrawal", "{ \"reason\": \"r\" }"), 404);
        posted("L3");
        problem(post("/notices/L3/withdrawal", "{ \"reason\": \" \" }"), 400)
                .body("violations[0].pointer", equalTo("/reason"));
        problem(post("/notices/L3/withdrawal", "{ \"withdrawnOn\": \"2011-03-22\", \"reason\": \"r\" }"), 422);
        problem(post("/notices/L3/withdrawal", "{ \"withdrawnOn\": \"2999-01-01\", \"reason\": \"r\" }"), 422)
                .body("violations[0].pointer", equalTo("/withdrawnOn"));
        post("/notices/L3/decision", Drafts.APPROVAL.replace("APPROVED", "DENIED"))
                .statusCode(200);
        problem(post("/notices/L3/withdrawal", "{ \"reason\": \"r\" }"), 409).body("detail", containsString("DENIED"));
    }

    @Test
    void aHearingMovedIsShownBesideTheOneThatWasPosted() {
        posted("L4");

        post("/notices/L4/hearing", MOVED)
                .statusCode(200)
                .body("status", equalTo("POSTED"))
                .body("hearing.at", equalTo("2011-04-14T17:00:00-06:00"))
                .body("hearing.place", equalTo("Room 4"))
                .body("hearings.cause", equalTo(List.of("POSTED", "MOVED")))
                .body("hearings[0].at", equalTo("2011-04-07T17:00:00-06:00"))
                .body("hearings[1].reason", equalTo("No quorum"));

        get("/notices?jobCode=LA2154&status=POSTED")
                .body("items.find { it.number == 'L4' }.hearing.at", equalTo("2011-04-14T17:00:00-06:00"));
        problem(post("/notices/L4/decision", Drafts.APPROVAL), 422)
                .body("violations[0].expected", equalTo("2011-04-14 or later"));
        post("/notices/L4/decision", Drafts.APPROVAL.replace("04-07", "04-14"))
                .statusCode(200)
                .body("effectiveDate.date", equalTo("2011-04-17"));
        var told = heard("L4", "notice.rescheduled.v1");
        assertThat(told.path("formerHearing").path("at").asText()).isEqualTo("2011-04-07T17:00:00-06:00");
        assertThat(told.path("expectedEffectiveDate").asText()).isEqualTo("2011-04-17");
    }

    @Test
    void aHearingThatBreaksARuleIsRefusedAtItsPlace() {
        posted("L5");

        problem(post("/notices/L5/hearing", MOVED.replace("04-14T17:00", "04-04T23:59")), 422)
                .body("violations[0].pointer", equalTo("/at"))
                .body("violations[0].expected", equalTo("at 2011-04-05T00:00-06:00 or later"));
        problem(
                        post(
                                "/notices/L5/hearing",
                                MOVED.replace("}", ", \"commentsUntil\": \"2011-04-06T07:59:59-06:00\" }")),
                        422)
                .body("violations[0].pointer", equalTo("/commentsUntil"));
        get("/notices/L5").body("hearings", hasSize(1));
    }

    @Test
    void whatWasPostedCanBeHadByteForByteWithItsHash() {
        posted("L6");
        var hash = get("/notices/L6").extract().path("posting.sha256").toString();
        var document =
                get("/notices/L6/posted-document").statusCode(200).extract().asByteArray();

        post("/notices/L6/hearing", MOVED).statusCode(200).body("posting.sha256", equalTo(hash));

        assertThat(sha256(document)).isEqualTo(hash);
        assertThat(get("/notices/L6/posted-document?edition=1").extract().asByteArray())
                .isEqualTo(document);
        problem(get("/notices/L6/posted-document?edition=2"), 404);
        draft("L7");
        problem(get("/notices/L7/posted-document"), 404);
    }

    @Test
    void anUpdatedPostingTakesThePlaceOfTheEditionBefore() {
        var established = Drafts.establish("LB2433", "Manager LB", "LB-809");
        registers.tellGrade("809", "LB", "52419.00", "83640.00", "2005-12-01");
        post("/notices", Drafts.draft("L8", established)).statusCode(201);
        awaitPostable("L8");
        post("/notices/L8/posting", Drafts.POSTING).statusCode(200);
        var hash = get("/notices/L8").extract().path("posting.sha256").toString();

        post("/notices/L8/supersession", "{ \"reason\": \"An item was left out\" }")
                .statusCode(201)
                .header("Location", containsString("/notices/L8?edition=2"))
                .body("edition", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("items", hasSize(1))
                .body("supersedes.reason", equalTo("An item was left out"));
        get("/notices/L8").body("edition", equalTo(1)).body("status", equalTo("POSTED"));
        problem(post("/notices/L8/supersession", "{ \"reason\": \"again\" }"), 409);
        var tag = get("/notices/L8?edition=2").extract().header("ETag");
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Drafts.draft("L8", Drafts.retitle("LA2154", "3-1-1 Agent", "311 Agent"), established))
                .put("/notices/L8")
                .then()
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("supersedes.edition", equalTo(1));
        problem(post("/notices/L8/posting", Drafts.POSTING.replace("03-23T09:00", "03-23T08:59")), 422)
                .body("violations[0].pointer", equalTo("/at"));
        problem(post("/notices/L8/posting", Drafts.POSTING.replace("03-23", "03-26")), 422)
                .body("violations[0].pointer", equalTo("/hearing/at"));
        post("/notices/L8/posting", Drafts.POSTING.replace("03-23", "03-25"))
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("posting.until", equalTo("2011-04-07"));

        get("/notices/L8").body("edition", equalTo(2)).body("status", equalTo("POSTED"));
        get("/notices/L8?edition=1")
                .body("status", equalTo("SUPERSEDED"))
                .body("supersededBy", equalTo(2))
                .body("items", hasSize(1))
                .body("posting.sha256", equalTo(hash));
        assertThat(sha256(get("/notices/L8/posted-document?edition=1").extract().asByteArray()))
                .isEqualTo(hash);
        get("/notices/L8/editions").body("items.status", equalTo(List.of("SUPERSEDED", "POSTED")));
        get("/notices?status=SUPERSEDED&jobCode=LB2433").body("total", equalTo(1));
        get("/notices?jobCode=LB2433").body("items.edition", equalTo(List.of(2)));
        await().untilAsserted(() ->
                assertThat(registers.heard("L8", "notice.posted.v1")).hasSize(2));
        var posted = registers.heard("L8", "notice.posted.v1");
        var superseded = registers.heard("L8", "notice.superseded.v1").getFirst();
        assertThat(superseded.data().path("supersededBy").asInt()).isEqualTo(2);
        assertThat(List.of(
                        posted.get(0).sequence(),
                        superseded.sequence(),
                        posted.get(1).sequence()))
                .isSorted();
        assertThat(posted.get(1).data().path("items").get(1).path("classId"))
                .isEqualTo(posted.get(0).data().path("items").get(0).path("classId"));
    }

    @Test
    void anUpdatedPostingThatComesTooLateIsRefusedAndItsDraftCanBeDeleted() {
        posted("L9");
        post("/notices/L9/supersession", "{ \"reason\": \"r\", \"draft\": " + Drafts.draft("L9") + " }")
                .statusCode(201)
                .body("items", hasSize(0));
        problem(post("/notices/L9/supersession", "{ \"reason\": \"r\", \"draft\": " + Drafts.draft("L0") + " }"), 422)
                .body("violations[0].pointer", equalTo("/number"));
        post("/notices/L9/decision", Drafts.APPROVAL)
                .statusCode(200)
                .body("edition", equalTo(1))
                .body("status", equalTo("APPROVED"));

        problem(post("/notices/L9/posting", Drafts.POSTING), 409).body("detail", containsString("APPROVED"));
        var tag = get("/notices/L9?edition=2").extract().header("ETag");
        RestAssured.given().header("If-Match", tag).delete("/notices/L9").then().statusCode(204);
        get("/notices/L9").body("status", equalTo("APPROVED"));
        problem(get("/notices/L9?edition=2"), 404);
        problem(post("/notices/L9/supersession", "{ \"reason\": \"r\" }"), 409);
        var offer = heard("L9", "notice.decided.v1");
        registers.accept("classification", offer);
        registers.accept("paygrade", offer);
        heard("L9", "notice.confirmed.v1");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void draft(String number) {
        post(
                        "/notices",
                        Drafts.draft(
                                number, Drafts.retitle("LA2154", "3-1-1 Agent", "311 Agent"), Drafts.abolish("LA2156")))
                .statusCode(201);
    }

    private static void posted(String number) {
        draft(number);
        awaitPostable(number);
        post("/notices/" + number + "/posting", Drafts.POSTING).statusCode(200);
    }

    @Test
    void noTwoStatesUnderOneNumberHaveOneRevision() {
        draft("L20");
        awaitPostable("L20");
        post("/notices/L20/posting", Drafts.POSTING).statusCode(200);
        post("/notices/L20/supersession", "{ \"reason\": \"Something was left out\" }")
                .statusCode(201);

        for (var edition : List.of(1, 2, 1, 2)) {
            var before = List.of(revision("L20", 1), revision("L20", 2));
            if (edition == 1) {
                post(
                                "/notices/L20/hearing",
                                "{ \"at\": \"2011-04-14T17:00:00-06:00\", \"place\": \"Hall %d\", \"reason\": \"The room is taken.\" }"
                                        .formatted(before.getFirst()))
                        .statusCode(200);
            } else {
                RestAssured.given()
                        .contentType(ContentType.JSON)
                        .header(
                                "If-Match",
                                get("/notices/L20?edition=2").extract().header("ETag"))
                        .body(Drafts.draft("L20", Drafts.retitle("LA2154", "3-1-1 Agent", "Agent")))
                        .put("/notices/L20")
                        .then()
                        .statusCode(200);
            }
            assertThat(revision("L20", edition))
                    .isGreaterThan(before.getFirst())
                    .isGreaterThan(before.getLast());
        }
        problem(
                RestAssured.given()
                        .contentType(ContentType.JSON)
                        .header(
                                "If-Match",
                                get("/notices/L20?edition=1").extract().header("ETag"))
                        .body(Drafts.POSTING)
                        .post("/notices/L20/posting")
                        .then(),
                412);
    }

    private static long revision(String number, int edition) {
        var tag = get("/notices/" + number + "?edition=" + edition).extract().header("ETag");
        return Long.parseLong(tag.substring(1, tag.indexOf('-')));
    }

    private static void awaitPostable(String number) {
        await().untilAsserted(() ->
                get("/notices/" + number + "/check").body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
    }

    /** The one event of its type about the notice. */
    private static JsonNode heard(String number, String type) {
        return await().until(() -> registers.heard(number, type), one -> one.size() == 1)
                .getFirst()
                .data();
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

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType("application/problem+json");
    }
}
