package city.planofrecord.notice.correspondence;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;
import city.planofrecord.notice.testing.Writers;

@QuarkusTest
@TestProfile(RobotsIT.QuickPeople.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class RobotsIT {

    private static final Duration SOONEST = Duration.ofSeconds(2);

    private static Registers registers;

    @Inject
    Clock clock;

    /** A city whose people type within two seconds, so that tests need not wait long. */
    public static final class QuickPeople implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("city.submissions.form.soonest", SOONEST.toMillis() + "ms");
        }
    }

    @BeforeAll
    static void begin() {
        registers = new Registers();
        for (var nth = 1; nth <= 4; nth++) {
            registers.tellClass("RB215" + nth, "3-1-1 Agent", "2005-12-01");
        }
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void beforeTheDeadlines() {
        CityTime.set(clock, "2011-03-30T10:00:00");
    }

    @Test
    void ofAThousandCommentsOfRobotsNothingIsPublishedAndTheModeratorSeesWhy() {
        OpenNotices.post("RB1", "RB2151");
        var form = form("RB1", "comment-form");
        send("RB1", Map.of("text", "x", "name", "Robot", "form", form, "website", "x"))
                .then()
                .statusCode(201);
        var taken = 1;
        for (var nth = 0; nth < 1000; nth++) {
            var status = send("RB1", robot(nth, form)).statusCode();
            assertThat(status).isIn(201, 429);
            taken += status == 201 ? 1 : 0;
        }
        assertThat(Writers.comment("RB1", "Ann Early", "I object to the title.")
                        .extract()
                        .statusCode())
                .isIn(201, 429);

        get("/notices/RB1/comments").then().body("total", is(0));
        get("/notices/RB1/comment-register?held=true&limit=500")
                .then()
                .body("total", is(taken))
                .body("items.state", everyItem(is("RECEIVED")))
                .body("items.held", everyItem(is(true)))
                .body("items.signs", everyItem(not(hasSize(0))))
                .body("items.signs.flatten().unique()", hasItem("FILLED_IN"))
                .body("items.signs.flatten().unique()", hasItem("TOO_QUICK"))
                .body("items.signs.flatten().unique()", hasItem("SAME_TEXT"))
                .body("items.signs.flatten().unique()", hasItem("MANY_LINKS"))
                .body("items.signs.flatten().unique()", hasItem("FORM_SENT_BEFORE"))
                .body("items.signs.flatten().unique()", hasItem("FORM_NOT_OURS"));
        get("/notices/RB1/recipients").then().body("items.name", everyItem(not(containsString("Robot"))));
    }

    /** Five kinds of robots, each with its own habit. */
    private static Map<String, Object> robot(int nth, String form) {
        var body =
                new HashMap<String, Object>(Map.of("name", "Robot " + nth, "address", "robot" + nth + "@example.org"));
        switch (nth % 5) {
            case 0 -> body.putAll(Map.of("text", "Thought number " + words(nth), "website", "https://spam.example"));
            case 1 -> body.putAll(Map.of("text", "Quick as " + words(nth), "form", form("RB1", "comment-form")));
            case 2 -> body.putAll(Map.of("text", words(nth) + " http://a.example www.b.example [url=c]d[/url]"));
            case 3 -> body.putAll(Map.of("text", "One form for " + words(nth), "form", form));
            default -> body.putAll(Map.of("text", "Made up by " + words(nth), "form", "x".repeat(64)));
        }
        if (nth % 50 == 0) {
            body.put("text", "Buy our title number " + nth + " now!");
        }
        return body;
    }

    private static String words(int nth) {
        return String.valueOf(nth)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
                .collect(joining());
    }

    @Test
    void aPersonWithASlowFormAndOneWithoutAFormAreNotHeld() {
        OpenNotices.post("RB2", "RB2152");
        var form = form("RB2", "comment-form");
        var again = form("RB2", "comment-form");
        var asked = form("RB2", "speaker-request-form");
        var fetched = Instant.now();
        await().until(() -> Instant.now().isAfter(fetched.plus(SOONEST)));

        Writers.comment("RB2", "Ann Early", "I object.", Map.of("form", form, "website", ""))
                .statusCode(201);
        Writers.comment("RB2", "Ben Late", "Pasted from a letter.\n".repeat(100), Map.of("form", again))
                .statusCode(201);
        Writers.comment("RB2", "A Program", "Sent by our members' page.").statusCode(201);
        Writers.post("/notices/RB2/speaker-requests", Map.of("name", "Cy Speaks", "form", asked))
                .statusCode(201);

        get("/notices/RB2/comment-register?held=false").then().body("total", is(3));
        get("/notices/RB2/comment-register?held=true").then().body("total", is(0));
        get("/notices/RB2/comment-register")
                .then()
                .body("items.signs", equalTo(java.util.Arrays.asList(null, null, List.of("NO_FORM"))));
        get("/notices/RB2/speaker-register?held=false").then().body("total", is(1));
        get("/notices/RB2/recipients").then().body("total", is(4));
    }

    @Test
    void whoFilledTheHiddenFieldIsAnsweredLikeAnybodyAndCanStillBePublished() {
        OpenNotices.post("RB3", "RB2153");
        var person = send("RB3", Map.of("text", "One.", "name", "Ann Early", "address", "a@example.org"));
        var robot = send(
                "RB3",
                Map.of("text", "Two.", "name", "Bob Filler", "address", "b@example.org", "website", "spam.example"));
        assertThat(robot.statusCode()).isEqualTo(person.statusCode()).isEqualTo(201);
        assertThat(robot.jsonPath().getMap("").keySet())
                .isEqualTo(person.jsonPath().getMap("").keySet());
        String receipt = robot.path("receipt");
        assertThat(get("/notices/RB3/comments/" + receipt)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .doesNotContain("FILLED_IN", "held", "sign", "spam.example");
        String id = get("/notices/RB3/comment-register?held=true").path("items[0].id");

        get("/notices/RB3/recipients").then().body("items.name", equalTo(List.of("Ann Early")));
        Writers.post("/notices/RB3/comments/" + id + "/moderation", Map.of("decision", "PUBLISHED"))
                .statusCode(200)
                .body("signs", equalTo(List.of("FILLED_IN", "NO_FORM")));

        get("/notices/RB3/comments").then().body("items.text", equalTo(List.of("Two.")));
        assertThat(get("/notices/RB3/comments").asString()).doesNotContain("FILLED_IN", "held");
        get("/notices/RB3/recipients").then().body("total", is(2));
        assertThat(get("/notices/RB3/record").asString()).contains("FILLED_IN").doesNotContain("spam.example");
    }

    @Test
    void aFormIsGivenToAnybodyAndKeptByNobody() {
        OpenNotices.post("RB4", "RB2154");

        given().header("Authorization", Bearer.NONE)
                .get("/notices/RB4/comment-form")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("leaveEmpty", is("website"));
        get("/notices/RB404/comment-form").then().statusCode(404);
        get("/notices/RB404/speaker-request-form").then().statusCode(404);
        Writers.post("/notices/RB4/comments", Map.of("text", "x", "name", "y", "form", 7))
                .statusCode(400);
    }

    private static String form(String number, String path) {
        return get("/notices/" + number + "/" + path)
                .then()
                .statusCode(200)
                .extract()
                .path("form");
    }

    private static Response send(String number, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post("/notices/" + number + "/comments");
    }
}
