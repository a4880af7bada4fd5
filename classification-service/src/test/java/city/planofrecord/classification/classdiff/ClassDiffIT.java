package city.planofrecord.classification.classdiff;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;

/** Differences over HTTP, with the events of others as they come. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class ClassDiffIT {

    private static final String FORMER = """
            {"template": "2011", "title": "Operations Manager", "education": "Associate's degree.",
             "decisionMaking": ["Guides are general."],
             "competencies": [{"name": "Self-Direction", "definition": "Sets aims."},
                              {"name": "Team Building", "definition": "Joins in."}],
             "physicalDemands": [{"name": "Accommodation", "definition": "Shifts the focus."},
                                 {"name": "Sitting", "definition": "Sits."}]}""";

    private static final String LATER = """
            {"template": "2018", "title": "Operations Manager", "education": "Associate's Degree.",
             "competencies": [{"name": "Team  building", "definition": "Leads."},
                              {"name": "Self Direction", "definition": "Sets aims."}],
             "physicalDemands": [{"name": "Sitting", "definition": "Sits."}],
             "none": ["licensure"]}""";

    private final String number = "D" + UUID.randomUUID().toString().substring(0, 6);

    private static String code() {
        return "D" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
    }

    private static String establish(String code, String title, String from, String specification) {
        return given().contentType("application/json")
                .body("""
                        {"jobCode": "%s", "title": "%s", "effectiveFrom": "%s", "specification": %s,
                         "authority": {"kind": "OPENING", "citation": "Opening"}, "reason": "First load"}
                        """.formatted(code, title, from, specification))
                .post("/job-classes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void act(String code, String act, String from, String set) {
        var etag = given().queryParam("asOf", LocalDate.parse(from).minusDays(1).toString())
                .get("/job-classes/" + code)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        given().contentType("application/json")
                .header("If-Match", etag)
                .body("""
                        {"effectiveFrom": "%s", %s "reason": "As decided",
                         "authority": {"kind": "ORDINANCE", "citation": "Ordinance 12", "decidedOn": "2011-01-01"}}
                        """.formatted(from, set))
                .post("/job-classes/" + code + "/" + act)
                .then()
                .statusCode(200);
    }

    private static void tellGrades(String classId, String until, String authority) {
        Events.tell("grade-assignments.state", classId, "grade-assignment.state.v1", Events.json("""
                {"id": "%1$s", "revision": 2, "timeline": [
                  {"effectiveFrom": "2005-12-01", "effectiveUntil": "%2$s", "recordedAt": "2011-01-01T00:00:00Z",
                   "act": "%3$s", "authority": {"kind": "OPENING", "citation": "Opening"},
                   "image": {"gradeId": "%4$s", "grade": "809-A"}},
                  {"effectiveFrom": "%2$s", "recordedAt": "2011-01-01T00:00:00Z",
                   "act": "%5$s", "authority": %6$s,
                   "image": {"gradeId": "%7$s", "grade": "A-811"}}]}
                """.formatted(
                        classId,
                        until,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        authority,
                        UUID.randomUUID())));
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("America/Denver")).toString();
    }

    private static ValidatableResponse diff(String code, String query) {
        return given().get("/job-classes/" + code + "/diff" + query).then();
    }

    @Test
    void aClassIsComparedWithItselfOnAnotherDay() {
        var code = code();
        var id = establish(code, "Operations Manager", "2005-12-01", FORMER);
        act(code, "amendments", "2018-09-21", "\"set\": {\"specification\": " + LATER + "},");
        tellGrades(id, "2018-09-21", "{\"kind\": \"ORDINANCE\", \"citation\": \"Ordinance 12\"}");

        await().untilAsserted(() -> diff(code, "?from=2011-04-10&to=2018-09-21").body("before.grade", is("809-A")));
        var etag = diff(code, "?from=2011-04-10&to=2018-09-21")
                .statusCode(200)
                .header("ETag", startsWith("\"2-"))
                .body("id", is(id), "change", is("CHANGED"), "revision", is(2))
                .body("before.asOf", is("2011-04-10"), "before.inEffect", is(true), "before.template", is("2011"))
                .body("before.effectiveFrom", is("2005-12-01"), "before.effectiveUntil", is("2018-09-21"))
                .body("after.grade", is("A-811"), "after.template", is("2018"), "after.authority.kind", is("ORDINANCE"))
                .body("summary.terms", contains("grade"))
                .body("terms.find { it.term == 'grade' }.parts.change", contains("UNCHANGED", "CHANGED"))
                .body("summary.sectionsRemoved", contains("decisionMaking"))
                .body("summary.sectionsAdded", contains("licensure"))
                .body("summary.sectionsChanged", contains("competencies", "physicalDemands", "education"))
                .body("summary.sectionsUnchanged", contains("title"))
                .body("sections.find { it.section == 'licensure' }.after", is("NONE"))
                .body(
                        "sections.find { it.section == 'physicalDemands' }.items.find { it.change == 'REMOVED' }"
                                + ".before.name",
                        is("Accommodation"))
                .body("sections.find { it.section == 'competencies' }.items.change", contains("CHANGED", "CHANGED"))
                .body(
                        "sections.find { it.section == 'education' }.text.words.kind",
                        contains("EQUAL", "DELETE", "INSERT", "EQUAL"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", etag)
                .get("/job-classes/" + code + "/diff?from=2011-04-10&to=2018-09-21")
                .then()
                .statusCode(304);
        var before = today();
        var untilToday = diff(code, "?from=2011-04-10").body("change", is("CHANGED"));
        untilToday.body("after.asOf", anyOf(is(before), is(today())));
        diff(code, "?from=2018-09-21&to=2018-09-21")
                .body("change", is("UNCHANGED"), "summary.sectionsChanged.size()", is(0));
    }

    @Test
    void aDayOnWhichTheClassIsNotThereSaysSo() {
        var code = code();
        establish(code, "Analyst", "2005-12-01", FORMER);
        act(code, "abolishment", "2011-04-10", "");

        diff(code, "?from=2000-01-01&to=2010-01-01")
                .body("change", is("ADDED"), "before.inEffect", is(false))
                .body("before.says", is(code + " is in effect from 2005-12-01 on."))
                .body("sections.change.unique()", contains("ADDED"));
        diff(code, "?from=2010-01-01&to=2012-01-01")
                .body("change", is("REMOVED"), "after.inEffect", is(false))
                .body("after.says", is(code + " was abolished on 2011-04-10."))
                .body("before.title", is("Analyst"));
        diff(code, "?from=2000-01-01&to=2000-01-02")
                .statusCode(404)
                .body("type", endsWith("/problems/not-in-effect"))
                .body("detail", containsString("is in effect from 2005-12-01 on"));
    }

    @Test
    void aCodeMeansTheClassThatItMeansOnTheLaterDay() {
        var code = code();
        var former = establish(code, "Former Bearer", "2005-12-01", FORMER);
        act(code, "abolishment", "2011-04-10", "");
        var later = establish(code, "Later Bearer", "2012-01-01", FORMER);

        diff(code, "?from=2010-01-01&to=2012-01-01")
                .body("id", is(later), "change", is("ADDED"))
                .body("otherOnFrom.id", is(former), "otherOnFrom.title", is("Former Bearer"));
        diff(code, "?from=2010-01-01&to=2011-12-31").body("id", is(former), "otherOnFrom", nullValue());
    }

    @Test
    void anAnswerKnownAtAnInstantDoesNotKnowWhatWasRecordedLater() {
        var code = code();
        establish(code, "Analyst", "2005-12-01", FORMER);
        var instant = diff(code, "?from=2011-01-01").extract().<String>path("after.recordedAt");
        act(code, "amendments", "2011-04-10", "\"set\": {\"title\": \"Chief Analyst\"},");

        diff(code, "?from=2011-04-09&to=2011-04-10").body("change", is("CHANGED"), "revision", is(2));
        await().untilAsserted(() -> diff(code, "?from=2011-04-09&to=2011-04-10&knownAt=" + instant)
                .body("change", is("UNCHANGED"), "revision", is(1)));
    }

    @Test
    void whatIsAskedMustBeClear() {
        diff("CA2433", "").statusCode(400).body("violations[0].parameter", is("from"));
        diff("CA2433", "?notice=1341&from=2011-01-01").statusCode(400).body("violations[0].parameter", is("notice"));
        diff("CA2433", "?from=2012-01-01&to=2011-01-01").statusCode(400).body("detail", containsString("Swap them"));
        diff("CA2433", "?from=2011-02-30").statusCode(400).body("violations[0].parameter", is("from"));
        diff("CA2433", "?asOf=2011-02-28").statusCode(400).body("violations[0].parameter", is("asOf"));
        diff("NEVER9", "?from=2011-01-01").statusCode(404);
        diff("CA2433", "?notice=NONE").statusCode(404).body("detail", containsString("GET /notices"));
    }

    private String post(int edition, String items) {
        return """
                {"number": "%s", "edition": %d, "revision": %d, "posting": {"postedAt": "2011-03-23T09:00:00-06:00",
                 "places": ["Board"]}, "hearing": {"at": "2011-04-07T17:00:00-06:00"},
                 "expectedEffectiveDate": "2011-04-10", "items": [%s]}
                """.formatted(number, edition, 1 + edition, items);
    }

    private void tell(String posted) {
        Events.tell("notices", number, "notice.posted.v1", Events.json(posted));
    }

    private void awaitEdition(String code, int edition) {
        await().untilAsserted(() ->
                diff(code, "?notice=" + number).statusCode(200).body("after.proposal.edition", is(edition)));
    }

    private static String revise(String classId, String present, String proposed, String title, String specification) {
        return """
                {"item": 1, "kind": "REVISE", %s "changes": [], "present": {"jobCode": "%s"},
                 "proposed": {"jobCode": "%s", "title": "%s", "grade": "A-811",
                              "range": {"minimum": "1.00", "maximum": "2.00"}, "specification": %s}}
                """.formatted(
                classId == null ? "" : "\"classId\": \"" + classId + "\",", present, proposed, title, specification);
    }

    @Test
    void aClassIsComparedWithWhatAPostedNoticeProposes() {
        var former = code();
        var later = code();
        var id = establish(former, "Operations Manager", "2005-12-01", FORMER);
        tell(post(1, revise(null, former, later, "Center Manager", LATER)));
        tell(post(1, revise(null, former, later, "Center Manager", LATER)));
        awaitEdition(former, 1);

        for (var code : new String[] {former, later}) {
            diff(code, "?notice=" + number)
                    .body("id", is(id), "change", is("CHANGED"))
                    .body("before.asOf", is("2011-04-10"), "before.jobCode", is(former))
                    .body("after.jobCode", is(later), "after.grade", is("A-811"), "after.template", is("2018"))
                    .body("after.proposal.item", is(1), "after.proposal.kind", is("REVISE"))
                    .body("after.proposal.expectedEffectiveDate", is("2011-04-10"))
                    .body("summary.terms", contains("jobCode", "title", "grade"))
                    .body("terms.term", not(hasItem("range")))
                    .body("summary.sectionsRemoved", contains("decisionMaking"));
        }
        diff("CA9999", "?notice=" + number).statusCode(404).body("detail", containsString(former + ", " + later));
    }

    @Test
    void theLatestEditionCountsAlsoWhenAnOlderOneArrivesLater() {
        var code = code();
        var id = establish(code, "Analyst", "2005-12-01", FORMER);
        tell(post(2, revise(id, code, code, "Second", FORMER)));
        awaitEdition(code, 2);
        tell(post(1, revise(id, code, code, "First", FORMER)));
        tell(post(3, revise(id, code, code, "Third", FORMER)));
        awaitEdition(code, 3);

        diff(code, "?notice=" + number).body("after.title", is("Third"), "summary.terms", contains("title", "grade"));
    }

    @Test
    void whatANoticeEstablishesHasNoBeforeAndWhatItAbolishesNoAfter() {
        var begins = code();
        var ends = code();
        establish(ends, "Supervisor", "2005-12-01", FORMER);
        tell(post(1, """
                {"item": 7, "kind": "ESTABLISH", "classId": "%s", "changes": [],
                 "proposed": {"jobCode": "%s", "title": "Manager", "grade": "809-A", "specification": %s}},
                {"item": 8, "kind": "ESTABLISH_GRADE", "proposed": {"grade": "814-A"}},
                {"item": 9, "kind": "ABOLISH", "present": {"jobCode": "%s"}}
                """.formatted(UUID.randomUUID(), begins, LATER, ends)));
        awaitEdition(begins, 1);

        diff(begins, "?notice=" + number)
                .body("change", is("ADDED"), "before.inEffect", is(false), "revision", is(0))
                .body("before.says", is("Notice " + number + " proposes in item 7 to establish it."))
                .body("after.title", is("Manager"), "summary.sectionsAdded", hasItem("competencies"));
        diff(ends, "?notice=" + number)
                .body("change", is("REMOVED"), "after.inEffect", is(false), "before.title", is("Supervisor"))
                .body("after.says", is("Notice " + number + " proposes in item 9 to abolish it."))
                .body("after.proposal.item", is(9));
    }

    @Test
    void aDecidedNoticeIsComparedWithThePlanOfTheDayBeforeIt() {
        var code = code();
        var id = establish(code, "Analyst", "2005-12-01", FORMER);
        tell(post(1, revise(id, code, code, "Chief Analyst", LATER)));
        decide(id, code, "2011-04-17");

        await().untilAsserted(() -> given().queryParam("asOf", "2011-04-17")
                .get("/job-classes/" + code)
                .then()
                .body("title", is("Chief Analyst as amended")));
        diff(code, "?notice=" + number)
                .statusCode(200)
                .body("before.asOf", is("2011-04-16"), "before.title", is("Analyst"))
                .body("after.asOf", is("2011-04-17"), "after.title", is("Chief Analyst"))
                .body("after.proposal.notice", is(number), "after.proposal.receivedAt", notNullValue())
                .body("summary.sectionsRemoved", contains("decisionMaking"));
    }

    @Test
    void aNoticeThatOnlyRegradedIsComparedWithTheGradeBefore() {
        var code = code();
        var id = establish(code, "Analyst", "2005-12-01", FORMER);
        tell(post(1, revise(id, code, code, "Analyst", FORMER)));
        awaitEdition(code, 1);
        tellGrades(
                id,
                "2011-04-10",
                "{\"kind\": \"NOTICE\", \"notice\": \"%s\", \"citation\": \"Notice\"}".formatted(number));

        await().untilAsserted(() -> diff(code, "?notice=" + number)
                .body("before.asOf", is("2011-04-09"), "before.grade", is("809-A"))
                .body("after.grade", is("A-811"), "summary.terms", contains("grade")));
    }

    @Test
    void aProposedSpecificationThatIsNoneIsRefusedWithAWayOut() {
        var code = code();
        var id = establish(code, "Analyst", "2005-12-01", FORMER);
        tell(post(1, revise(id, code, code, "Analyst", "{\"competencies\": \"many\"}")));

        await().untilAsserted(() -> diff(code, "?notice=" + number)
                .statusCode(422)
                .body("detail", containsString("/specification-imports")));
    }

    private void decide(String id, String code, String day) {
        var step = """
                "number": "%s", "edition": 1, "batch": "%s", "try": 1""".formatted(number, UUID.randomUUID());
        Events.tell("notices", number, "notice.decided.v1", Events.json("""
                {%s, "decidedOn": "2011-04-14", "reason": "Approved",
                 "authority": {"kind": "NOTICE", "notice": "%s", "citation": "Notice", "decidedOn": "2011-04-14"},
                 "items": [{"item": 1, "kind": "REVISE", "effectiveFrom": "%s",
                            "jobClass": {"id": "%s", "jobCode": "%s", "set": {"title": "Chief Analyst as amended"}}}]}
                """.formatted(step, number, day, id, code)));
        Events.tell("notices", number, "notice.confirmed.v1", Events.json("{" + step + "}"));
    }
}
