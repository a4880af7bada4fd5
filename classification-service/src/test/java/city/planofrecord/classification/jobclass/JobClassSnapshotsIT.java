package city.planofrecord.classification.jobclass;

import static city.planofrecord.classification.testing.ClassActs.*;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class JobClassSnapshotsIT {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs(NDJSON, ContentType.BINARY)
                    .encodeContentTypeAs(CSV, ContentType.BINARY)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    @BeforeEach
    void beginWithNothing() {
        RealServers.current().empty("job_class", "job_class_act", "job_class_row", "day_boundary");
    }

    private static ValidatableResponse load(String form, byte[] body) {
        return given().config(AS_IT_IS)
                .contentType(form)
                .body(body)
                .post("/job-class-imports")
                .then();
    }

    private static ValidatableResponse load(String form, String body) {
        return load(form, body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] snapshot(String form, String query) {
        if (!query.contains("knownAt")) {
            RealServers.current().untilSettled();
        }
        return given().accept(form)
                .get("/snapshots/job-classes" + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<JsonNode> rows(String query) throws Exception {
        var rows = new ArrayList<JsonNode>();
        for (var line : new String(snapshot(NDJSON, query), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            var row = (ObjectNode) JSON.readTree(line);
            rows.add(row.remove(List.of("recordedAt", "act")));
        }
        return rows;
    }

    private record Loaded(String recoded, String gone, String again, String future) {}

    private static Loaded aRegisterWithEverything() {
        var former = code();
        var recoded = code();
        established(former, "'=SUM(A1) Clerk, \\\"Senior\\\"", "1988-01-01", """
                , "flsaStatus": "EXEMPT", "flsaExemption": "ADMINISTRATIVE", "series": "007", "occupationalGroup": "Año",
                "eeo4Category": {"code": "6", "scheme": "EEO-4", "version": "2023"},
                "socCode": {"code": "43-4051", "scheme": "SOC", "version": "2018"},
                "specification": {"template": "2018", "title": "Clerk", "essentialDuties": [{"text": "Files\\npapers", "items": ["a"]}],
                  "sources": {"/title": {"from": 1, "to": 1}}}""");
        amend(former, "2011-04-10", "{\"jobCode\": \"" + recoded + "\", \"series\": null}")
                .statusCode(200);
        correct(recoded, """
                "effectiveFrom": "1995-01-01", "effectiveUntil": "1996-01-01", "set": {"title": "Corrected"}""").statusCode(200);
        var gone = code();
        established(gone, "Porter", "1990-01-01", "");
        abolish(gone, "2012-01-01", recoded).statusCode(200);
        var again = code();
        established(again, "Ostler", "1990-01-01", "");
        abolish(again, "2000-01-01", former).statusCode(200);
        correct(again, "\"effectiveFrom\": \"2005-01-01\", \"exists\": true").statusCode(200);
        var future = code();
        established(future, "Pilot", "2011-04-10", ", \"inPlaceOf\": [\"" + gone + "\"]");
        amend(future, "2180-01-01", "{\"title\": \"Captain\"}").statusCode(200);
        abolish(future, "2190-01-01").statusCode(200);
        return new Loaded(recoded, gone, again, future);
    }

    private static String answer(String path) {
        return given().get(path)
                .asString()
                .replaceAll("\"(recordedAt|act|receivedAt)\":\"[^\"]*\"", "\"$1\":\"\"")
                .replaceAll("\"revision\":\\d+", "");
    }

    private static List<String> answers(Loaded loaded) {
        var answers = new ArrayList<String>();
        for (var code : List.of(loaded.recoded(), loaded.gone(), loaded.again(), loaded.future())) {
            for (var day :
                    List.of("1995-06-01", "2003-01-01", "2011-04-09", "2011-04-10", "2020-01-01", "2185-01-01")) {
                answers.add(answer("/job-classes/" + code + "?asOf=" + day));
            }
            answers.add(answer("/job-classes/" + code + "/lineage?asOf=2020-01-01"));
        }
        answers.add(answer("/job-classes?asOf=2011-04-10&q=clerk"));
        return answers;
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, CSV})
    void anEmptySystemLoadedFromASnapshotAnswersAsTheFirst(String form) throws Exception {
        var loaded = aRegisterWithEverything();
        var rows = rows("?include=timeline");
        var answers = answers(loaded);
        var taken = snapshot(form, "?include=timeline");

        beginWithNothing();
        load(form, taken).statusCode(201).body("classes", is(4), "unchanged", is(0));

        assertThat(rows("?include=timeline")).containsExactlyElementsOf(rows);
        assertThat(answers(loaded)).containsExactlyElementsOf(answers);
        load(form, taken).statusCode(201).body("classes", is(0), "acts", is(0), "unchanged", is(4));
    }

    @Test
    void theRowsOfADayAreWhatWasKnownThenAndTheManifestChecksThem() throws Exception {
        var code = code();
        established(code, "Clerk", "2005-12-01", "");
        amend(code, "2011-04-10", "{\"title\": \"Assistant\"}").statusCode(200);
        established(code(), "Porter", "2012-01-01", "");
        var believed = Instant.now().toString();
        await().until(() ->
                given().get("/snapshots/job-classes?knownAt=" + believed).statusCode() == 200);
        correct(code, "\"effectiveFrom\": \"2011-04-10\", \"set\": {\"title\": \"Aide\"}")
                .statusCode(200);

        assertThat(rows("?asOf=2011-04-10"))
                .extracting(row -> row.path("title").asText())
                .containsExactly("Aide");
        var then = "?asOf=2011-04-10&knownAt=" + believed;
        assertThat(rows(then)).extracting(row -> row.path("title").asText()).containsExactly("Assistant");
        var manifest = given().get("/snapshots/job-classes/manifest" + then)
                .then()
                .statusCode(200)
                .body("rows", is(1))
                .extract();
        for (var form : List.of(NDJSON, CSV)) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(snapshot(form, then))))
                    .isEqualTo(manifest.path("sha256.'" + form + "'"));
        }
    }

    @Test
    void aCodeMayPassFromOneClassToAnotherWithinALoad() {
        load(NDJSON, """
                {"id": "0199f3a0-0000-7000-8000-000000000001", "effectiveFrom": "1990-01-01", "effectiveUntil": "2000-01-01", "jobCode": "LA1", "title": "A"}
                {"id": "0199f3a0-0000-7000-8000-000000000001", "effectiveFrom": "2000-01-01", "jobCode": "LA2", "title": "A"}
                {"id": "0199f3a0-0000-7000-8000-000000000002", "effectiveFrom": "1990-01-01", "effectiveUntil": "2000-01-01", "jobCode": "LA2", "title": "B"}
                {"id": "0199f3a0-0000-7000-8000-000000000002", "effectiveFrom": "2000-01-01", "jobCode": "LA1", "title": "B"}
                """).statusCode(201).body("classes", is(2), "acts", is(4));
        on("LA1", "1999-12-31").body("title", is("A"));
        on("LA1", "2000-01-01").body("title", is("B"));
    }

    @Test
    void twoClassesWithOneCodeOnADayAreNotLoaded() {
        load(CSV, """
                id,jobCode,title,effectiveFrom,effectiveUntil
                0199f3a0-0000-7000-8000-000000000003,LB1,A,1990-01-01,2000-01-01
                0199f3a0-0000-7000-8000-000000000004,LB1,B,1999-01-01,
                """)
                .statusCode(422)
                .body("violations.pointer", hasItem("/lines/3/jobCode"))
                .body("violations[0].message", containsString("1999-01-01"));
        given().get("/job-classes/LB1").then().statusCode(404);
    }

    @Test
    void aDryRunChecksEverythingAndRecordsNothing() {
        given().config(AS_IT_IS)
                .contentType(CSV)
                .queryParam("dryRun", true)
                .body("jobCode,title,effectiveFrom\nLC1,A,1990-01-01\n".getBytes(StandardCharsets.UTF_8))
                .post("/job-class-imports")
                .then()
                .statusCode(200)
                .body("classes", is(1), "dryRun", is(true));
        given().get("/job-classes/LC1").then().statusCode(404);
    }

    @Test
    void whatIsRecordedOtherwiseIsNotOverwritten() {
        var id = established(code(), "Clerk", "2005-12-01", "");
        load(CSV, "id,jobCode,title,effectiveFrom\n" + id + ",LD1,Other,2005-12-01\n")
                .statusCode(422)
                .body("violations[0].pointer", is("/lines/2/id"));
    }

    @Test
    void everyWrongLineIsNamed() {
        load(NDJSON, """
                {"effectiveFrom": "1990-01-01", "jobCode": "LE1", "title": ""}
                {"effectiveFrom": "1990-01-01", "jobCode": "LE2", "title": "A", "grade": "809-A"}
                {"effectiveFrom": "1990-01-01", "jobCode": "LE3", "title": "A", "socCode": {"code": "1", "scheme": "SOC", "version": "2018"}}
                {"id": "7", "effectiveFrom": "1990-01-01", "jobCode": "LE4", "title": "A"}
                """)
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder("/lines/1/title", "/lines/2/grade", "/lines/3/socCode/code", "/lines/4/id"));
        load(NDJSON, "").statusCode(422);
        load(CSV, "jobCode,jobCode,title,effectiveFrom\n")
                .statusCode(422)
                .body("detail", containsString("two columns are named 'jobCode'"));
        load(CSV, new byte[] {'t', 'i', (byte) 0xF1}).statusCode(422).body("detail", containsString("UTF-8"));
    }

    @Test
    void aClassThatBeganAgainKeepsItsGapAndWhatEndedIt() throws Exception {
        load(NDJSON, """
                {"timeline": [{"effectiveFrom": "1990-01-01", "effectiveUntil": "2000-01-01", "jobCode": "LF1", "title": "A"}, {"effectiveFrom": "2005-01-01", "jobCode": "LF1", "title": "B"}]}
                """).statusCode(201).body("acts", is(3));
        on("LF1", "2003-01-01").statusCode(404).body("detail", containsString("2005-01-01"));
        assertThat(rows("?include=timeline"))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row.has("endedBy")).isTrue());
    }
}
