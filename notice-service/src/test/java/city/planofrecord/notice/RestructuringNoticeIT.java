package city.planofrecord.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.testing.Drafts;
import city.planofrecord.notice.testing.Registers;

/** A city of 1,500 classes replaces twenty schedules by three in one notice, and uses letters, grades and codes again. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
class RestructuringNoticeIT {

    private static final int CLASSES = 1500;
    private static final int ABOLISHED = 25;
    private static final int BEGUN = 30;
    private static final int EXCHANGED = 60;
    private static final int OLD_GRADES = 15;
    private static final int NEW_GRADES = 30;
    private static final List<String> OLD =
            IntStream.range(0, 20).mapToObj(i -> "Q" + (char) ('A' + i)).toList();

    /** The first of them is a letter that is used again. */
    private static final List<String> NEW = List.of("QA", "WN", "WX");

    private static final String TERMS = "number=R2021&date=2011-03-23&subject=Twenty%20schedules%20become%20three"
            + "&hearingAt=2011-04-07T17:00:00-06:00&hearingPlace=The%20Board%20Room"
            + "&commentsUntil=2011-04-06T08:00:00-06:00&speakersUntil=2011-04-05T12:00:00-06:00";

    private static Registers registers;

    private final StringBuilder times = new StringBuilder();

    @BeforeAll
    static void begin() {
        registers = new Registers();
        var ids = new ArrayList<String>();
        for (var schedule : OLD) {
            for (var i = 0; i < OLD_GRADES; i++) {
                ids.add(registers.tellGrade(
                        String.valueOf(801 + i),
                        schedule,
                        amount(30000 + 2000 * i),
                        amount(45000 + 3000 * i),
                        "2005-12-01"));
            }
        }
        for (var i = 0; i < CLASSES; i++) {
            var id = registers.tellClass(code(i), title(i), "2005-12-01");
            registers.tellAssignment(id, ids.get(i % ids.size()), oldGrade(i), "2005-12-01");
        }
    }

    @AfterAll
    static void end() throws InterruptedException {
        registers.close();
    }

    private static String amount(int dollars) {
        return dollars + ".00";
    }

    private static String code(int i) {
        return "QC%04d".formatted(i);
    }

    private static String title(int i) {
        return "Restructured Class " + i;
    }

    private static String oldGrade(int i) {
        var place = i % (OLD.size() * OLD_GRADES);
        return (801 + place % OLD_GRADES) + "-" + OLD.get(place / OLD_GRADES);
    }

    /** For some classes the namesake of the one that they leave. */
    private static String newGrade(int i) {
        return (801 + i % NEW_GRADES) + "-" + NEW.get(i % NEW.size());
    }

    private static String isNew(int i) {
        return newGrade(i).equals(oldGrade(i)) ? "yes" : "";
    }

    /** The code that a class gets: some exchange theirs, the others keep it. */
    private static String nextCode(int i) {
        return i >= ABOLISHED && i < ABOLISHED + EXCHANGED ? code((i - ABOLISHED) % 2 == 0 ? i + 1 : i - 1) : code(i);
    }

    private static List<String> rows() {
        var rows = new ArrayList<String>();
        for (var schedule : NEW) {
            rows.add("ESTABLISH_SCHEDULE,,,,,,,%s,,".formatted(schedule));
            for (var i = 0; i < NEW_GRADES; i++) {
                rows.add("ESTABLISH_GRADE,,,,,,%d-%s,,%d,%d"
                        .formatted(801 + i, schedule, 31000 + 1000 * i, 46500 + 1500 * i));
            }
        }
        for (var i = 0; i < BEGUN; i++) {
            var begun = i < ABOLISHED ? code(i) : "QX%04d".formatted(i);
            rows.add("ESTABLISH,,,,%s,New Undertaking %d,%s,,,".formatted(begun, i, newGrade(i)));
        }
        for (var i = 0; i < CLASSES; i++) {
            rows.add(
                    i < ABOLISHED
                            ? "ABOLISH,%s,%s,%s,,,,,,".formatted(code(i), title(i), oldGrade(i))
                            : "REVISE,%s,%s,%s,%s,,%s,,,,,%s"
                                    .formatted(code(i), title(i), oldGrade(i), nextCode(i), newGrade(i), isNew(i)));
        }
        for (var schedule : OLD) {
            for (var i = 0; i < OLD_GRADES; i++) {
                rows.add("ABOLISH_GRADE,,,%d-%s,,,,,,".formatted(801 + i, schedule));
            }
            rows.add("ABOLISH_SCHEDULE,,,,,,,,,,%s".formatted(schedule));
        }
        return rows;
    }

    private static String table() {
        return "kind,present job code,present title,present grade,proposed job code,proposed title,proposed grade,"
                + "proposed schedule,minimum,maximum,present schedule,grade is new\n"
                + String.join("\n", rows());
    }

    private Response timed(String what, Supplier<Response> call) {
        var begun = System.nanoTime();
        var response = call.get();
        times.append(' ')
                .append(what)
                .append(' ')
                .append((System.nanoTime() - begun) / 1_000_000)
                .append(" ms;");
        return response;
    }

    @Test
    void twoThousandItemsAreCheckedInTenSecondsAndAppliedWithinAMinute() throws Exception {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(RestructuringNoticeIT::isHeard);
        var begun = System.nanoTime();

        var imported = timed(
                "import",
                () -> RestAssured.given()
                        .contentType("text/csv")
                        .body(table().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .urlEncodingEnabled(false)
                        .post("/notice-imports?" + TERMS));
        assertThat(imported.statusCode())
                .as(imported.asString().substring(0, 300))
                .isEqualTo(201);
        var beforeCheck = System.nanoTime();
        var checked = json(timed("check", () -> RestAssured.get("/notices/R2021/check")));
        assertThat(Duration.ofNanos(System.nanoTime() - beforeCheck)).isLessThan(Duration.ofSeconds(10));
        assertThat(checked.path("findings"))
                .filteredOn(finding -> finding.path("severity").asText().equals("ERROR"))
                .isEmpty();
        assertThat(checked.path("findings"))
                .filteredOn(finding -> finding.path("rule").asText().equals("FORMER_JOB_CODE"))
                .hasSize(ABOLISHED);
        timed("post", () -> post("posting", Drafts.POSTING)).then().statusCode(200);
        var preview = json(timed("preview", () -> RestAssured.get("/notices/R2021/preview")));
        assertThat(preview.path("conflicts")).isEmpty();
        assertThat(preview.path("classes")).hasSize(CLASSES + BEGUN);
        var impact = json(timed("impact", () -> RestAssured.get("/notices/R2021/impact")));
        assertThat(impact.path("conflicts")).isEmpty();
        timed("decide", () -> post("decision", Drafts.APPROVAL)).then().statusCode(200);
        await().until(() -> !registers.heard("R2021", "notice.decided.v1").isEmpty());
        var offer = registers.heard("R2021", "notice.decided.v1").getFirst().data();
        abolishesWhatWasThere(offer);
        registers.accept("classification", offer);
        registers.accept("paygrade", offer);
        await().until(() -> !registers.heard("R2021", "notice.confirmed.v1").isEmpty());
        registers.apply("classification", offer);
        registers.apply("paygrade", offer);
        await().until(RestructuringNoticeIT::isApplied);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        System.out.printf("A notice of %d items:%s all %d ms%n", rows().size(), times, took.toMillis());
        assertThat(took).isLessThan(Duration.ofMinutes(1));
    }

    /** A name that is used again means the old thing where it is abolished, and the new one where it is established. */
    private static void abolishesWhatWasThere(JsonNode offer) {
        var established = new ArrayList<String>();
        var abolished = new ArrayList<String>();
        for (var item : offer.path("items")) {
            var id = item.path("payGrade").path("id").asText()
                    + item.path("paySchedule").path("id").asText();
            if (item.path("kind").asText().startsWith("ESTABLISH_")) {
                established.add(id);
            } else if (item.path("kind").asText().startsWith("ABOLISH_")) {
                abolished.add(id);
            }
        }
        assertThat(established).hasSize(NEW.size() * (NEW_GRADES + 1)).doesNotHaveDuplicates();
        assertThat(abolished).hasSize(OLD.size() * (OLD_GRADES + 1)).doesNotHaveDuplicates();
        assertThat(established).doesNotContainAnyElementsOf(abolished);
        assertThat(offer.path("items"))
                .filteredOn(item -> item.has("gradeAssignment"))
                .hasSize(CLASSES - ABOLISHED + BEGUN)
                .allMatch(item -> established.contains(
                        item.path("gradeAssignment").path("gradeId").asText()));
    }

    /** Whether the last things that were told have been heard. */
    private static boolean isHeard() throws Exception {
        var last = CLASSES - 1;
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Drafts.draft(
                        "R2021-TRY",
                        "{ \"kind\": \"REVISE\", \"present\": { \"jobCode\": \"%s\", \"grade\": \"%s\" }, \"proposed\": { \"title\": \"Another\" } }"
                                .formatted(code(last), oldGrade(last))))
                .post("/notices");
        return json(RestAssured.get("/notices/R2021-TRY/check")).findValuesAsText("severity").stream()
                .noneMatch("ERROR"::equals);
    }

    private static boolean isApplied() throws Exception {
        for (var item : json(RestAssured.get("/notices/R2021/items")).path("items")) {
            if (!item.path("application").path("state").asText().equals("APPLIED")) {
                return false;
            }
        }
        return true;
    }

    private static Response post(String what, String body) {
        return RestAssured.given().contentType(ContentType.JSON).body(body).post("/notices/R2021/" + what);
    }

    private static JsonNode json(Response response) throws com.fasterxml.jackson.core.JsonProcessingException {
        response.then().statusCode(200);
        return new ObjectMapper().readTree(response.asString());
    }
}
