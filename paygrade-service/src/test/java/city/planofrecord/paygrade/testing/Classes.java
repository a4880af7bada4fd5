package city.planofrecord.paygrade.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.chassis.testing.Events;

/** Tells of classes as classification-service does. */
public final class Classes {

    private final UUID id;
    private final ObjectNode data;

    private Classes(UUID id, long revision) {
        this.id = id;
        this.data = JsonNodeFactory.instance.objectNode();
        data.put("id", id.toString()).put("revision", revision).putArray("timeline");
    }

    /** A class with the same id for the same name in every test. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Classes state(UUID id, long revision) {
        return new Classes(id, revision);
    }

    public Classes row(String from, String until, String jobCode, String title) {
        return row(from, until, jobCode, title, "{\"kind\":\"OPENING\",\"citation\":\"Plan as printed\"}");
    }

    /** @param until exclusive; empty where there is no end */
    public Classes row(String from, String until, String jobCode, String title, String authority) {
        var row = data.withArray("/timeline").addObject();
        row.put("effectiveFrom", from);
        if (!until.isEmpty()) {
            row.put("effectiveUntil", until);
        }
        row.put("recordedAt", "2026-01-02T03:04:05Z")
                .put("act", UUID.randomUUID().toString());
        row.set("authority", Events.json(authority));
        row.putObject("image").put("jobCode", jobCode).put("title", title).put("series", "not kept here");
        return this;
    }

    public void tell() {
        Events.tell("job-classes.state", id.toString(), "job-class.state.v1", data);
    }

    /** Tells of a class that begins in 2005 and waits until it is known. */
    public static UUID known(String jobCode) {
        return known(jobCode, "2005-12-01");
    }

    public static UUID known(String jobCode, String from) {
        var id = id(jobCode);
        state(id, 1).row(from, "", jobCode, "Title of " + jobCode).tell();
        awaitKnown(jobCode);
        return id;
    }

    /** Waits until the class has been heard of: then what is refused is no longer that it is unknown. */
    public static void awaitKnown(String jobCode) {
        await().until(() -> !given().get("/class-pay/" + jobCode)
                .then()
                .extract()
                .asString()
                .contains("No class is known here"));
    }
}
