package city.planofrecord.classification.classsearch;

import static city.planofrecord.classification.testing.ClassActs.*;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class ClassSearchIT {

    /** Keeps what the tests find apart: each looks in a group of its own. */
    private final String group = "Group " + code();

    private String begin(String title, String more) {
        var code = code();
        established(code, title, "2005-12-01", ", \"occupationalGroup\": \"" + group + "\"" + more);
        return code;
    }

    private ValidatableResponse find(Object... parameters) {
        var request = given().queryParam("occupationalGroup", group);
        for (var i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get("/job-classes").then().statusCode(200);
    }

    private static String specification(String statement) {
        return ", \"specification\": {\"template\": \"2018\", \"title\": \"T\", \"generalStatement\": \"" + statement
                + "\"}";
    }

    @Test
    void misspeltWordsFindTheTitlesThatHaveThemAll() {
        var agent = begin("3-1-1 Customer Service Agent", "");
        var lead = begin("Lead Customer Service Agent", "");
        begin("Customer Billing Agent", "");
        begin("Fire Service Worker", "");

        find("q", "custmer servise").body("items.jobCode", containsInAnyOrder(agent, lead), "total", is(2));
        find("q", "custmer servise")
                .body(
                        "items.find { it.jobCode == '%s' }.highlights[0].html".formatted(agent),
                        is("3-1-1 <mark>Customer</mark> <mark>Service</mark> Agent"));
        find("q", "custmer xylophone").body("total", is(0));
    }

    @Test
    void theBeginningOfAWordFindsATitle() {
        var agent = begin("Customer Service Agent", "");
        begin("Custodian", "");

        find("q", "custo").body("total", is(2));
        find("q", "custom serv").body("items.jobCode", contains(agent));
    }

    @Test
    void wordsOfTheSpecificationAreShownWhereTheyStand() {
        var clerk = begin("Records Clerk", specification("Mends <b>lanterns</b> & quarrels with moths."));
        begin("Desk Clerk", specification("Files papers."));

        find("q", "lantern moth")
                .body("items.jobCode", contains(clerk))
                .body("items[0].highlights[0].section", is("generalStatement"))
                .body("items[0].highlights[0].pointer", is("/specification/generalStatement"))
                .body(
                        "items[0].highlights[0].html",
                        is("Mends &lt;b&gt;<mark>lanterns</mark>&lt;/b&gt; &amp; quarrels with <mark>moths</mark>."));
        find("q", "\"quarrels with moths\"").body("total", is(1));
        find("q", "\"moths with quarrels\"").body("total", is(0));
        find("q", "clerk -lanterns").body("items.title", contains("Desk Clerk"));
        find("q", "the clerk of records").body("items.title", contains("Records Clerk"));
        find("q", "!!!").body("total", is(0));
    }

    @Test
    void aWordThatSpecificationsHaveIsNotTakenForOneTwoLettersOff() {
        begin("Analyst", "");
        begin("Clerk", specification("Supports analysis."));

        find("q", "analysis").body("items.title", contains("Clerk"));
    }

    @Test
    void whatASpecificationLacksIsNotFound() {
        var code = code();
        established(
                code,
                "Clerk",
                "2005-12-01",
                ", \"occupationalGroup\": \"" + group
                        + "\", \"specification\": {\"template\": \"2018\", \"title\": \"Clerk\", \"none\": [\"licensure\"]}");

        find("q", "licensure").body("total", is(0));
    }

    @Test
    void theBestComesFirstAndPagesLeaveNothingOut() {
        var inText = begin("Porter", specification("Repairs bicycles."));
        var whole = begin("Bicycle", "");
        var begun = begin("Bicyclette Painter", "");
        var inTitle = begin("Chief Bicycle Mechanic", "");

        find("q", "bicycle").body("items.jobCode", contains(whole, inTitle, begun, inText));
        find("q", "bicycl").body("items.jobCode", hasItems(begun, whole));

        var seen = new ArrayList<String>();
        var next = "/job-classes?limit=1&q=bicycle&occupationalGroup=" + group.replace(" ", "%20");
        while (next != null) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .body("total", is(4))
                    .extract();
            List<String> codes = page.jsonPath().getList("items.jobCode");
            seen.addAll(codes);
            var link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        assertThat(seen).containsExactly(whole, inTitle, begun, inText);
    }

    @Test
    void facetsCountAllThatIsFoundNotOnlyThePage() {
        begin("Quilter", ", \"series\": \"A\", \"flsaStatus\": \"EXEMPT\"");
        begin("Quilter", ", \"series\": \"A\", \"flsaStatus\": \"NON_EXEMPT\"");
        begin("Quilter", ", \"series\": \"B\"");
        begin("Weaver", ", \"series\": \"B\"");

        find("q", "quilter", "limit", 1)
                .body("items.size()", is(1), "total", is(3))
                .body("facets.series.value", contains("A", "B"), "facets.series.count", contains(2, 1))
                .body("facets.flsaStatus.value", contains("EXEMPT", "NON_EXEMPT"))
                .body("facets.occupationalGroup", contains(Map.of("value", group, "count", 3)))
                .body("facets.grade", empty());
        find("series", "B", "flsaStatus", "EXEMPT").body("total", is(0), "facets.series", empty());
    }

    @Test
    void aGradeFiltersAndCountsAsItWasTold() {
        var id = established(code(), "Glazier", "2005-12-01", ", \"occupationalGroup\": \"" + group + "\"");
        begin("Glazier", "");
        Events.tell("grade-assignments.state", id, "grade-assignment.state.v1", Events.json("""
                {"id": "%s", "revision": 1, "timeline": [
                  {"effectiveFrom": "2005-12-01", "effectiveUntil": "2011-04-10", "recordedAt": "2011-03-01T15:00:00Z",
                   "act": "0199f3a0-5b2c-7d3e-8f40-a1b2c3d4e5f6", "authority": {"kind": "OPENING", "citation": "c"},
                   "image": {"gradeId": "0199f3a0-5b2c-7d3e-8f40-a1b2c3d4e5f7", "grade": "809-Q"}}]}""".formatted(id)));

        await().untilAsserted(() -> find("asOf", "2011-04-09", "grade", "Q-809")
                .body("items.id", contains(id), "items[0].grade", is("809-Q"))
                .body("facets.grade", contains(Map.of("value", "809-Q", "count", 1))));
        find("asOf", "2011-04-09").body("total", is(2));
        find("asOf", "2011-04-10", "grade", "809-Q").body("total", is(0));
    }

    @Test
    void itemsSayWhenTheyChangeNext() {
        var changing = begin("Tinker", "");
        amend(changing, "2011-04-10", "{\"title\": \"Tinsmith\"}").statusCode(200);
        var ending = begin("Cooper", "");
        abolish(ending, "2012-01-01").statusCode(200);

        find("asOf", "2010-01-01")
                .body("items.find { it.jobCode == '%s' }.nextChange.date".formatted(changing), is("2011-04-10"))
                .body(
                        "items.find { it.jobCode == '%s' }.nextChange.href".formatted(changing),
                        is("/job-classes/" + changing + "?asOf=2011-04-10"))
                .body(
                        "items.find { it.jobCode == '%s' }.nextChange.href".formatted(ending),
                        is("/job-classes/" + ending + "/timeline"));
        find("asOf", "2005-11-30", "inEffect", false)
                .body("items.nextChange.date", everyItem(is("2005-12-01")), "total", is(2));
        find("asOf", "2020-01-01").body("items[0]", not(hasKey("nextChange")));
    }

    @Test
    void wordsAreLookedForInWhatWasKnownOnThatDayAtThatInstant() {
        var code = begin("Ostler", "");
        var before = java.time.Instant.now();
        await().until(() -> given().queryParam("knownAt", before.toString())
                        .get("/job-classes")
                        .statusCode()
                == 200);
        correct(code, "\"effectiveFrom\": \"2005-12-01\", \"set\": {\"title\": \"Hostler\"}")
                .statusCode(200);

        find("q", "ostler", "knownAt", before.toString()).body("items.title", contains("Ostler"));
        find("q", "hostler").body("items.title", contains("Hostler"));
    }

    @Test
    void whatIsNoCursorOrGradeIsSaidSo() {
        given().queryParam("after", "CA2433~x")
                .get("/job-classes")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", is("after"));
        given().queryParam("q", "x".repeat(201)).get("/job-classes").then().statusCode(400);
        given().queryParam("flsaStatus", "MAYBE").get("/job-classes").then().statusCode(400);
    }
}
