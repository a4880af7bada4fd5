package city.planofrecord.notice.comment;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

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
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.Writers;

/** The day on which robots write more comments than anybody can decide about one by one. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class ManyModeratedIT {

    private static final int ROBOTS = 100;
    private static final String REASON = "It does not concern the notice.";

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("MM2151", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @BeforeEach
    void beforeTheDeadline() {
        CityTime.set(clock, "2011-03-30T10:00:00");
    }

    /** Comments of a robot, which fills in the field that people leave empty. */
    private static List<String> ofARobot(String number, int comments) {
        var receipts = new ArrayList<String>();
        for (var one = 0; one < comments; one++) {
            receipts.add(Writers.receipt(
                    Writers.comment(number, "Robot " + one, "Cheap watches " + one, Map.of("website", "x"))));
        }
        return receipts;
    }

    private static List<String> held(String number) {
        return get("/notices/" + number + "/comment-register?held=true&limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static ValidatableResponse moderate(String number, List<String> ids, String decision, String reason) {
        return moderate(number, ids, decision, reason, UUID.randomUUID().toString());
    }

    private static ValidatableResponse moderate(
            String number, List<String> ids, String decision, String reason, String key) {
        var body = new HashMap<String, Object>(Map.of("ids", ids, "decision", decision));
        if (reason != null) {
            body.put("reason", reason);
        }
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/notices/" + number + "/comments/moderation")
                .then();
    }

    private static void untouched(String number, int comments) {
        get("/notices/" + number + "/comment-register?state=RECEIVED&limit=500")
                .then()
                .body("total", equalTo(comments))
                .body("items.history", everyItem(hasSize(0)));
    }

    @Test
    void whatARobotWroteIsWithheldAtOnceAsOneByOne() {
        OpenNotices.post("MM1", "MM2151");
        var receipts = ofARobot("MM1", ROBOTS);
        Writers.comment("MM1", "Ann Early", "I object.").statusCode(201);
        var ids = new ArrayList<>(held("MM1"));
        assertThat(ids).hasSize(ROBOTS);
        Collections.shuffle(ids);
        var entries = entries("MM1").size();

        moderate("MM1", ids, "WITHHELD", REASON)
                .statusCode(200)
                .body("total", equalTo(ROBOTS))
                .body("items.id", equalTo(ids))
                .body("items.state", everyItem(equalTo("WITHHELD")));

        get("/notices/MM1/comment-register?state=WITHHELD&limit=500")
                .then()
                .body("total", equalTo(ROBOTS))
                .body("items.history.kind", everyItem(equalTo(List.of("WITHHELD"))))
                .body("items.history.words", everyItem(equalTo(List.of(REASON))))
                .body("items.history.actor", everyItem(equalTo(List.of("moderator"))));
        get("/notices/MM1/comments/" + receipts.getFirst())
                .then()
                .body("state", equalTo("WITHHELD"))
                .body("reason", equalTo(REASON));
        get("/notices/MM1/comment-register?state=RECEIVED").then().body("items.text", equalTo(List.of("I object.")));
        var added = entries("MM1").subList(entries, entries + ROBOTS);
        assertThat(entries("MM1")).hasSize(entries + ROBOTS);
        assertThat(added)
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("actor", "moderator")
                        .containsEntry("operation", "POST /notices/MM1/comments/moderation"));
    }

    private static List<String> unknown(int ids) {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(ids).toList();
    }

    private static List<Map<String, Object>> entries(String number) {
        return get("/notices/" + number + "/record")
                .then()
                .statusCode(200)
                .extract()
                .path("entries");
    }

    @Test
    void whatIsEnteredOfEachIsWhatIsEnteredOfOneAlone() {
        OpenNotices.post("MM2", "MM2151");
        ofARobot("MM2", 3);
        var ids = held("MM2");
        Writers.post(
                        "/notices/MM2/comments/" + ids.getFirst() + "/moderation",
                        Map.of("decision", "WITHHELD", "reason", REASON))
                .statusCode(200);

        moderate("MM2", ids.subList(1, 3), "WITHHELD", REASON).statusCode(200);

        var last = entries("MM2").reversed().subList(0, 3);
        assertThat(last.stream()
                        .map(entry -> entry.get("changes").toString().replaceAll("/comments/[^/]+", "/comments/x"))
                        .distinct())
                .hasSize(1);
        moderate("MM2", ids, "PUBLISHED", null).statusCode(200);
        get("/notices/MM2/comment-register/" + ids.getLast())
                .then()
                .body("history.kind", equalTo(List.of("WITHHELD", "PUBLISHED")));
        get("/notices/MM2/comments").then().body("total", equalTo(3));
    }

    @Test
    void whereOneCannotBeDecidedNoneIsAndEachThatCannotIsNamed() {
        OpenNotices.post("MM3", "MM2151");
        OpenNotices.post("MM4", "MM2151");
        ofARobot("MM3", 2);
        ofARobot("MM4", 2);
        var ids = held("MM3");
        var foreign = held("MM4");
        var unknown = UUID.randomUUID().toString();
        Writers.ask("MM3", "Ben Speaks", "All of it").statusCode(201);
        var request = get("/notices/MM3/speaker-register").<String>path("items[0].id");

        moderate("MM3", List.of(ids.get(0), foreign.get(0), unknown, request), "PUBLISHED", null)
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("3 of the ids are of no comment on notice MM3"))
                .body("violations.pointer", equalTo(List.of("/ids/1", "/ids/2", "/ids/3")))
                .body("violations.found", equalTo(List.of(foreign.get(0), unknown, request)))
                .body("violations.message", everyItem(equalTo("Notice MM3 has no such comment.")));
        moderate("MM3", List.of(ids.get(0), ids.get(1), ids.get(0)), "PUBLISHED", null)
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/ids/2")));
        moderate("MM3", ids, "WITHHELD", null).statusCode(422).body("violations[0].pointer", equalTo("/reason"));
        moderate("MM3", ids, "MAYBE", null).statusCode(400);
        moderate("MM3", List.of(), "PUBLISHED", null).statusCode(400);
        moderate("MM3", unknown(501), "PUBLISHED", null).statusCode(400);
        moderate("MM3", unknown(500), "PUBLISHED", null).statusCode(404).body("violations", hasSize(500));
        moderate("MM99", ids, "PUBLISHED", null).statusCode(404);
        untouched("MM3", 2);
        untouched("MM4", 2);

        moderate("MM3", ids.subList(1, 2), "WITHHELD", REASON).statusCode(200);
        moderate("MM3", ids, "WITHHELD", REASON)
                .statusCode(409)
                .body("violations.pointer", equalTo(List.of("/ids/1")))
                .body("violations.found", equalTo(List.of(ids.get(1))));
        untouched("MM3", 1);
    }

    @Test
    void theSameRequestSentAgainGetsTheSameAnswerAndOnlyAModeratorGetsAny() {
        OpenNotices.post("MM5", "MM2151");
        ofARobot("MM5", 2);
        var ids = held("MM5");
        for (var role : List.of("clerk", "director", "analyst", "auditor")) {
            given().header(
                            "Authorization",
                            "Bearer " + RealServers.current().issuer().token("mo", role))
                    .contentType(ContentType.JSON)
                    .body(Map.of("ids", ids, "decision", "PUBLISHED"))
                    .post("/notices/MM5/comments/moderation")
                    .then()
                    .statusCode(403);
        }
        untouched("MM5", 2);

        var first = moderate("MM5", ids, "WITHHELD", REASON, "MM5-once")
                .statusCode(200)
                .extract()
                .asString();
        var again = moderate("MM5", ids, "WITHHELD", REASON, "MM5-once")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        moderate("MM5", ids, "PUBLISHED", null, "MM5-once").statusCode(422);
        get("/notices/MM5/comment-register").then().body("items.history", everyItem(hasSize(1)));
    }
}
