package city.planofrecord.paygrade.classpay;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Opening;

@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        restrictToAnnotatedClass = true, // It empties the register, which others have filled.
        initArgs = @ResourceArg(name = "service", value = "paygrade"))
class SnapshotRoundTripIT {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final Map<String, String> TAKEN_BY = new LinkedHashMap<>();

    static {
        TAKEN_BY.put("pay-schedules", "/pay-schedule-imports");
        TAKEN_BY.put("pay-grades", "/pay-grade-imports");
        TAKEN_BY.put("grade-assignments", "/grade-assignment-imports");
    }

    private static byte[] snapshot(String name, String query, String form) {
        if (!query.contains("knownAt")) {
            RealServers.current().untilSettled();
        }
        return given().accept(form)
                .get("/snapshots/" + name + query)
                .then()
                .statusCode(200)
                .contentType(containsString(form))
                .extract()
                .asByteArray();
    }

    private static List<JsonNode> rows(String name, String query) {
        var rows = new ArrayList<JsonNode>();
        new String(snapshot(name, query, NDJSON), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    var row = (ObjectNode) Events.json(line);
                    row.remove(List.of("recordedAt", "act"));
                    rows.add(row);
                });
        return rows;
    }

    /** Everything that the snapshots give: whole timelines, and what classes are paid at many dates. */
    private static Map<String, List<JsonNode>> everything() {
        var all = new LinkedHashMap<String, List<JsonNode>>();
        TAKEN_BY.keySet().forEach(name -> all.put(name, rows(name, "?include=timeline")));
        all.put("class-pay", rows("class-pay", "?include=timeline"));
        IntStream.range(0, 30)
                .mapToObj(i -> LocalDate.of(2010, 1, 1).plusDays(47L * i))
                .forEach(day -> {
                    all.put("class-pay " + day, rows("class-pay", "?asOf=" + day));
                    all.put("pay-grades " + day, rows("pay-grades", "?asOf=" + day));
                });
        return all;
    }

    private static ValidatableResponse take(String name, byte[] body, String form, String query) {
        return given().contentType(form)
                .body(body)
                .post(TAKEN_BY.get(name) + query)
                .then();
    }

    private static void empty() {
        RealServers.current().asSuperuser("truncate pay_schedule, pay_grade, grade_assignment, day_boundary cascade");
    }

    private static void act(String path, String verb, String body) {
        var etag = given().get(path + "/timeline").header("ETag");
        given().contentType("application/json")
                .header("If-Match", etag)
                .body("{" + body + ", " + BY + "}")
                .post(path + "/" + verb)
                .then()
                .statusCode(lessThan(300));
    }

    private static void plan() {
        var history = new PayHistory(7, "SA");
        history.begin();
        history.go(60);
        history.untilHeard();
        Opening.schedule("SB");
        Opening.grade("101-SB", "2010-01-01", "33597.00", "49052.00");
        Opening.grade("102-SB", "2011-01-01", "33597.01", "49052.02");
        act("/pay-schedules/SB", "amendments", "\"effectiveFrom\": \"2012-01-01\", \"set\": {\"name\": \"=SUM(1)\"}");
        act(
                "/pay-schedules/SB",
                "amendments",
                "\"effectiveFrom\": \"2150-01-01\", \"set\": {\"notation\": \"LETTER_FIRST\"}");
        act("/pay-grades/101-SB", "amendments", "\"effectiveFrom\": \"2013-01-01\", \"set\": {\"grade\": \"007-SB\"}");
        act("/pay-grades/007-SB", "amendments", "\"effectiveFrom\": \"2149-01-01\", \"set\": {\"range\": null}");
        act("/pay-grades/102-SB", "abolishment", "\"effectiveFrom\": \"2014-01-01\"");
        act("/pay-grades/102-SB", "corrections", "\"effectiveFrom\": \"2015-01-01\", \"exists\": true");
        assertThat(history.recorded()).isGreaterThan(30);
    }

    @Test
    void anEmptySystemLoadedFromSnapshotsAnswersAsTheFirst() throws Exception {
        plan();
        var before = everything();
        assertThat(before.get("class-pay")).hasSizeGreaterThan(20);
        for (var form : List.of(NDJSON, CSV)) {
            var bodies = new LinkedHashMap<String, byte[]>();
            TAKEN_BY.keySet().forEach(name -> bodies.put(name, snapshot(name, "?include=timeline", form)));
            empty();
            bodies.forEach((name, body) -> {
                take(name, body, form, "?dryRun=true").statusCode(200).body("dryRun", equalTo(true));
                take(name, body, form, "").statusCode(201).body("acts", greaterThan(0));
                take(name, body, form, "").statusCode(200).body("acts", equalTo(0));
            });

            everything()
                    .forEach((name, rows) ->
                            assertThat(rows).as(form + " " + name).containsExactlyElementsOf(before.get(name)));
        }
        aTimelineThatStandsOtherwiseIsRefused();
    }

    private static void aTimelineThatStandsOtherwiseIsRefused() {
        var grades = snapshot("pay-grades", "?include=timeline", NDJSON);
        act("/pay-grades/102-SB", "amendments", "\"effectiveFrom\": \"2148-01-01\", \"set\": {\"range\": null}");
        take("pay-grades", grades, NDJSON, "")
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("has another timeline here already"));
    }

    @Test
    void theManifestNamesRowsAndBytes() throws Exception {
        Opening.schedule("SC");
        Opening.grade("101-SC", "2010-01-01", "1.00", "2.00");
        for (var name : List.of("pay-schedules", "pay-grades", "grade-assignments", "class-pay")) {
            for (var query : List.of("?include=timeline", "?asOf=2014-06-01", "")) {
                var manifest = given().get("/snapshots/" + name + "/manifest" + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                var same = (query.isEmpty() ? "?asOf=" + manifest.getString("asOf") : query) + "&knownAt="
                        + manifest.getString("knownAt");

                for (var form : List.of(CSV, NDJSON)) {
                    var digest = MessageDigest.getInstance("SHA-256").digest(snapshot(name, same, form));
                    assertThat(manifest.getString("sha256.'" + form + "'"))
                            .isEqualTo(HexFormat.of().formatHex(digest));
                }
                assertThat(rows(name, same)).hasSize(manifest.getInt("rows"));
            }
        }
    }

    @Test
    void rowsThatCannotBeRecordedAreNamedAndNothingIsStored() {
        var schedule =
                "{\"id\":\"0198a000-0000-7000-8000-00000000000a\",\"schedule\":\"SD\",\"effectiveFrom\":\"2010-01-01\"}\n";
        take(
                        "pay-schedules",
                        (schedule + schedule.replace("000a", "000b")).getBytes(StandardCharsets.UTF_8),
                        NDJSON,
                        "")
                .statusCode(422)
                .body("detail", containsString("Nothing was stored"))
                .body("violations[0].message", containsString("is taken"));
        take("pay-schedules", schedule.replace("\"SD\"", "\"sd\"").getBytes(StandardCharsets.UTF_8), NDJSON, "")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/lines/1/schedule"));
        given().get("/pay-schedules/SD").then().statusCode(404);
        take("pay-grades", """
                {"id":"x","grade":"1-SD","effectiveFrom":"2010-01-01","colour":"red"}
                {"id":"0198a000-0000-7000-8000-00000000000c","grade":"1-SD","scheduleId":"0198a000-0000-7000-8000-00000000000a","effectiveFrom":"2010-01-01","range":{"minimum":"-1.00","maximum":"2.00"}}
                """.getBytes(StandardCharsets.UTF_8), NDJSON, "")
                .statusCode(422)
                .body(
                        "violations.pointer",
                        hasItems("/lines/1/id", "/lines/1/colour", "/lines/1/scheduleId", "/lines/2/range/minimum"));
        take("pay-grades", """
                {"id":"0198a000-0000-7000-8000-00000000000c","grade":"1-SD","scheduleId":"0198a000-0000-7000-8000-00000000000a","effectiveFrom":"2010-01-01"}
                """.getBytes(StandardCharsets.UTF_8), NDJSON, "")
                .statusCode(422)
                .body("violations[0].message", containsString("not in effect"));
        take("grade-assignments", """
                {"id":"0198a000-0000-7000-8000-00000000000d","gradeId":"0198a000-0000-7000-8000-00000000000c","grade":"1-SD","effectiveFrom":"2010-01-01"}
                """.getBytes(StandardCharsets.UTF_8), NDJSON, "")
                .statusCode(409)
                .body("detail", containsString("repeat the import"))
                .body("violations[0].pointer", equalTo("/lines/1/id"));
        take("grade-assignments", "id,grade,grade\n".getBytes(StandardCharsets.UTF_8), CSV, "")
                .statusCode(422);
    }
}
