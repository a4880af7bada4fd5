package city.planofrecord.local.story;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.local.client.Answer;
import city.planofrecord.local.client.ServiceClient;

/** A notice on its way from the document to both registers. Each step that has been taken already is told and left alone. */
final class NoticeChapter {

    private static final LocalTime POSTED_AT = LocalTime.of(9, 0);
    private static final Duration HEARING = Duration.ofHours(1);
    private static final Duration UNTIL_HEARD = Duration.ofSeconds(10);
    private static final Duration UNTIL_APPLIED = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final City city;
    private final CityTime time;
    private final Told told;

    NoticeChapter(City city, CityTime time, Told told) {
        this.city = city;
        this.time = time;
        this.told = told;
    }

    /** The notice of the document: drafted from it now, or where there is one of its number already, that one. */
    JsonNode imported(PaperDocument document) {
        told.step("The analyst hands in the document: " + document.name());
        var dry = imported(document, "/notice-imports?dryRun=true");
        if (!dry.isGood()) {
            throw refused("The document", dry);
        }
        var path = path(dry.body());
        var known = city.notices().analyst().get(path);
        if (known.status() != 404) {
            requireGood("GET " + path, known);
            told.asked("GET " + path);
            told.answered(known);
            told.line("Notice " + number(known.body()) + " has been imported already; it is "
                    + known.body().path("status").asText() + ".");
            if (!known.body().path("summary").equals(dry.body().path("summary"))) {
                told.line("Its words are those of another document. The story goes on with the notice that is there.");
            }
            return known.body();
        }
        told.asked("POST /notice-imports (" + document.kilobytes() + " KB, " + document.contentType() + ")");
        var answer = imported(document, "/notice-imports");
        if (!answer.isGood()) {
            throw refused("The document", answer);
        }
        told.answered(answer);
        tell(answer.body());
        return answer.body();
    }

    private Answer imported(PaperDocument document, String path) {
        return city.notices().analyst().post(path, document.contentType(), document.bytes());
    }

    private void tell(JsonNode notice) {
        told.line("Notice " + number(notice) + " of " + notice.path("date").asText() + ", "
                + notice.path("subject").asText());
        told.line("Hearing " + notice.path("hearing").path("at").asText() + ", "
                + notice.path("hearing").path("place").asText());
        told.line(notice.path("items").size() + " items, "
                + notice.path("attachments").size() + " attached specifications");
        notice.path("items").forEach(item -> told.line("  " + line(item)));
        told.findings(notice.path("findings"));
    }

    private static String line(JsonNode item) {
        var changes = String.join(
                ", ",
                StreamSupport.stream(item.path("changes").spliterator(), false)
                        .map(change -> change.asText().toLowerCase(Locale.ROOT))
                        .toList());
        var before = terms(item.path("present"));
        var after = terms(item.path("proposed"));
        var arrow = before.isEmpty() || after.isEmpty() ? "" : " → ";
        return item.path("item").asText() + " " + item.path("kind").asText().toLowerCase(Locale.ROOT)
                + (changes.isEmpty() ? "" : " (" + changes + ")") + ": " + before + arrow + after;
    }

    private static String terms(JsonNode terms) {
        var said = new StringBuilder();
        for (var name : new String[] {"schedule", "name", "jobCode", "title", "grade"}) {
            if (terms.hasNonNull(name)) {
                said.append(said.isEmpty() ? "" : " ").append(terms.path(name).asText());
            }
        }
        return said.toString();
    }

    /** The draft once every doubt about its document is settled: the story's analyst finds the document right. */
    JsonNode settled(JsonNode notice) {
        told.step("The analyst settles what was read with doubt");
        var open = new TreeMap<String, ArrayNode>();
        for (var finding : notice.path("findings")) {
            if (!finding.has("settlement") && !finding.path("severity").asText().equals("INFO")) {
                open.computeIfAbsent(finding.path("code").asText(), _ -> JsonNodeFactory.instance.arrayNode())
                        .add(finding.path("id").asInt());
            }
        }
        if (open.isEmpty()) {
            told.line("Nothing is left to settle.");
            return notice;
        }
        var now = notice;
        for (var doubt : open.entrySet()) {
            var body = JsonNodeFactory.instance.objectNode().put("how", "ACCEPTED");
            body.set("findings", doubt.getValue());
            body.put("reason", "Compared with the document: it stands there so (" + doubt.getKey() + ").");
            now = asked(city.notices().analyst(), path(notice) + "/findings/settlement", body)
                    .body();
        }
        return now;
    }

    /** What the publish gate finds while the notice can still be mended. */
    void check(JsonNode notice) {
        var path = path(notice) + "/check";
        told.step("The publish gate looks at it");
        var deadline = System.nanoTime() + UNTIL_HEARD.toNanos();
        var answer = city.notices().analyst().get(path);
        // On a system that has just started the registers' facts may still be on their way.
        while (answer.isGood() && stops(answer) && System.nanoTime() < deadline) {
            pause();
            answer = city.notices().analyst().get(path);
        }
        requireGood("GET " + path, answer);
        told.asked("GET " + path);
        told.answered(answer);
        told.findings(answer.body().path("findings"));
        if (stops(answer)) {
            throw new StoryFailure("The publish gate does not let notice " + number(notice)
                    + " pass. Mend what it names, in the document or in the plan, and play the story again.");
        }
    }

    private static boolean stops(Answer check) {
        return check.body().path("findings").findValuesAsText("severity").contains("ERROR");
    }

