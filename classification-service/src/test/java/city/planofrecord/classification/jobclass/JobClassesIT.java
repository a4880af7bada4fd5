package city.planofrecord.classification.jobclass;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.*;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.classification.testing.ClassActs;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class JobClassesIT {

    private static final RestAssuredConfig NDJSON = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    private static String code() {
        return "T" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
    }

    private static ValidatableResponse establish(String code, String title, String from) {
        return given().contentType("application/json")
                .body("""
                        {"jobCode": "%s", "title": "%s", "effectiveFrom": "%s",
                         "authority": {"kind": "OPENING", "citation": "Opening of the register"}, "reason": "First load"}
                        """.formatted(code, title, from))
                .post("/job-classes")
                .then();
    }

    private static String etag(String code) {
        return given().get("/job-classes/" + code)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse amend(String code, String ifMatch, String from, String set) {
        return given().contentType("application/json")
                .header("If-Match", ifMatch)
                .body("""
                        {"effectiveFrom": "%s", "set": %s,
                         "authority": {"kind": "NOTICE", "notice": "1", "citation": "Notice 1", "decidedOn": "2011-04-07"},
                         "reason": "As decided"}
                        """.formatted(from, set))
                .post("/job-classes/" + code + "/amendments")
                .then();
    }

    @Test
    void aClassIsShownWithTheDatesOfItsOwnRow() {
        var code = code();
        establish(code, "Records Clerk", "2005-12-01")
                .statusCode(201)
                .header("Location", endsWith("/job-classes/" + code))
                .header("ETag", startsWith("\"1-"))
                .body("jobCode", is(code), "effectiveFrom", is("2005-12-01"), "revision", is(1));

        given().queryParam("asOf", "2011-01-01")
                .get("/job-classes/" + code)
                .then()
                .statusCode(200)
                .body("title", is("Records Clerk"), "effectiveFrom", is("2005-12-01"))
                .body("effectiveUntil", nullValue())
                .body("authority.kind", is("OPENING"));
    }

    @Test
    void aRecodedClassIsFoundByBothCodesOnBothDays() {
        var former = code();
        var later = code();
        establish(former, "Operations Support Assistant", "2005-12-01").statusCode(201);
        amend(
                        former,
                        etag(former),
                        "2011-04-10",
                        "{\"jobCode\": \"%s\", \"title\": \"Operations Assistant\"}".formatted(later))
                .statusCode(200)
                .body("jobCode", is(later), "periods[0].before.jobCode", is(former), "revision", is(2));

        for (var code : new String[] {former, later}) {
            given().queryParam("asOf", "2011-04-09")
                    .get("/job-classes/" + code)
                    .then()
                    .statusCode(200)
                    .body("jobCode", is(former), "nextChange.date", is("2011-04-10"));
            given().queryParam("asOf", "2011-04-10")
                    .get("/job-classes/" + code)
                    .then()
                    .statusCode(200)
                    .body("jobCode", is(later), "formerJobCodes[0].jobCode", is(former));
        }
    }

    @Test
    void aClassNotInEffectSaysWhenItIs() {
        var code = code();
        establish(code, "Analyst", "2005-12-01").statusCode(201);
        given().queryParam("asOf", "2005-11-30")
                .get("/job-classes/" + code)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/not-in-effect"), "detail", containsString("2005-12-01"));

        given().contentType("application/json")
                .header("If-Match", etag(code))
                .body("""
                        {"effectiveFrom": "2011-04-10", "reason": "As decided",
                         "authority": {"kind": "NOTICE", "citation": "Notice 1", "decidedOn": "2011-04-07"}}
                        """)
                .post("/job-classes/" + code + "/abolishment")
                .then()
                .statusCode(200)
                .body("recorded.kind", is("ABOLISHED"), "effectiveUntil", is("2011-04-10"));
        given().queryParam("asOf", "2011-04-10")
                .get("/job-classes/" + code)
                .then()
                .statusCode(404)
                .body("detail", containsString("2011-04-09"));
    }

    @Test
    void whatCannotBeReadOrIsUnknownIsRefusedByName() {
        given().queryParam("asOf", "2011-02-30")
                .get("/job-classes/CA2433")
                .then()
                .log()
                .all()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].parameter", is("asOf"), "violations[0].found", is("2011-02-30"));
        given().queryParam("as_of", "2011-02-28")
                .get("/job-classes/CA2433")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", is("as_of"));
        given().get("/job-classes/NEVER1").then().statusCode(404).body("type", endsWith("/problems/not-found"));
        given().contentType("application/json")
                .body("{\"jobCode\": \"X1\",")
                .post("/job-classes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().contentType("application/json")
                .body("{\"jobCode\": \"X1\", \"titel\": \"x\"}")
                .post("/job-classes")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", is("/titel"));
        given().contentType("application/json")
                .body("{\"jobCode\": \"X1\", \"title\": 5}")
                .post("/job-classes")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", is("/title"));
        given().contentType("application/json")
                .body("{\"jobCode\": \"X1\", \"title\": \"x\", \"effectiveFrom\": \"2011-02-30\"}")
                .post("/job-classes")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", is("/effectiveFrom"), "violations[0].found", is("2011-02-30"));
        given().contentType("application/json")
                .body("{\"jobCode\": \"X1\"}")
                .post("/job-classes")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItems("/title", "/effectiveFrom", "/authority", "/reason"));
        given().contentType("application/json")
                .body("[\"" + "x".repeat(300_000) + "\"]")
                .post("/job-classes")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void aChangeNeedsTheRevisionThatWasRead() {
        var code = code();
        establish(code, "Analyst", "2005-12-01").statusCode(201);
        var read = etag(code);
        given().contentType("application/json")
                .body("{\"effectiveFrom\": \"2030-01-06\", \"set\": {\"title\": \"B\"}, \"reason\": \"r\","
                        + " \"authority\": {\"kind\": \"RULE\", \"citation\": \"c\"}}")
                .post("/job-classes/" + code + "/amendments")
                .then()
                .statusCode(428);
        amend(code, read, "2011-04-10", "{\"title\": \"B\"}").statusCode(200);
        amend(code, read, "2011-04-11", "{\"title\": \"C\"}").statusCode(412);
        amend(code, etag(code), "2011-04-11", "{\"titel\": \"C\"}")
                .statusCode(400)
                .body("violations[0].pointer", is("/set/titel"));
        amend(code, etag(code), "2011-04-11", "{\"title\": \"\"}")
                .statusCode(422)
                .body("violations[0].pointer", is("/set/title"));
    }

    @Test
    void aCodeIsBorneByOneClassOnADay() {
        var code = code();
        establish(code, "Analyst", "2005-12-01").statusCode(201);
        establish(code, "Another", "2011-04-10")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("Analyst"));
    }

    @Test
    void theSameKeyGivesTheSameAnswerOnce() {
        var body = """
                {"jobCode": "%s", "title": "Clerk", "effectiveFrom": "2005-12-01",
                 "authority": {"kind": "OPENING", "citation": "Opening"}, "reason": "First load"}
                """.formatted(code());
        var key = UUID.randomUUID().toString();
        var first = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/job-classes")
                .then()
                .statusCode(201)
                .extract();
        var again = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/job-classes")
                .then()
                .statusCode(201)
                .header("ETag", first.header("ETag"))
                .header("Location", first.header("Location"))
                .extract();
        org.assertj.core.api.Assertions.assertThat(again.body().asString())
                .isEqualTo(first.body().asString());
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body.replace("Clerk", "Other"))
                .post("/job-classes")
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/key-reused"));
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldSo() {
        var code = code();
        establish(code, "Analyst", "2005-12-01").statusCode(201);
        given().header("If-None-Match", etag(code))
                .get("/job-classes/" + code)
                .then()
                .statusCode(304);
    }

    @Test
    void aDryRunRecordsNothing() {
        var code = code();
        given().contentType("application/json")
                .queryParam("dryRun", true)
                .body("""
                        {"jobCode": "%s", "title": "Clerk", "effectiveFrom": "2005-12-01",
                         "authority": {"kind": "OPENING", "citation": "Opening"}, "reason": "First load"}
                        """.formatted(code))
                .post("/job-classes")
                .then()
                .statusCode(200);
        given().get("/job-classes/" + code).then().statusCode(404);
    }

    @Test
    void aClassIsFoundByWordsAndByMisspeltWords() {
        var code = code();
        establish(code, "Customer Service Zebrakeeper", "2005-12-01").statusCode(201);
        for (var words : new String[] {"zebrakeeper", "Zebrakepeer", "customer service zebra"}) {
            given().queryParam("q", words)
                    .get("/job-classes")
                    .then()
                    .statusCode(200)
                    .body("items.jobCode", hasItem(code));
        }
    }

    @Test
    void anImportWithOneBadLineStoresNothingAndNamesTheLine() {
        var good = code();
        given().config(NDJSON)
                .contentType("application/x-ndjson")
                .body("""
                        {"timeline": [{"effectiveFrom": "2005-12-01", "effectiveUntil": "2011-04-10", "jobCode": "%1$s", "title": "A"},
                         {"effectiveFrom": "2011-04-10", "jobCode": "%1$s", "title": "B"}]}
                        {"timeline": [{"effectiveFrom": "2005-13-01", "jobCode": "%1$s2", "title": "A"}]}
                        """.formatted(good).replace("\"A\"},\n ", "\"A\"}, "))
                .post("/job-class-imports")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", is("/lines/2/timeline/0/effectiveFrom"));
        given().get("/job-classes/" + good).then().statusCode(404);
    }

    @Test
    void changesTellEachActOnceInOrder() {
        var code = code();
        establish(code, "Analyst", "2005-12-01").statusCode(201);
        amend(code, etag(code), "2030-04-07", "{\"title\": \"Senior Analyst\"}").statusCode(200);
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            org.assertj.core.api.Assertions.assertThat(ClassActs.changes(code))
                    .extracting("data.act.kind")
                    .containsExactly("ESTABLISHED", "AMENDED");
            org.assertj.core.api.Assertions.assertThat(ClassActs.changes(code))
                    .extracting("type")
                    .containsOnly("city.planofrecord.job-class.changed.v1");
        });
    }

    @Test
    void whatIsNotInEffectIsListedWhenAskedForAndPagesLeaveNothingOut() {
        var series = "Series " + code();
        var begun = new String[] {code(), code(), code()};
        for (var code : begun) {
            given().contentType("application/json")
                    .body("""
                            {"jobCode": "%s", "title": "Clerk", "effectiveFrom": "2005-12-01", "series": "%s",
                             "authority": {"kind": "OPENING", "citation": "Opening"}, "reason": "First load"}
                            """.formatted(code, series))
                    .post("/job-classes")
                    .then()
                    .statusCode(201);
        }
        given().queryParam("series", series)
                .queryParam("asOf", "2005-11-30")
                .get("/job-classes")
                .then()
                .body("total", is(0));
        given().queryParam("series", series)
                .queryParam("asOf", "2005-11-30")
                .queryParam("inEffect", false)
                .get("/job-classes")
                .then()
                .body("items.jobCode", containsInAnyOrder(begun));
        given().queryParam("series", series)
                .queryParam("inEffect", false)
                .get("/job-classes")
                .then()
                .body("total", is(0));

        var seen = new java.util.ArrayList<String>();
        var next = "/job-classes?limit=2&series=" + series.replace(" ", "%20");
        for (var pages = 0; next != null && pages < 5; pages++) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .body("total", is(3))
                    .extract();
            seen.addAll(page.jsonPath().getList("items.jobCode"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        org.assertj.core.api.Assertions.assertThat(seen).containsExactlyInAnyOrder(begun);
        given().queryParam("after", "nonsense")
                .get("/job-classes")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", is("after"));
    }

    @Test
    void aChangeBelongsToTheTraceOfItsRequestOrBeginsOne() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var traced = code();
        var untraced = code();
        given().header("traceparent", trace)
                .contentType("application/json")
                .body("""
                        {"jobCode": "%s", "title": "Clerk", "effectiveFrom": "2005-12-01",
                         "authority": {"kind": "OPENING", "citation": "Opening"}, "reason": "First load"}
                        """.formatted(traced))
                .post("/job-classes")
                .then()
                .statusCode(201);
        establish(untraced, "Clerk", "2005-12-01").statusCode(201);
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            org.assertj.core.api.Assertions.assertThat(ClassActs.changes(traced))
                    .extracting("traceparent")
                    .containsExactly(trace);
            org.assertj.core.api.Assertions.assertThat(ClassActs.changes(untraced))
                    .singleElement()
                    .extracting("traceparent")
                    .asString()
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        });
    }
}
