package city.planofrecord.paygrade.classpay;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** Records and tells at random, by a seed: regrades, ranges, corrections, endings, recodes, retitles. */
final class PayHistory {

    static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    static final int DAYS = 60;
    static final int CLASSES = 8;

    private static final int GRADES = 4;

    private final Random random;
    private final String letter;
    private final Map<Integer, Long> revisions = new HashMap<>();
    private int recorded;

    PayHistory(long seed, String letter) {
        this.random = new Random(seed);
        this.letter = letter;
    }

    String jobCode(int number) {
        return letter + "H%03d".formatted(number);
    }

    private String grade(int number) {
        return (101 + number) + "-" + letter;
    }

    int recorded() {
        return recorded;
    }

    void begin() {
        Opening.schedule(letter);
        for (var i = 0; i < GRADES; i++) {
            Opening.grade(grade(i), "2010-01-01", (10 + i) + ".00", (20 + i) + ".00");
        }
        for (var i = 0; i < CLASSES; i++) {
            Classes.known(jobCode(i), "2011-01-01");
            revisions.put(i, 1L);
            if (i < CLASSES - 1) {
                post("/grade-assignments", null, """
                        {"jobCode": "%s", "grade": "%s", "effectiveFrom": "2011-02-01", %s}""".formatted(jobCode(i), grade(i % GRADES), BY));
            }
        }
    }

    void go(int acts) {
        for (var i = 0; i < acts; i++) {
            switch (random.nextInt(7)) {
                case 0, 1 -> assignment("amendments", ", \"set\": {\"grade\": \"" + anyGrade() + "\"}");
                case 2 -> assignment("corrections", until() + ", \"set\": {\"grade\": \"" + anyGrade() + "\"}");
                case 3 -> assignment("corrections", until() + ", \"exists\": " + random.nextBoolean());
                case 4 -> range("amendments", "");
                case 5 -> range("corrections", until());
                default -> retell();
            }
        }
    }

    /** Waits until the service has heard all that was told of the classes. */
    void untilHeard() {
        await().untilAsserted(() -> assertThat(heard()).containsAllEntriesOf(told()));
    }

    private Map<UUID, Long> told() {
        var told = new HashMap<UUID, Long>();
        revisions.forEach((number, revision) -> told.put(Classes.id(jobCode(number)), revision));
        return told;
    }

    private static Map<UUID, Long> heard() throws SQLException {
        var heard = new HashMap<UUID, Long>();
        try (var connection = RealServers.current().postgres().connectAsSuperuser("paygrade");
                var rows = connection.createStatement().executeQuery("select id, revision from heard_job_class")) {
            while (rows.next()) {
                heard.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        }
        return heard;
    }

    private LocalDate from = FIRST;

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private String until() {
        from = day();
        return ", \"effectiveUntil\": \"" + from.plusDays(1L + random.nextInt(15)) + "\"";
    }

    private String anyGrade() {
        return grade(random.nextInt(GRADES));
    }

    private void assignment(String verb, String what) {
        var path = "/grade-assignments/" + jobCode(random.nextInt(CLASSES));
        act(path, verb, what);
    }

    private void range(String verb, String until) {
        var minimum = 10 + random.nextInt(5);
        act(
                "/pay-grades/" + anyGrade(),
                verb,
                until + ", \"set\": {\"range\": {\"minimum\": \"" + minimum + ".00\", \"maximum\": \"" + (minimum + 10)
                        + ".00\"}}");
    }

    private void act(String path, String verb, String what) {
        var begins = what.contains("effectiveUntil") ? from : day();
        var revision = given().get(path + "/timeline").header("ETag");
        post(path + "/" + verb, revision == null ? "\"0\"" : revision, """
                {"effectiveFrom": "%s"%s, %s}""".formatted(begins, what, BY));
    }

    private void post(String path, String etag, String body) {
        var request = given().contentType("application/json").body(body);
        var status = (etag == null ? request : request.header("If-Match", etag))
                .post(path)
                .statusCode();
        assertThat(status).as(path + " " + body).isLessThan(500);
        if (status < 300) {
            recorded++;
        }
    }

    /** The owner of a class tells another timeline of it: another title, another code from a day on, an end. */
    private void retell() {
        var number = random.nextInt(CLASSES);
        var revision = revisions.merge(number, 1L, Long::sum);
        var state = Classes.state(Classes.id(jobCode(number)), revision);
        var turn = day();
        state.row("2011-01-01", turn.toString(), jobCode(number), "Title of " + jobCode(number));
        if (random.nextInt(4) > 0) {
            var code = random.nextBoolean() ? jobCode(number) : letter + "R%03d".formatted(number);
            state.row(turn.plusDays(random.nextInt(3)).toString(), "", code, "Title " + revision);
        }
        state.tell();
        recorded++;
    }

    /** The latest settled instant. */
    static Instant settled() {
        RealServers.current().untilSettled();
        return Instant.parse(given().get("/class-pay/differences?knownFrom=2001-01-01T00:00:00Z&limit=1")
                .path("knownUntil")
                .toString());
    }

    /** What each class is paid on each day, asked day by day; null for no pay. */
    Map<UUID, List<JsonNode>> dayByDay(Instant knownAt) {
        var asked = new ArrayList<String>();
        for (var i = 0; i < CLASSES; i++) {
            for (var day = 0; day < DAYS; day++) {
                asked.add("{\"jobCode\":\"" + jobCode(i) + "\",\"asOf\":\"" + FIRST.plusDays(day) + "\"}");
            }
        }
        var results = Events.json(given().contentType("application/json")
                        .body("{\"lookups\":" + asked + "}")
                        .post("/class-pay/lookups?knownAt=" + knownAt)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .path("results");
        var told = new HashMap<UUID, List<JsonNode>>();
        for (var i = 0; i < CLASSES; i++) {
            var days = new ArrayList<JsonNode>();
            for (var day = 0; day < DAYS; day++) {
                days.add(pay(results.get(i * DAYS + day)));
            }
            told.put(Classes.id(jobCode(i)), days);
        }
        return told;
    }

    /** What is told of pay, without dates; null for no pay. */
    static JsonNode pay(JsonNode told) {
        if (told == null || told.isNull() || told.has("status")) {
            return null;
        }
        var pay = (com.fasterxml.jackson.databind.node.ObjectNode) told.deepCopy();
        return pay.retain("jobCode", "title", "grade", "range");
    }
}
