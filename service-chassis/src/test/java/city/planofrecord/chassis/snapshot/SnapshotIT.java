package city.planofrecord.chassis.snapshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.event.Ids;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.chassis.register.Abolishment;
import city.planofrecord.chassis.register.Correction;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.ThingSnapshots;
import city.planofrecord.chassis.thing.Things;

@QuarkusTest
@TestProfile(ThingService.class)
class SnapshotIT {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    Things things;

    @Inject
    ThingSnapshots snapshots;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void beginWithNothing() {
        RealServers.current().empty("thing", "thing_act", "thing_row", "day_boundary");
    }

    /** As a snapshot is of what is settled, what was written is waited for, whoever else is writing. */
    private Response ask(String query, String form) {
        if (!query.contains("knownAt")) {
            RealServers.current().untilSettled();
        }
        return given().accept(form).get("/snapshots/things" + query);
    }

    private Response manifest(String query) {
        if (!query.contains("knownAt")) {
            RealServers.current().untilSettled();
        }
        var manifest = given().get("/snapshots/things/manifest" + query);
        manifest.then().statusCode(200);
        return manifest;
    }

    private List<JsonNode> rows(String query) {
        return ask(query, NDJSON)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(this::read)
                .toList();
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Ended, with what the end sets beside. */
    @Transactional
    void end(UUID id, String day) {
        var entry = things.lock(id);
        things.record(
                entry,
                things.rules()
                        .abolish(
                                Ids.next(),
                                entry,
                                new Abolishment(LocalDate.parse(day), null, Things.ORDINANCE, "Merged"),
                                Things.fields("into", "another")));
    }

    @Transactional
    void beginAgain(UUID id, String day) {
        var entry = things.lock(id);
        things.record(
                entry,
                things.rules()
                        .correct(
                                Ids.next(),
                                entry,
                                new Correction(LocalDate.parse(day), null, null, true, Things.ORDINANCE, "Not ended")));
    }

    @Test
    void theRowsOfADayAreThoseInEffectThen() {
        var present = things.establish("2040-01-01", "name", "present");
        things.amend(present, "2041-01-01", "name", "later");
        var gone = things.establish("2039-01-01", "name", "gone");
        things.abolish(gone, "2040-01-01");

        var rows = rows("?asOf=2040-06-01");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().path("id").asText()).isEqualTo(present.toString());
        assertThat(rows.getFirst().path("name").asText()).isEqualTo("present");
        assertThat(rows.getFirst().path("effectiveUntil").asText()).isEqualTo("2041-01-01");
        assertThat(rows.getFirst().at("/authority/citation").asText()).isEqualTo("Ordinance 7");
        assertThat(rows.getFirst().has("endedBy")).isFalse();
    }

    @Test
    void aTimelineTellsWhatEndedAThing() {
        var id = things.establish("2039-01-01", "name", "gone");
        end(id, "2040-01-01");

        var rows = rows("?include=timeline");

        assertThat(rows.getFirst().at("/endedBy/reason").asText()).isEqualTo("Merged");
        assertThat(rows.getFirst().at("/endedBy/into").asText()).isEqualTo("another");
    }

    @Test
    void theManifestCountsAndHashesTheVeryBytes() throws Exception {
        IntStream.range(0, 1_203).forEach(nth -> things.establish("2040-01-01", "name", "n" + nth));
        var manifest = manifest("?asOf=2040-06-01");
        var knownAt = manifest.path("knownAt").toString();
        things.establish("2040-01-01", "name", "recorded after the manifest");
        var query = "?asOf=2040-06-01&knownAt=" + knownAt;

        var csv = ask(query, CSV).then().statusCode(200).extract().asByteArray();
        var lines = ask(query, NDJSON).then().statusCode(200).extract().asByteArray();

        assertThat(manifest.path("rows").toString()).isEqualTo("1203");
        assertThat(new String(lines, StandardCharsets.UTF_8).lines()).hasSize(1_203);
        assertThat(new String(csv, StandardCharsets.UTF_8).lines()).hasSize(1_204);
        assertThat(sha256(csv)).isEqualTo(manifest.path("sha256.'text/csv'"));
        assertThat(sha256(lines)).isEqualTo(manifest.path("sha256.'application/x-ndjson'"));
        assertThat(manifest(query).asString()).isEqualTo(manifest.asString());
    }

