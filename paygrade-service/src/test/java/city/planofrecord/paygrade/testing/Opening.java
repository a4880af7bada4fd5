package city.planofrecord.paygrade.testing;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.restassured.response.ValidatableResponse;

import city.planofrecord.chassis.testing.Events;

/** The first load of the local system. */
public final class Opening {

    private static final String SAMPLES = System.getProperty("samples", "../deploy/local/src/main/resources/samples");

    private Opening() {}

    public static String sample(String name) {
        try {
            return Files.readString(Path.of(SAMPLES, "opening", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads schedules, pay table, classes and assignments, unless they are there. */
    public static synchronized void load() {
        if (given().get("/class-pay/CA2157?asOf=2011-01-01").statusCode() == 200) {
            return;
        }
        for (var letter : new String[] {"s", "c", "a"}) {
            given().contentType("application/json")
                    .body(sample("pay-schedule-" + letter + ".json"))
                    .post("/pay-schedules");
        }
        payTable();
        for (var line : sample("job-classes.ndjson").lines().toList()) {
            var row = Events.json(line).path("timeline").get(0);
            Classes.state(Classes.id(row.path("jobCode").asText()), 1)
                    .row(
                            row.path("effectiveFrom").asText(),
                            "",
                            row.path("jobCode").asText(),
                            row.path("title").asText())
                    .tell();
            Classes.awaitKnown(row.path("jobCode").asText());
        }
        assignments().statusCode(201);
    }

    public static ValidatableResponse payTable() {
        return given().contentType("text/csv; charset=utf-8")
                .queryParam("authority", "OPENING")
                .queryParam("citation", "Ranges as printed")
                .queryParam("reason", "First load")
                .body(sample("pay-table.csv"))
                .post("/pay-table-imports")
                .then();
    }

    public static ValidatableResponse assignments() {
        return given().contentType("application/x-ndjson")
                .body(sample("grade-assignments.ndjson").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/grade-assignment-imports")
                .then();
    }

    /** A schedule of the letter from 2005 on. */
    public static void schedule(String letter) {
        given().contentType("application/json")
                .body(sample("pay-schedule-s.json").replace("\"S\"", "\"" + letter + "\""))
                .post("/pay-schedules");
    }

    /** A grade with a range from a day on. */
    public static void grade(String grade, String from, String minimum, String maximum) {
        given().contentType("application/json")
                .body(gradeBody(grade, from, minimum, maximum))
                .post("/pay-grades")
                .then()
                .statusCode(201);
    }

    public static String gradeBody(String grade, String from, String minimum, String maximum) {
        return """
                {"grade": "%s", "effectiveFrom": "%s", "range": {"minimum": "%s", "maximum": "%s"}, %s}""".formatted(grade, from, minimum, maximum, BY);
    }

    /** Authority and reason of what tests record. */
    public static final String BY = """
            "authority": {"kind": "ORDINANCE", "citation": "Ordinance 12", "decidedOn": "2005-01-01"}, "reason": "A test\"""";
}
