package city.planofrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.local.client.Answer;
import city.planofrecord.local.story.City;

/** Those who work with the plan, in few words: classes of the test's own, and notices about them. */
record CityHall(City city) {

    static final String GRADE = "614-S";
    static final String NEXT_GRADE = "615-S";
    static final String BEFORE = "2011-04-09";
    static final String EFFECTIVE = "2011-04-10";

    /** Classes of grade 614-S since 2005-12-01, each titled "Class" and its code. */
    void has(String... jobCodes) {
        var classes = lines(jobCodes, "\"jobCode\":\"%1$s\",\"title\":\"Class %1$s\"");
        assertGood(city.classification().post("/job-class-imports", "application/x-ndjson", classes));
        var grades = lines(jobCodes, "\"grade\":\"" + GRADE + "\"");
        await().atMost(WholeSystem.PATIENCE)
                .untilAsserted(() ->
                        assertGood(city.paygrade().post("/grade-assignment-imports", "application/x-ndjson", grades)));
    }

    private static byte[] lines(String[] jobCodes, String image) {
        var isClass = image.contains("title");
        return List.of(jobCodes).stream()
                .map(code -> "{" + (isClass ? "" : "\"jobCode\":\"" + code + "\",")
                        + "\"timeline\":[{\"effectiveFrom\":\"2005-12-01\"," + image.formatted(code)
                        + "}],\"authority\":{\"kind\":\"OPENING\",\"citation\":\"A test\"},\"reason\":\"A test\"}")
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode regraded(String jobCode, String title) {
        var item = JsonNodeFactory.instance.objectNode().put("kind", "REVISE");
        item.putObject("present")
                .put("jobCode", jobCode)
                .put("title", "Class " + jobCode)
                .put("grade", GRADE);
        item.putObject("proposed").put("jobCode", jobCode).put("title", title).put("grade", NEXT_GRADE);
        return item;
    }

    static ObjectNode established(String jobCode, String title) {
        var item = JsonNodeFactory.instance.objectNode().put("kind", "ESTABLISH");
        item.putObject("proposed").put("jobCode", jobCode).put("title", title).put("grade", GRADE);
        return item;
    }

    static ObjectNode abolished(String jobCode) {
        var item = JsonNodeFactory.instance.objectNode().put("kind", "ABOLISH");
        item.putObject("present")
                .put("jobCode", jobCode)
                .put("title", "Class " + jobCode)
                .put("grade", GRADE);
        return item;
    }

    /** A notice of 2011-03-23, heard on 2011-04-07, drafted and posted. */
    void posts(String number, ObjectNode... items) {
        posts(draft(number, items));
    }

    /** The same, open for comments until the morning of 2011-04-06 and for requests to speak until noon of the day before. */
    void postsForComment(String number, ObjectNode... items) {
        var draft = draft(number, items);
        draft.putObject("comments")
                .put("until", "2011-04-06T08:00:00-06:00")
                .putObject("to")
                .put("name", "The Clerk");
        draft.putObject("speakers")
                .put("until", "2011-04-05T12:00:00-06:00")
                .putObject("contact")
                .put("name", "The Clerk");
        posts(draft);
    }

    private static ObjectNode draft(String number, ObjectNode... items) {
        var draft = JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("date", "2011-03-23")
                .put("subject", "A notice of a test");
        draft.putArray("items").addAll(List.of(items));
        draft.putObject("hearing").put("at", "2011-04-07T17:00:00-06:00").put("place", "Board Room");
        return draft;
    }

    private void posts(ObjectNode draft) {
        var number = draft.path("number").asText();
        assertGood(city.notices().analyst().post("/notices", draft));
        var posting = JsonNodeFactory.instance.objectNode().put("at", "2011-03-23T09:00:00-06:00");
        posting.putArray("places").add("Bulletin board");
        // The gate judges by what notice-service has heard, and the classes may be news.
        await().atMost(WholeSystem.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertGood(city.notices().director().post("/notices/" + number + "/posting", posting)));
    }

    /** Approves the notice as a whole on the day of its hearing; it is in effect from 2011-04-10. */
    Answer approves(String number) {
        var decision = JsonNodeFactory.instance
                .objectNode()
                .put("decidedOn", "2011-04-07")
                .put("body", "Career Service Board")
                .put("outcome", "APPROVED");
        return assertGood(city.notices().clerk().post("/notices/" + number + "/decision", decision));
    }

    JsonNode items(String number) {
        return assertGood(city.notices().analyst().get("/notices/" + number + "/items"))
                .body()
                .path("items");
    }

    List<String> states(String number) {
        return StreamSupport.stream(items(number).spliterator(), false)
                .map(item -> item.path("application").path("state").asText())
                .toList();
    }

    /** Why registers refuse items of the notice; the first of them. */
    List<String> refusals(String number) {
        return StreamSupport.stream(items(number).spliterator(), false)
                .filter(item -> item.path("application").path("state").asText().equals("REJECTED"))
                .limit(10)
                .map(JsonNode::toString)
                .toList();
    }

    void awaitApplied(String number) {
        await().atMost(WholeSystem.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(states(number)).containsOnly("APPLIED"));
    }

    Answer jobClass(String jobCode, String day) {
        return city.classification().get("/job-classes/" + jobCode + "?asOf=" + day);
    }

    Answer classPay(String jobCode, String day) {
        return city.paygrade().get("/class-pay/" + jobCode + "?asOf=" + day);
    }

    static Answer assertGood(Answer answer) {
        assertThat(answer.isGood())
                .as("%s %s", answer.status(), answer.explanation())
                .isTrue();
        return answer;
    }
}
