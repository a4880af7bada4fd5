package city.planofrecord.classification.noticebatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;

/** The class register's side of hold and confirm, driven by the events of a notice. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class NoticeBatchesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String number = "N" + UUID.randomUUID().toString().substring(0, 6);
    private final String batch = UUID.randomUUID().toString();
    private final List<ObjectNode> items = new ArrayList<>();

    private static String code() {
        return "B" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
    }

    private static String establish(String code, String title) {
        return given().contentType("application/json")
                .body("""
                        {"jobCode": "%s", "title": "%s", "effectiveFrom": "2005-12-01",
                         "authority": {"kind": "OPENING", "citation": "Opening"}, "reason": "First load"}
                        """.formatted(code, title))
                .post("/job-classes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private NoticeBatchesIT item(String kind, String id, String code, Map<String, ?> set) {
        var item = JSON.createObjectNode();
        item.put("item", items.size() + 1).put("kind", kind).put("effectiveFrom", "2011-04-10");
        item.putObject("jobClass").put("id", id).put("jobCode", code).set("set", JSON.valueToTree(set));
        items.add(item);
        return this;
    }

    private ObjectNode step(int attempt) {
        return JSON.createObjectNode()
                .put("number", number)
                .put("edition", 1)
                .put("batch", batch)
                .put("try", attempt);
    }

    private void tell(String type, ObjectNode data, int times) {
        var id = UUID.randomUUID().toString();
        for (var i = 0; i < times; i++) {
            Events.tell(id, "notices", number, type, data);
        }
    }

    private void decide(int attempt) {
        var offer = step(attempt);
        offer.putObject("authority")
                .put("kind", "NOTICE")
                .put("notice", number)
                .put("citation", "Notice " + number)
                .put("decidedOn", "2011-04-07");
        offer.put("reason", "Approved");
        offer.putArray("items").addAll(items);
        tell("notice.decided.v1", offer, 3);
    }

    private JsonNode answer(String type, int attempt) {
        return await().until(
                        () -> Events.all("notice-items").stream()
                                .filter(event -> event.type().endsWith("notice-batch." + type + ".v1"))
                                .map(Events.Told::data)
                                .filter(data -> data.path("batch").asText().equals(batch)
                                        && data.path("try").asInt() == attempt)
                                .toList(),
                        hasSize(1))
                .getFirst();
    }

    @Test
    void aDecidedNoticeIsHeldThenRecordedWholeAndOnce() {
        var former = code();
        var later = code();
        var gone = code();
        var begun = code();
        var recoded = establish(former, "Operations Support Assistant");
        var abolished = establish(gone, "Operations Supervisor");
        var established = UUID.randomUUID().toString();
        item("REVISE", recoded, former, Map.of("jobCode", later, "title", "Operations Assistant"));
        item("ESTABLISH", established, begun, Map.of("jobCode", begun, "title", "Operations Manager"));
        item("ABOLISH", abolished, gone, Map.of());

        decide(1);
        assertThat(answer("accepted", 1).path("items")).hasSize(3);
        given().get("/job-classes/" + begun).then().statusCode(404);
        given().contentType("application/json")
                .header("If-Match", "\"1-x\"")
                .body("{\"effectiveFrom\": \"2030-01-06\", \"set\": {\"title\": \"Other\"}, \"reason\": \"r\","
                        + " \"authority\": {\"kind\": \"RULE\", \"citation\": \"c\"}}")
                .post("/job-classes/" + former + "/amendments")
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/held"), "heldBy", is(number));
        given().contentType("application/json")
                .body(
                        "{\"jobCode\": \"%s\", \"title\": \"T\", \"effectiveFrom\": \"2030-01-06\", \"reason\": \"r\", \"authority\": {\"kind\": \"RULE\", \"citation\": \"c\"}}"
                                .formatted(later))
                .post("/job-classes")
                .then()
                .statusCode(409)
                .body("heldBy", is(number));

        tell("notice.confirmed.v1", step(1), 3);
        var applied = answer("applied", 1);
        assertThat(applied.path("items").findValuesAsText("state")).containsOnly("APPLIED");
        given().queryParam("asOf", "2011-04-09")
                .get("/job-classes/" + later)
                .then()
                .body("jobCode", is(former));
        given().queryParam("asOf", "2011-04-10")
                .get("/job-classes/" + former)
                .then()
                .body("jobCode", is(later), "title", is("Operations Assistant"), "authority.item", is(1));
        given().queryParam("asOf", "2011-04-10")
                .get("/job-classes/" + begun)
                .then()
                .body("id", is(established), "revision", is(1));
        given().queryParam("asOf", "2011-04-10")
                .get("/job-classes/" + gone)
                .then()
                .statusCode(404);
        given().get("/job-classes/" + former + "/timeline").then().body("acts.size()", is(2));
    }

    @Test
    void aBatchThatCannotBeTakenWholeIsNotTakenAtAll() {
        var kept = code();
        var taken = code();
        var id = establish(kept, "Clerk");
        establish(taken, "Someone else");
        item("REVISE", id, kept, Map.of("title", "Senior Clerk"));
        item("ESTABLISH", UUID.randomUUID().toString(), taken, Map.of("jobCode", taken, "title", "Newcomer"));

        decide(1);
        var rejected = answer("rejected", 1);
        assertThat(rejected.at("/items/0/state").asText()).isEqualTo("PENDING");
        assertThat(rejected.at("/items/1/state").asText()).isEqualTo("REJECTED");
        assertThat(rejected.at("/items/1/reason").asText()).contains(taken, "Someone else");
        tell("notice.released.v1", step(1), 3);
        given().get("/job-classes/" + kept).then().body("title", is("Clerk"), "revision", is(1));
    }

    @Test
    void whatWasReleasedCanBeChangedAndOfferedAgain() {
        var code = code();
        var id = establish(code, "Clerk");
        item("REVISE", id, code, Map.of("title", "Senior Clerk"));

        decide(1);
        answer("accepted", 1);
        tell("notice.released.v1", step(1), 3);
        await().untilAsserted(() -> given().contentType("application/json")
                .header("If-Match", "\"1-x\"")
                .queryParam("dryRun", true)
                .body("{\"effectiveFrom\": \"2030-01-06\", \"set\": {\"title\": \"Other\"}, \"reason\": \"r\","
                        + " \"authority\": {\"kind\": \"RULE\", \"citation\": \"c\"}}")
                .post("/job-classes/" + code + "/amendments")
                .then()
                .statusCode(200));
        decide(2);
        answer("accepted", 2);
        tell("notice.confirmed.v1", step(2), 3);
        answer("applied", 2);
        given().get("/job-classes/" + code).then().body("title", is("Senior Clerk"), "revision", is(2));
    }

    @Test
    void codesAreSwappedWithinABatch() {
        var one = code();
        var other = code();
        var first = establish(one, "First");
        var second = establish(other, "Second");
        item("REVISE", first, one, Map.of("jobCode", other));
        item("REVISE", second, other, Map.of("jobCode", one));

        decide(1);
        answer("accepted", 1);
        tell("notice.confirmed.v1", step(1), 1);
        answer("applied", 1);
        given().queryParam("asOf", "2011-04-10")
                .get("/job-classes/" + one)
                .then()
                .body("title", is("Second"));
        given().queryParam("asOf", "2011-04-09")
                .get("/job-classes/" + one)
                .then()
                .body("title", is("First"));
    }

    @Test
    void twoBatchesDoNotHoldOneClass() {
        var code = code();
        var id = establish(code, "Clerk");
        item("REVISE", id, code, Map.of("title", "Senior Clerk"));
        decide(1);
        answer("accepted", 1);

        var other = new NoticeBatchesIT().item("REVISE", id, code, Map.of("title", "Chief Clerk"));
        other.decide(1);
        assertThat(other.answer("rejected", 1).at("/items/0/reason").asText()).contains(number);
    }

    @Test
    void theAnswerBelongsToTheTraceOfTheOffer() {
        var code = code();
        item("REVISE", establish(code, "Clerk"), code, Map.of("title", "Senior Clerk"));
        var offer = step(1);
        offer.putObject("authority")
                .put("kind", "NOTICE")
                .put("citation", "Notice")
                .put("decidedOn", "2011-04-07");
        offer.putArray("items").addAll(items);
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Events.tell(UUID.randomUUID().toString(), "notices", number, "notice.decided.v1", offer, trace);

        answer("accepted", 1);
        assertThat(Events.all("notice-items"))
                .filteredOn(event -> event.data().path("batch").asText().equals(batch))
                .extracting(Events.Told::traceparent)
                .containsOnly(trace);
    }

    @Test
    void anOfferThatCannotBeReadIsParkedWithItsReason() {
        var code = code();
        item("REVISE", establish(code, "Clerk"), code, Map.of("title", "Senior Clerk"));
        items.getFirst().put("effectiveFrom", "the tenth of April");

        decide(1);
        await().untilAsserted(() -> given().get("/dead-letters")
                .then()
                .body("items.find { it.key == '%s' }.reason".formatted(number), containsString("the tenth of April")));
        given().get("/job-classes/" + code).then().body("title", is("Clerk"), "revision", is(1));
    }

    @Test
    void codesAreExchangedAndTakenOverOnTheDay() {
        var left = code();
        var right = code();
        var given = code();
        var first = establish(left, "First");
        var second = establish(right, "Second");
        var abolished = establish(given, "Third");
        var begun = UUID.randomUUID().toString();
        item("REVISE", first, left, Map.of("jobCode", right));
        item("REVISE", second, right, Map.of("jobCode", left));
        item("ABOLISH", abolished, given, Map.of());
        item("ESTABLISH", begun, given, Map.of("jobCode", given, "title", "Fourth"));

        decide(1);
        answer("accepted", 1);
        tell("notice.confirmed.v1", step(1), 1);
        answer("applied", 1);

        given().get("/job-classes/" + left + "?asOf=2011-04-09").then().body("id", is(first));
        given().get("/job-classes/" + left + "?asOf=2011-04-10").then().body("id", is(second));
        given().get("/job-classes/" + right + "?asOf=2011-04-09").then().body("id", is(second));
        given().get("/job-classes/" + right + "?asOf=2011-04-10").then().body("id", is(first));
        given().get("/job-classes/" + given + "?asOf=2011-04-09").then().body("id", is(abolished));
        given().get("/job-classes/" + given + "?asOf=2011-04-10").then().body("id", is(begun));
    }
}
