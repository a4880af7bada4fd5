package city.planofrecord.classification.noticebatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;

/** What becomes of recorded items in the class register when they are rescinded, moved or ended. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class NoticeRevisionsIT {

    private static final String EVE = "2031-01-04";
    private static final String DAY = "2031-01-05";
    private static final String LATER = "2031-03-02";

    @Inject
    Jdbi jdbi;

    private static String code() {
        return "V" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
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

    private static ValidatableResponse on(String code, String day) {
        return given().queryParam("asOf", day).get("/job-classes/" + code).then();
    }

    private static void assertTitle(String code, String day, String title) {
        on(code, day).statusCode(200).body("title", is(title));
    }

    private static void act(String code, String day, String verb, String body) {
        var etag = given().queryParam("asOf", day).get("/job-classes/" + code).header("ETag");
        given().contentType("application/json")
                .header("If-Match", etag)
                .body(body.formatted("""
                        "authority": {"kind": "ORDINANCE", "citation": "Ordinance 12", "decidedOn": "2011-01-01"}, "reason": "r\""""))
                .post("/job-classes/" + code + "/" + verb)
                .then()
                .statusCode(200);
    }

    /** What was told of the acts that revise the notice. */
    private static List<JsonNode> told(OfferedNotice notice) {
        return Events.all("job-classes").stream()
                .filter(event -> event.type().endsWith("changed.v1"))
                .map(Events.Told::data)
                .filter(data -> data.at("/authority/notice").asText().equals(notice.number)
                        && data.at("/authority/citation").asText().equals("Resolution 7"))
                .toList();
    }

    private static String reason(OfferedNotice notice) {
        return notice.answer("rejected").at("/items/0/reason").asText();
    }

    @Test
    void rescindedItemsLeaveWhatStoodBeforeAndTheOthersStay() {
        var former = code();
        var later = code();
        var begun = code();
        var gone = code();
        var recoded = establish(former, "Assistant");
        var abolished = establish(gone, "Supervisor");
        var notice = new OfferedNotice(DAY)
                .item("REVISE", recoded, former, Map.of("jobCode", later, "title", "Operations Assistant"))
                .item("ESTABLISH", UUID.randomUUID().toString(), begun, Map.of("jobCode", begun, "title", "Manager"))
                .item("ABOLISH", abolished, gone, Map.of());
        var batch = notice.recorded();
        on(begun, DAY).statusCode(200);

        notice.rescinded(batch, 1, 2);
        assertThat(notice.answer("accepted").path("items").findValuesAsText("item"))
                .containsExactly("1", "2");
        given().contentType("application/json")
                .body(
                        "{\"jobCode\": \"%s\", \"title\": \"T\", \"effectiveFrom\": \"2031-01-05\", \"reason\": \"r\", \"authority\": {\"kind\": \"RULE\", \"citation\": \"c\"}}"
                                .formatted(former))
                .post("/job-classes")
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/held"));
        notice.confirmed();

        assertTitle(former, DAY, "Assistant");
        on(later, DAY).statusCode(404);
        on(begun, DAY).statusCode(404);
        on(gone, DAY).statusCode(404);
        given().get("/job-classes/" + former + "/timeline")
                .then()
                .body("timeline", hasSize(1))
                .body("acts.kind", contains("ESTABLISHED", "AMENDED", "CANCELLED"))
                .body("acts[2].authority.citation", is("Resolution 7"))
                .body("acts[2].authority.item", is(1));
        var told = await().until(() -> told(notice), hasSize(2));
        assertThat(told)
                .allSatisfy(data -> assertThat(data.at("/act/kind").asText()).isEqualTo("CANCELLED"));
    }

    @Test
    void movedItemsTakeEffectOnTheOtherDateAndCanBeMovedAgainOrRescinded() {
        var code = code();
        var begun = code();
        var gone = code();
        var retitled = establish(code, "Clerk");
        var abolished = establish(gone, "Supervisor");
        var notice = new OfferedNotice(DAY)
                .item("REVISE", retitled, code, Map.of("title", "Senior Clerk"))
                .item(
                        "ESTABLISH",
                        UUID.randomUUID().toString(),
                        begun,
                        Map.of("jobCode", begun, "title", "Manager", "inPlaceOf", List.of(gone)))
                .item("ABOLISH", abolished, gone, Map.of("into", List.of(begun)));
        var batch = notice.recorded();

        notice.moved(batch, LATER, 1, 2, 3).applied();

        assertTitle(code, DAY, "Clerk");
        assertTitle(code, LATER, "Senior Clerk");
        on(begun, "2031-03-01").statusCode(404);
        on(begun, LATER).statusCode(200).body("authority.citation", is("Resolution 7"));
        on(gone, "2031-03-01").statusCode(200);
        on(gone, LATER).statusCode(404);

        notice.moved(notice.batch(), EVE, 1, 2, 3).applied();
        assertTitle(code, EVE, "Senior Clerk");
        on(begun, EVE).statusCode(200);
        on(gone, EVE).statusCode(404);

        notice.rescinded(notice.batch(), 1, 2, 3).applied();
        assertTitle(code, LATER, "Clerk");
        on(begun, LATER).statusCode(404);
        on(gone, LATER).statusCode(200);
    }

    @Test
    void endedItemsHaveBeenInEffectUntilTheirEndAndWhatStoodBeforeStandsAgain() {
        var code = code();
        var recoded = code();
        var begun = code();
        var gone = code();
        var retitled = establish(code, "Clerk");
        var abolished = establish(gone, "Supervisor");
        var notice = new OfferedNotice("2011-04-10")
                .item("REVISE", retitled, code, Map.of("title", "Senior Clerk", "jobCode", recoded))
                .item("ESTABLISH", UUID.randomUUID().toString(), begun, Map.of("jobCode", begun, "title", "Manager"))
                .item("ABOLISH", abolished, gone, Map.of("into", List.of(begun)));
        var batch = notice.recorded();

        notice.ended(batch, "2012-01-01", 1, 2, 3).applied();

        assertTitle(recoded, "2011-12-31", "Senior Clerk");
        on(recoded, "2012-01-01").statusCode(200).body("jobCode", is(code)).body("title", is("Clerk"));
        assertTitle(begun, "2011-12-31", "Manager");
        on(begun, "2012-01-01").statusCode(404);
        on(gone, "2011-12-31").statusCode(404);
        assertTitle(gone, "2012-01-01", "Supervisor");
        var told = told(notice).stream()
                .flatMap(data -> data.path("periods").findValuesAsText("from").stream())
                .toList();
        assertThat(told).containsOnly("2012-01-01");
    }

    @Test
    void whatEndsOnItsFirstDayIsVoidThoughThatDayIsOver() {
        var code = code();
        var begun = code();
        var notice = new OfferedNotice("2011-04-10")
                .item("REVISE", establish(code, "Clerk"), code, Map.of("title", "Senior Clerk"))
                .item("ESTABLISH", UUID.randomUUID().toString(), begun, Map.of("jobCode", begun, "title", "Manager"));
        var batch = notice.recorded();

        notice.ended(batch, "2011-04-10", 1, 2).applied();

        assertTitle(code, "2011-04-10", "Clerk");
        on(begun, "2011-04-10").statusCode(404);
    }

    @Test
    void whatIsInEffectIsNeitherTakenOutNorMoved() {
        var code = code();
        var id = establish(code, "Clerk");
        var notice = new OfferedNotice("2011-04-10").item("REVISE", id, code, Map.of("title", "Senior Clerk"));
        var batch = notice.recorded();

        assertThat(reason(notice.rescinded(batch, 1))).contains("took effect on 2011-04-10");
        assertThat(reason(notice.moved(batch, DAY, 1))).contains("took effect on 2011-04-10");
        assertThat(reason(notice.ended(batch, "2011-04-09", 1))).contains("cannot end on 2011-04-09");
        var coming = new OfferedNotice(DAY).item("REVISE", id, code, Map.of("title", "Chief Clerk"));
        var recorded = coming.recorded();
        assertThat(reason(coming.moved(recorded, "2012-01-01", 1))).contains("cannot take effect on 2012-01-01");
    }

    @Test
    void aCodeThatAnotherClassHasTakenSinceCannotComeBack() {
        var former = code();
        var later = code();
        var id = establish(former, "Clerk");
        var notice = new OfferedNotice(DAY).item("REVISE", id, former, Map.of("jobCode", later));
        var batch = notice.recorded();
        given().contentType("application/json")
                .body("""
                        {"jobCode": "%s", "title": "Newcomer", "effectiveFrom": "2031-02-01", "reason": "r",
                         "authority": {"kind": "RULE", "citation": "c"}}
                        """.formatted(former))
                .post("/job-classes")
                .then()
                .statusCode(201);

        assertThat(reason(notice.rescinded(batch, 1))).contains(former, "Newcomer", "2031-02-01");
        assertThat(reason(notice.moved(batch, LATER, 1))).contains(former, "Newcomer");
    }

    @Test
    void aClassThatAnotherNamesAsItsHeirCannotBeRescinded() {
        var begun = code();
        var gone = code();
        establish(gone, "Supervisor");
        var notice = new OfferedNotice(DAY)
                .item("ESTABLISH", UUID.randomUUID().toString(), begun, Map.of("jobCode", begun, "title", "Manager"));
        var batch = notice.recorded();
        act(gone, EVE, "abolishment", "{\"effectiveFrom\": \"" + LATER + "\", \"into\": [\"" + begun + "\"], %s}");

        assertThat(reason(notice.rescinded(batch, 1))).contains(begun, LATER);
        notice.moved(batch, "2031-02-02", 1).applied();
        on(begun, "2031-02-02").statusCode(200);
    }

    @Test
    void whatOthersRecordedOnTheSameClassSinceIsNotPulledFromUnderThem() {
        var begun = code();
        var code = code();
        var id = establish(code, "Clerk");
        var notice = new OfferedNotice(DAY)
                .item("ESTABLISH", UUID.randomUUID().toString(), begun, Map.of("jobCode", begun, "title", "Manager"))
                .item("REVISE", id, code, Map.of("title", "Senior Clerk"));
        var batch = notice.recorded();
        act(begun, DAY, "amendments", "{\"effectiveFrom\": \"" + LATER + "\", \"set\": {\"series\": \"S\"}, %s}");
        act(code, DAY, "amendments", "{\"effectiveFrom\": \"" + LATER + "\", \"set\": {\"title\": \"Chief\"}, %s}");

        assertThat(reason(notice.rescinded(batch, 1))).contains(LATER, "Ordinance 12", "rests on it");
        assertThat(reason(notice.moved(batch, "2031-04-06", 2))).contains(LATER, "Ordinance 12", "speaks of the same");
        notice.rescinded(batch, 2).applied();
        assertTitle(code, DAY, "Clerk");
        assertTitle(code, LATER, "Chief");
    }

    @Test
    void whatWasNeverRecordedHereIsRefused() {
        var notice = new OfferedNotice(DAY);

        assertThat(reason(notice.rescinded(UUID.randomUUID().toString(), 1))).contains("has not been recorded here");
    }

    @Test
    void aRecordedItemThatIsNoBusinessOfThisRegisterIsAcceptedWithNothingToDo() {
        var code = code();
        var notice = new OfferedNotice(DAY)
                .item("REVISE", establish(code, "Clerk"), code, Map.of())
                .item("REVISE", establish(code(), "Other"), code, Map.of("title", "Another"));
        var batch = notice.recorded();

        notice.rescinded(batch, 1);
        assertThat(notice.answer("accepted").path("items")).isEmpty();
        notice.confirmed();
    }

    @Test
    void actsRecordedBeforeTheyWereNotedByBatchAreFoundByTheNoticeAndItemThatTheyCite() throws IOException {
        var code = code();
        var notice = new OfferedNotice(DAY)
                .item("REVISE", establish(code, "Clerk"), code, Map.of("title", "Senior Clerk"))
                .item("REVISE", establish(code(), "Other"), code, Map.of("title", "Another"));
        var batch = notice.recorded();
        RealServers.current().asSuperuser("delete from batch_act where batch_id = '" + batch + "'");

        try (var migration =
                NoticeBatches.class.getResourceAsStream("/db/migration/V2026.11.23.10__acts_of_recorded_batches.sql")) {
            var statement = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            RealServers.current().asSuperuser(statement);
        }

        var found = jdbi.withHandle(
                handle -> handle.createQuery("select item from batch_act where batch_id = :batch order by seq")
                        .bind("batch", batch)
                        .mapTo(Integer.class)
                        .list());
        assertThat(found).containsExactly(1, 2);
    }
}
