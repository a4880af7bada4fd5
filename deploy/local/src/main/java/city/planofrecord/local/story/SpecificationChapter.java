package city.planofrecord.local.story;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.local.client.Answer;
import city.planofrecord.local.client.ServiceClient;

/** A later specification that becomes the next one of its class, from the day on which it was established. */
final class SpecificationChapter {

    private static final Duration UNTIL_HEARD = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final City city;
    private final Told told;

    SpecificationChapter(City city, Told told) {
        this.city = city;
        this.told = told;
    }

    /** What a document asks for: a class, the day, the specification, and the grade that it names, empty where it names none. */
    private record NextSpecification(String jobCode, LocalDate from, ObjectNode specification, String grade) {}

    /** @throws StoryFailure where the class does not end with the specification and the grade of the document */
    void play(PaperDocument document) {
        told.step("Years later the analyst hands in another specification: " + document.name());
        var next = read(document);
        told.step("It becomes the specification of " + next.jobCode() + " from " + next.from() + " on");
        amendClass(next, document);
        if (!next.grade().isEmpty()) {
            told.step("The class carries the grade of the document from that day on");
            amendGrade(next, document);
        }
        told.step("The class before and after");
        var before = Standing.of(city, next.jobCode(), next.from().minusDays(1));
        var after = Standing.of(city, next.jobCode(), next.from());
        told.lines(BeforeAndAfter.table(before, after));
        requireDone(next, after);
    }

    private NextSpecification read(PaperDocument document) {
        told.asked("POST /specification-imports (" + document.contentType() + ")");
        var answer = city.classification().post("/specification-imports", document.contentType(), document.bytes());
        requireGood("POST /specification-imports", answer);
        told.answered(answer);
        var specifications = answer.body().path("specifications");
        if (specifications.size() != 1) {
            throw new StoryFailure("The document holds " + specifications.size()
                    + " specifications. The story goes on with a document that holds one.");
        }
        var specification = (ObjectNode) specifications.get(0);
        told.line(specification.path("title").asText() + ", "
                + specification.path("jobCode").asText("without a job code") + ", template of "
                + specification.path("template").asText());
        told.findings(answer.body().path("findings"));
        if (!specification.hasNonNull("jobCode")) {
            throw new StoryFailure("The document names no job code, so its class is not known.");
        }
        return new NextSpecification(
                specification.path("jobCode").asText(),
                established(specification.path("established").path("date")),
                specification,
                specification.path("payGrade").asText());
    }

    private static LocalDate established(JsonNode date) {
        if (!date.hasNonNull("year") || !date.hasNonNull("month") || !date.hasNonNull("day")) {
            throw new StoryFailure(
                    "The document gives no full date on which it was established, so it is not known from when it counts.");
        }
        return LocalDate.of(
                date.path("year").asInt(),
                date.path("month").asInt(),
                date.path("day").asInt());
    }

    private void amendClass(NextSpecification next, PaperDocument document) {
        var path = "/job-classes/" + next.jobCode();
        var question = path + "?asOf=" + next.from();
        var present = city.classification().get(question);
        requireGood("GET " + question, present);
        if (present.body().path("specification").equals(next.specification())) {
            told.line("That has been done already.");
            return;
        }
        var act = act(next, document, "A new specification of the class");
        act.putObject("set").set("specification", next.specification());
        told.asked("POST " + path + "/amendments {effectiveFrom: " + next.from() + ", set: {specification: …}, …}");
        amended(city.classification(), path + "/amendments", act, present.etag());
    }

    private void amendGrade(NextSpecification next, PaperDocument document) {
        var path = "/grade-assignments/" + next.jobCode();
        var question = path + "?asOf=" + next.from();
        var present = city.paygrade().get(question);
        requireGood("GET " + question, present);
        if (Grades.same(present.body().path("grade").asText(), next.grade())) {
            told.line("That has been done already.");
            return;
        }
        var act = act(next, document, "The grade that the new specification names");
        act.putObject("set").put("grade", next.grade());
        told.asked("POST " + path + "/amendments {effectiveFrom: " + next.from() + ", set: {grade: " + next.grade()
                + "}, …}");
        amended(city.paygrade(), path + "/amendments", act, present.etag());
    }

    private static ObjectNode act(NextSpecification next, PaperDocument document, String reason) {
        var act = JsonNodeFactory.instance
                .objectNode()
                .put("effectiveFrom", next.from().toString());
        act.putObject("authority")
                .put("kind", "DIRECTOR")
                .put(
                        "citation",
                        "Class specification "
                                + next.specification().path("title").asText() + ", " + next.jobCode() + ", established "
                                + next.from() + " (" + document.name() + ")")
                .put("decidedOn", next.from().toString());
        return act.put("reason", reason);
    }

    private void amended(ServiceClient service, String path, ObjectNode act, String etag) {
        var answer = service.post(path, act, etag);
        requireGood("POST " + path, answer);
        told.answered(answer);
        told.line("Recorded: " + answer.body().path("recorded").path("kind").asText() + " from "
                + answer.body().path("recorded").path("effectiveFrom").asText());
    }

    /** The class register hears of grades and the pay plan of classes, so that the last word takes a moment to arrive. */
    private void requireDone(NextSpecification next, Standing after) {
        if (!after.jobClass().path("specification").equals(next.specification())) {
            throw new StoryFailure(
                    next.jobCode() + " does not have the specification of the document on " + next.from());
        }
        if (next.grade().isEmpty()) {
            return;
        }
        if (!Grades.same(after.grade(), next.grade())) {
            throw new StoryFailure(
                    next.jobCode() + " carries " + after.grade() + " on " + next.from() + ", and not " + next.grade());
        }
        var question = "/job-classes/" + next.jobCode() + "?asOf=" + next.from();
        var deadline = System.nanoTime() + UNTIL_HEARD.toNanos();
        while (!Grades.same(
                city.classification()
                        .get(question)
                        .body()
                        .path("grade")
                        .path("grade")
                        .asText(),
                next.grade())) {
            if (System.nanoTime() > deadline) {
                throw new StoryFailure("The class register has not heard of the grade " + next.grade());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static void requireGood(String what, Answer answer) {
        if (!answer.isGood()) {
            throw new StoryFailure(what + " was answered " + answer.status() + ". " + answer.explanation());
        }
    }
}