    @Test
    void theAnswerLinksToItselfAsItWillAlwaysBeAndToItsManifest() {
        things.establish("2040-01-01", "name", "a");
        var answer = ask("?asOf=2040-06-01", NDJSON);

        var links = answer.headers().getValues("Link");
        var canonical = links.getFirst().replaceAll("^<https?://[^/]+([^>]*)>.*", "$1");
        things.establish("2040-01-01", "name", "b");

        assertThat(links).hasSize(2);
        assertThat(links.getFirst()).contains("rel=\"canonical\"");
        assertThat(links.getLast()).contains("/snapshots/things/manifest?").contains("rel=\"describedby\"");
        assertThat(given().urlEncodingEnabled(false)
                        .accept(NDJSON)
                        .get(canonical)
                        .asString())
                .isEqualTo(answer.asString());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(given().urlEncodingEnabled(false)
                        .accept(NDJSON)
                        .get(canonical)
                        .header("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void theCsvBeginsWithAByteOrderMarkAndHarmsNoSpreadsheet() {
        things.establish("2040-01-01", "name", "=cmd|'/c calc'!A1", "other", "007 Año “x”");

        var csv = ask("?asOf=2040-06-01", CSV);

        csv.then().header("Content-Type", equalTo("text/csv;charset=UTF-8"));
        csv.then().header("Content-Disposition", containsString("things-2040-06-01.csv"));
        assertThat(csv.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv.asByteArray(), StandardCharsets.UTF_8))
                .contains(",'=cmd|'/c calc'!A1,007 Año “x”,,2040-01-01,,");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        ask("?include=everything", NDJSON).then().statusCode(400);
        ask("?include=timeline&asOf=2040-01-01", NDJSON).then().statusCode(400);
        ask("?knownAt=2199-01-01T00:00:00Z", NDJSON).then().statusCode(400).body(containsString("unsettled"));
        given().accept("application/pdf")
                .get("/snapshots/things")
                .then()
                .statusCode(406)
                .body(containsString("text/csv"));
    }

    @Test
    void whatWasLoadedAnswersAsWhatItWasTakenFrom() {
        var random = new Random(7);
        for (var nth = 0; nth < 40; nth++) {
            something(random, nth);
        }
        for (var form : List.of(Map.entry(CSV, Format.CSV), Map.entry(NDJSON, Format.NDJSON))) {
            var before = rows("?include=timeline");
            var taken = ask("?include=timeline", form.getKey()).asByteArray();
            RealServers.current().empty("thing", "thing_act", "thing_row", "day_boundary");
            snapshots.load(taken, form.getValue());

            assertThat(rows("?include=timeline").stream().map(SnapshotIT::withoutRecording))
                    .containsExactlyElementsOf(
                            before.stream().map(SnapshotIT::withoutRecording).toList());
        }
    }

    private void something(Random random, int nth) {
        var id = things.establish(
                "2040-01-0" + (1 + random.nextInt(9)), "name", "'0" + nth, "other", "x, \"y\"\n" + nth);
        for (var i = 0; i < 1 + random.nextInt(5); i++) {
            things.amend(id, "2041-01-1" + random.nextInt(10), random.nextBoolean() ? "name" : "other", "v" + i);
        }
        if (random.nextBoolean()) {
            things.correct(id, "2041-01-12", "2041-01-15", "name", "corrected");
        }
        if (random.nextBoolean()) {
            end(id, "2042-01-01");
            if (random.nextBoolean()) {
                beginAgain(id, "2043-01-01");
            }
        }
    }

    private static JsonNode withoutRecording(JsonNode row) {
        ObjectNode copy = row.deepCopy();
        return copy.remove(List.of("recordedAt", "act"));
    }

    @Test
    void aLoadIsTakenWholeOrNotAtAll() {
        var body = """
                {"id":"00000000-0000-7000-8000-000000000001","effectiveFrom":"2040-01-01","name":"a"}
                {"id":"00000000-0000-7000-8000-000000000002","effectiveFrom":"2040-01-01","effectiveUntil":"2039-01-01","name":"b"}
                {"id":"00000000-0000-7000-8000-000000000001","effectiveFrom":"2041-01-01","name":"c"}
                {"id":"00000000-0000-7000-8000-000000000003","effectiveFrom":"1840-01-01","name":"c"}
                """;

        assertThatThrownBy(() -> snapshots.load(body.getBytes(StandardCharsets.UTF_8), Format.NDJSON))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::pointer)
                                .containsExactlyInAnyOrder(
                                        "/lines/2/effectiveUntil", "/lines/3/effectiveFrom", "/lines/4/effectiveFrom")
                                .doesNotContainNull());
        assertThat(rows("?include=timeline")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedByLineAndField() {
        assertRefused(
                "{\"effectiveFrom\":\"soon\"}\n[1]\n{\"name\":\"x\"}\n{",
                Format.NDJSON,
                "/lines/1/effectiveFrom",
                "/lines/2",
                "/lines/3/effectiveFrom");
        assertRefused("id,effectiveFrom,authority\n1,2040-01-01,{\n", Format.CSV, "/lines/2/authority");
        assertThatThrownBy(() -> snapshots.load("id,id\n1,2\n".getBytes(StandardCharsets.UTF_8), Format.CSV))
                .hasMessageContaining("two columns are named 'id'");
        assertThatThrownBy(() -> snapshots.load("id,nam\n1,2\n".getBytes(StandardCharsets.UTF_8), Format.CSV))
                .hasMessageContaining("there is no column 'nam'");
        assertThatThrownBy(() -> snapshots.load("Año".getBytes(StandardCharsets.ISO_8859_1), Format.CSV))
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> snapshots.load(new byte[0], Format.NDJSON)).hasMessageContaining("no row");
    }

    private void assertRefused(String body, Format format, String... pointers) {
        assertThatThrownBy(() -> snapshots.load(body.getBytes(StandardCharsets.UTF_8), format))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::pointer)
                                .contains(pointers));
    }
}
