package city.planofrecord.notice;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

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

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class PreviewIT {

    private static Registers registers;

    @BeforeAll
    static void begin() {
        registers = new Registers();
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    @Test
    void aDraftIsPreviewedBeforeAndAfterOnItsExpectedDate() {
        plan("PA");
        draft("P1", Drafts.retitle("PA2154", "PA Agent", "311 PA Agent"), regrade("PA2155", "612-PA", "613-PA"));

        get("/notices/P1/preview")
                .statusCode(200)
                .body("effectiveDate", equalTo("2011-04-10"))
                .body("decided", equalTo(false))
                .body("classes", hasSize(2))
                .body("classes[0].by.item", equalTo(1))
                .body("classes[0].before.title", equalTo("PA Agent"))
                .body("classes[0].after.title", equalTo("311 PA Agent"))
                .body("classes[0].changed", contains("title"))
                .body("classes[0]", not(hasKey("specification")))
                .body("classes[1].changed", contains("grade", "range"))
                .body("classes[1].before.range.minimum", equalTo("31573.00"))
                .body("classes[1].after.range.midpoint", equalTo("44165.50"))
                .body("conflicts", empty())
                .body("alsoTouchedBy", empty())
                .body("checkedAgainst", hasKey("paygrade"));
    }

    @Test
    void postedNoticesThatTouchOneClassAreShownToEachOtherAndCollideWhenCarriedOutTogether() {
        plan("PB");
        draft("P2", Drafts.retitle("PB2154", "PB Agent", "311 PB Agent"));
        draft("P3", Drafts.retitle("PB2154", "PB Agent", "City PB Agent"));

        get("/notices/P2/preview").body("alsoTouchedBy", empty());
        post("/notices/P2/posting", Drafts.POSTING).statusCode(200);
        post("/notices/P3/posting", Drafts.POSTING).statusCode(200);

        get("/notices/P2/preview")
                .body("alsoTouchedBy", contains("P3"))
                .body("classes[0].alsoTouchedBy[0].item.notice", equalTo("P3"))
                .body("classes[0].alsoTouchedBy[0].by", hasItem("job code PB2154"))
                .body("classes", hasSize(1))
                .body("conflicts", empty());
        get("/notices/P2/preview?with=P3")
                .body("with", contains("P3"))
                .body("classes.after.title", contains("311 PB Agent", "City PB Agent"))
                .body("classes[1].before.title", equalTo("311 PB Agent"))
                .body("conflicts.kind", containsInAnyOrder("PRESENT_DIFFERS", "SET_TWICE"))
                .body("conflicts[0].with.notice", equalTo("P2"));
    }

    @Test
    void whatCannotBePreviewedIsRefused() {
        plan("PC");
        draft("P4", Drafts.retitle("PC2154", "PC Agent", "311 PC Agent"));
        post("/notices", "{ \"number\": \"P5\", \"date\": \"2011-03-23\" }").statusCode(201);

        get("/notices/P4/preview?with=P4").statusCode(400).body("violations[0].parameter", equalTo("with"));
        get("/notices/P4/preview?with=P5,P5").statusCode(400);
        get("/notices/P4/preview?with=NONE").statusCode(404);
        get("/notices/NONE/preview").statusCode(404);
        get("/notices/P4/preview?without=P5").statusCode(400);
        get("/notices/P5/preview").statusCode(422).body("violations[0].pointer", equalTo("/hearing/at"));
    }

    @Test
    void anApprovedNoticeIsPreviewedOnTheDecidedDate() {
        plan("PD");
        registers.tellClass("PD9999", "PD Clerk", "2005-12-01");
        draft("P6", Drafts.retitle("PD9999", "PD Clerk", "PD Typist"));
        post("/notices/P6/posting", Drafts.POSTING).statusCode(200);
        post("/notices/P6/decision", Drafts.APPROVAL).statusCode(200);

        get("/notices/P6/preview")
                .body("decided", equalTo(true))
                .body("classes[0].before.title", equalTo("PD Clerk"))
                .body("classes[0].after.title", equalTo("PD Typist"));
    }

    @Test
    void theImpactNamesWhatIsTouchedAndWhatFollows() {
        plan("PE");
        registers.tellSpecified("PE1111", "PE Supervisor", "PE Agent", "2005-12-01");
        draft(
                "P7",
                Drafts.retitle("PE2154", "PE Agent", "311 PE Agent"),
                "{ \"kind\": \"ADJUST_RANGE\", \"present\": { \"grade\": \"612-PE\" }, \"proposed\": { \"range\": "
                        + "{ \"minimum\": \"32000.00\", \"maximum\": \"46700.00\" } } }");
        await().untilAsserted(() ->
                get("/notices/P7/impact").statusCode(200).body("findings.kind", hasItem("NAMES_RETITLED_CLASS")));

        get("/notices/P7/impact?floor=16.00 HOURLY")
                .body("effectiveDate", equalTo("2011-04-10"))
                .body("touched.classes", equalTo(1))
                .body("touched.jobCodes", contains("PE2154"))
                .body("touched.ranges", contains("612-PE"))
                .body("touched.carriers", contains("PE2155"))
                .body("findings.find { it.kind == 'NAMES_RETITLED_CLASS' }.about", equalTo("specification of PE1111"))
                .body("findings.find { it.kind == 'NAMES_RETITLED_CLASS' }.item.item", equalTo(1))
                .body(
                        "findings.find { it.kind == 'BELOW_FLOOR' && it.about == 'range of 612-PE' }.expected",
                        equalTo("a minimum of at least 16.00 HOURLY"));
        get("/notices/P7/impact?floor=16").statusCode(400).body("violations[0].parameter", equalTo("floor"));
        get("/notices/P7/impact?floor=16 HOURLY&hoursPerYear=0").statusCode(400);
        get("/notices/NONE/impact").statusCode(404);
    }

    /** An agent without a grade, a lead agent of 612 and grades 612 and 613 of a schedule of its own. */
    private static void plan(String prefix) {
        registers.tellClass(prefix + "2154", prefix + " Agent", "2005-12-01");
        var lead = registers.tellClass(prefix + "2155", prefix + " Lead Agent", "2005-12-01");
        registers.tellGrade("613", prefix, "35912.00", "52419.00", "2005-12-01");
        var grade = registers.tellGrade("612", prefix, "31573.00", "46117.00", "2005-12-01");
        registers.tellAssignment(lead, grade, "612-" + prefix, "2005-12-01");
        draft("PLAN-" + prefix, regrade(prefix + "2155", "612-" + prefix, "613-" + prefix));
        RestAssured.given().header("If-Match", "\"1\"").delete("/notices/PLAN-" + prefix);
    }

    private static String regrade(String jobCode, String from, String to) {
        return """
                { "kind": "REVISE", "present": { "jobCode": "%s", "grade": "%s" }, "proposed": { "grade": "%s" } }
                """.formatted(jobCode, from, to);
    }

    private static void draft(String number, String... items) {
        post("/notices", Drafts.draft(number, items)).statusCode(201);
        await().untilAsserted(() ->
                get("/notices/" + number + "/check").body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
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
}
