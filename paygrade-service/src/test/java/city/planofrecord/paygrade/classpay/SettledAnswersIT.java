package city.planofrecord.paygrade.classpay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.Together;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** Whatever was answered about a day as known at a settled instant is answered so for ever, byte for byte. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class SettledAnswersIT {

    private static final long SEED = 1341;
    private static final int WRITERS = 8;
    private static final int TURNS = 50;
    private static final int MOST_TURNS = 500;
    private static final int CLASSES = 10;
    private static final int GRADES = 6;
    private static final LocalDate FIRST = LocalDate.parse("2031-01-01");
    private static final int DAYS = 500;

    private record Answer(String question, int status, String body) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger recorded = new AtomicInteger();

    @Test
    void answersToASettledInstantAreTheSameForEver() throws Exception {
        Opening.schedule("HX");
        IntStream.range(0, GRADES).forEach(nth -> Opening.grade(grade(nth), "2030-01-01", "10000.00", "15000.00"));
        for (var nth = 0; nth < CLASSES; nth++) {
            Classes.known(jobCode(nth));
            post("/grade-assignments", "*", """
                    {"jobCode": "%s", "grade": "%s", "effectiveFrom": "2030-01-01", %s}""".formatted(jobCode(nth), grade(0), Opening.BY))
                    .then()
                    .statusCode(201);
        }

        Together.run(WRITERS, Duration.ofMinutes(10), writer -> {
            var random = new Random(SEED + writer);
            for (var turn = 0; turn < TURNS || isTooLittle() && turn < MOST_TURNS; turn++) {
                act(random, writer * MOST_TURNS + turn);
                ask(random);
            }
        });

        assertThat(isTooLittle())
                .as("%s acts and %d answers", recorded, answers.size())
                .isFalse();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer(answer.question()))
                        .as("seed %d, %s", SEED, answer.question())
                        .isEqualTo(answer));
    }

    /** The slower the machine, the more writes collide and the fewer instants of the last second are settled. */
    private boolean isTooLittle() {
        return recorded.get() <= WRITERS * TURNS / 2 || answers.size() <= WRITERS * TURNS;
    }

    private static String jobCode(int nth) {
        return "HX%04d".formatted(nth);
    }

    private static String grade(int nth) {
        return (700 + nth) + "-HX";
    }

    private static String day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS)).toString();
    }

    /** A recode or retitle told by the other register, a regrade, a new range, or a correction of either. */
    private void act(Random random, int nth) {
        var from = day(random);
        var jobCode = jobCode(random.nextInt(CLASSES));
        var grade = grade(random.nextInt(GRADES));
        switch (random.nextInt(6)) {
            case 0 ->
                Classes.state(Classes.id(jobCode), 2L + nth)
                        .row("2005-12-01", from, jobCode, "Title of " + jobCode)
                        .row(from, "", jobCode, "Title " + nth)
                        .tell();
            case 1 ->
                change("/grade-assignments/" + jobCode, "corrections", """
                        "effectiveFrom": "%s", "effectiveUntil": "%s", "set": {"grade": "%s"}""".formatted(
                                from, LocalDate.parse(from).plusDays(40), grade));
            case 2, 3 -> change("/grade-assignments/" + jobCode, "amendments", """
                        "effectiveFrom": "%s", "set": {"grade": "%s"}""".formatted(from, grade));
            default ->
                change("/pay-grades/" + grade, random.nextBoolean() ? "amendments" : "corrections", """
                        "effectiveFrom": "%s", "set": {"range": {"minimum": "%d.00", "maximum": "20000.00"}}""".formatted(
                                from, 10_000 + nth));
        }
    }

    private void change(String thing, String verb, String what) {
        var etag = given().get(thing + "/timeline").header("ETag");
        var status = post(thing + "/" + verb, etag, "{" + what + ", " + Opening.BY + "}")
                .statusCode();
        assertThat(status).as(thing + "/" + verb).isIn(200, 412);
        if (status == 200) {
            recorded.incrementAndGet();
        }
    }

    private static Response post(String path, String etag, String body) {
        return given().contentType("application/json")
                .header("If-Match", etag)
                .body(body)
                .post(path);
    }

    private void ask(Random random) {
        var knownAt = Instant.now().minusMillis(random.nextInt(1_000)).truncatedTo(ChronoUnit.MICROS);
        var jobCode = jobCode(random.nextInt(CLASSES));
        var dated = "?asOf=" + day(random) + "&knownAt=" + knownAt;
        var questions = List.of(
                "/class-pay/" + jobCode + dated,
                "/pay-grades/" + grade(random.nextInt(GRADES)) + dated,
                "/grade-assignments" + dated + "&jobCode=" + jobCode,
                "/grade-assignments/" + jobCode + "/timeline?include=superseded&knownAt=" + knownAt,
                "/class-pay/upcoming?from=2031-06-01&until=2031-09-01&limit=20&knownAt=" + knownAt,
                "/pay-structure?schedule=HX&asOf=2031-06-01&knownAt=" + knownAt,
                "/snapshots/class-pay" + dated);
        questions.stream()
                .skip(random.nextInt(questions.size()))
                .limit(2)
                .map(SettledAnswersIT::answer)
                .filter(answer -> !answer.body().contains("/problems/unsettled"))
                .forEach(answers::add);
    }

    private static Answer answer(String question) {
        var answer = given().get(question);
        return new Answer(question, answer.statusCode(), answer.asString());
    }
}