    JsonNode posted(JsonNode notice) {
        told.step("The director posts it");
        if (!notice.path("status").asText().equals("DRAFT")) {
            told.line("That has been done already, on "
                    + notice.path("posting").path("postedAt").asText() + ".");
            return notice;
        }
        var at = LocalDate.parse(notice.path("date").asText())
                .atTime(POSTED_AT)
                .atZone(city.zone())
                .toOffsetDateTime();
        reach(at);
        var body = JsonNodeFactory.instance.objectNode().put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
        body.putArray("places").add("The bulletin boards of the agencies");
        var answer = asked(city.notices().director(), path(notice) + "/posting", body);
        told.line("Posted until " + answer.body().path("posting").path("until").asText());
        return answer.body();
    }

    JsonNode decided(JsonNode notice) {
        told.step("The Board decides");
        return switch (notice.path("status").asText()) {
            case "POSTED", "CONTINUED" -> approved(notice);
            case "APPROVED" -> decidedBefore(notice);
            default ->
                throw new StoryFailure("Notice " + number(notice) + " is "
                        + notice.path("status").asText()
                        + ". Nothing of it goes into the plan, and here the story ends.");
        };
    }

    private JsonNode approved(JsonNode notice) {
        var hearing = OffsetDateTime.parse(notice.path("hearing").path("at").asText());
        reach(hearing.plus(HEARING));
        var heard = hearing.atZoneSameInstant(city.zone()).toLocalDate();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("decidedOn", heard.toString())
                .put("body", "Career Service Board")
                .put("outcome", "APPROVED");
        var answer = asked(city.notices().clerk(), path(notice) + "/decision", body);
        var effective = answer.body().path("effectiveDate");
        told.line("In effect from " + effective.path("date").asText() + ", by "
                + effective.path("citation").asText());
        effective.path("steps").forEach(step -> told.line("  " + step.asText()));
        return answer.body();
    }

    private JsonNode decidedBefore(JsonNode notice) {
        told.line("That has been done already, in effect from "
                + notice.path("effectiveDate").path("date").asText() + ".");
        if (!rejected(notice)) {
            return notice;
        }
        told.line("A register had refused it; the clerk offers it again.");
        return asked(city.notices().clerk(), path(notice) + "/retry", JsonNodeFactory.instance.objectNode())
                .body();
    }

    /** The notice once both registers have recorded it. */
    JsonNode applied(JsonNode notice) {
        told.step("Both registers take it up, or neither");
        var path = path(notice) + "/items";
        var since = System.nanoTime();
        var answer = city.notices().analyst().get(path);
        while (answer.isGood() && !applied(answer) && !rejected(answer.body())) {
            if (System.nanoTime() - since > UNTIL_APPLIED.toNanos()) {
                tellFates(answer.body());
                throw new StoryFailure("After " + UNTIL_APPLIED.toSeconds() + " s not every item is in both registers. "
                        + "Does Kafka run? Play the story again to go on from here.");
            }
            pause();
            answer = city.notices().analyst().get(path);
        }
        var took = Duration.ofNanos(System.nanoTime() - since).toMillis();
        requireGood("GET " + path, answer);
        told.asked("GET " + path);
        told.answered(answer);
        tellFates(answer.body());
        if (rejected(answer.body())) {
            throw new StoryFailure("Neither register has recorded notice " + number(notice)
                    + ". Mend what is named above and play the story again; it will be offered again.");
        }
        told.line("All of it is recorded (after " + took + " ms).");
        var now = city.notices().analyst().get(path(notice));
        requireGood("GET " + path(notice), now);
        return now.body();
    }

    private void tellFates(JsonNode items) {
        for (var item : items.path("items")) {
            var fates = new StringBuilder();
            item.path("application")
                    .path("byRegister")
                    .properties()
                    .forEach(fate -> fates.append(" ")
                            .append(fate.getKey())
                            .append(" ")
                            .append(fate.getValue().path("state").asText())
                            .append(
                                    fate.getValue().hasNonNull("reason")
                                            ? " ("
                                                    + fate.getValue()
                                                            .path("reason")
                                                            .asText() + ")"
                                            : ""));
            told.line("  item " + item.path("item").asText() + " "
                    + item.path("jobCode").asText() + ":" + fates);
        }
    }

    private static boolean applied(Answer items) {
        for (var item : items.body().path("items")) {
            var approved = item.path("outcome").asText().startsWith("APPROVED");
            if (approved && !state(item).equals("APPLIED")) {
                return false;
            }
        }
        return true;
    }

    private static boolean rejected(JsonNode withItems) {
        return StreamSupport.stream(withItems.path("items").spliterator(), false)
                .anyMatch(item -> state(item).equals("REJECTED"));
    }

    private static String state(JsonNode item) {
        return item.path("application").path("state").asText();
    }

    private void reach(OffsetDateTime moment) {
        if (time.reach(moment)) {
            told.line("The city's clock is moved on to " + moment + ".");
        }
    }

    private Answer asked(ServiceClient service, String path, ObjectNode body) {
        told.asked("POST " + path + (body.isEmpty() ? "" : " " + body));
        var answer = service.post(path, body);
        if (!answer.isGood()) {
            throw new StoryFailure(
                    refused("POST " + path, answer).getMessage()
                            + "\nIf the city's clock stands before that day, deploy/clock moves it, and the story goes on from here.");
        }
        told.answered(answer);
        return answer;
    }

    private static void requireGood(String what, Answer answer) {
        if (!answer.isGood()) {
            throw refused(what, answer);
        }
    }

    private static StoryFailure refused(String what, Answer answer) {
        return new StoryFailure(what + " was answered " + answer.status() + ". " + answer.explanation());
    }

    private static String number(JsonNode notice) {
        return notice.path("number").asText();
    }

    private static String path(JsonNode notice) {
        return "/notices/" + number(notice);
    }

    private static void pause() {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
}
