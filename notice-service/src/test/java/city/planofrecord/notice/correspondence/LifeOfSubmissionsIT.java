package city.planofrecord.notice.correspondence;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
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
import city.planofrecord.notice.testing.Writers;

/** What the public sent stays with the edition that they saw, whatever becomes of the notice. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class LifeOfSubmissionsIT {

    private static Registers registers;

    @Inject
    Clock clock;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        for (var jobCode : List.of("LS2151", "LS2152", "LS2153", "LS2154", "LS2155")) {
            registers.tellClass(jobCode, "3-1-1 Agent", "2005-12-01");
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
    void eachStaysWithTheEditionThatItsWriterSaw() {
        OpenNotices.post("LS1", "LS2151");
        var first = Writers.receipt(Writers.comment("LS1", "Ann Early", "Of the first."));
        var speaker = Writers.receipt(Writers.ask("LS1", "Ben Speaks", "The first"));
        Writers.post("/notices/LS1/supersession", Map.of("reason", "An item was left out"))
                .statusCode(201);
        Writers.comment("LS1", "Cleo Between", "While the next is a draft.")
                .statusCode(201)
                .body("edition", equalTo(1));
        Writers.comment("LS1", "Dan Guesses", "Of a draft.", Map.of("edition", 2))
                .statusCode(422);
        Writers.post("/notices/LS1/posting", Drafts.POSTING.replace("03-23", "03-25"))
                .statusCode(200)
                .body("edition", equalTo(2));

        Writers.comment("LS1", "Eve Late", "Of the second.").statusCode(201).body("edition", equalTo(2));
        Writers.comment("LS1", "Finn Paper", "I read the first on the board.", Map.of("edition", 1))
                .statusCode(201)
                .body("edition", equalTo(1));
        Writers.ask("LS1", "Gus Speaks", "The second").statusCode(201).body("edition", equalTo(2));
        Writers.publishAll("LS1");

        get("/notices/LS1?edition=1").then().statusCode(200).body("status", equalTo("SUPERSEDED"));
        get("/notices/LS1/comments")
                .then()
                .statusCode(200)
                .body(
                        "items.text",
                        equalTo(List.of(
                                "Of the first.",
                                "While the next is a draft.",
                                "Of the second.",
                                "I read the first on the board.")))
                .body("items.edition", equalTo(List.of(1, 1, 2, 1)));
        get("/notices/LS1/comments/" + first).then().body("edition", equalTo(1)).body("state", equalTo("PUBLISHED"));
        get("/notices/LS1/speaker-requests/" + speaker).then().body("edition", equalTo(1));
        get("/notices/LS1/speaker-register").then().body("items.edition", equalTo(List.of(1, 2)));
        get("/notices/LS1/recipients")
                .then()
                .body(
                        "items.name",
                        equalTo(List.of(
                                "Ann Early", "Ben Speaks", "Cleo Between", "Eve Late", "Finn Paper", "Gus Speaks")));
    }

    @Test
    void aWithdrawnNoticeTakesNoMoreAndKeepsWhatItHas() {
        OpenNotices.post("LS2", "LS2152");
        var receipt = Writers.receipt(Writers.comment("LS2", "Ann Early", "I object."));
        var speaker = Writers.receipt(Writers.ask("LS2", "Ben Speaks", "All of it"));
        Writers.post("/notices/LS2/withdrawal", Map.of("reason", "The study is repeated"))
                .statusCode(200);

        isClosedAndWhole("LS2", "WITHDRAWN", receipt, speaker);
    }

    @Test
    void aDecidedNoticeTakesNoMoreAndKeepsWhatItHas() {
        for (var outcome : Map.of("LS3", "APPROVED", "LS4", "DENIED").entrySet()) {
            beforeTheDeadlines();
            var number = outcome.getKey();
            OpenNotices.post(number, number.equals("LS3") ? "LS2153" : "LS2154");
            var receipt = Writers.receipt(Writers.comment(number, "Ann Early", "I object."));
            var speaker = Writers.receipt(Writers.ask(number, "Ben Speaks", "All of it"));
            CityTime.set(clock, "2011-04-07T18:00:00");
            Writers.post("/notices/" + number + "/decision", Drafts.APPROVAL.replace("APPROVED", outcome.getValue()))
                    .statusCode(200);

            isClosedAndWhole(number, outcome.getValue(), receipt, speaker);
        }
    }

    @Test
    void aContinuedNoticeTakesMoreUntilItsNextDeadlines() {
        OpenNotices.post("LS5", "LS2155");
        Writers.comment("LS5", "Ann Early", "For the first hearing.").statusCode(201);
        CityTime.set(clock, "2011-04-07T18:00:00");
        Writers.post(
                        "/notices/LS5/decision",
                        Map.of("decidedOn", "2011-04-07", "body", "Career Service Board", "outcome", "CONTINUED"))
                .statusCode(200);
        Writers.comment("LS5", "Ben Waits", "Before there is a deadline.").statusCode(409);
        Writers.post(
                        "/notices/LS5/hearing",
                        Map.of(
                                "at",
                                "2011-04-21T17:00:00-06:00",
                                "reason",
                                "The deadlines that go with it",
                                "commentsUntil",
                                "2011-04-20T08:00:00-06:00"))
                .statusCode(200);

        Writers.comment("LS5", "Ben Waits", "For the second hearing.").statusCode(201);

        get("/notices/LS5/comment-register").then().body("total", equalTo(2));
        get("/notices/LS5/recipients").then().body("items.name", containsInAnyOrder("Ann Early", "Ben Waits"));
    }

    private void isClosedAndWhole(String number, String status, String receipt, String speaker) {
        Writers.comment(number, "Too Late", "I object, too.")
                .statusCode(409)
                .body("detail", containsString("it is " + status));
        Writers.ask(number, "Too Late", "Me, too").statusCode(409).body("detail", containsString("it is " + status));
        Writers.publishAll(number);
        CityTime.set(clock, "2012-04-07T18:00:00");
        get("/notices/" + number).then().statusCode(200).body("comments.open", equalTo(false));
        get("/notices/" + number + "/comments").then().body("items", hasSize(1)).body("items[0].edition", equalTo(1));
        get("/notices/" + number + "/comments/" + receipt).then().body("state", equalTo("PUBLISHED"));
        get("/notices/" + number + "/speaker-requests/" + speaker).then().body("state", equalTo("RECEIVED"));
        get("/notices/" + number + "/recipients")
                .then()
                .body("items.name", equalTo(List.of("Ann Early", "Ben Speaks")));
    }
}
