package city.planofrecord.classification.testing;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Records acts on classes over HTTP; each is authorized and dated so that it may speak of the past. */
public final class ClassActs {

    public static final String BY = """
            "authority": {"kind": "ORDINANCE", "citation": "Ordinance 12", "decidedOn": "2005-01-01"}, "reason": "A test\"""";

    private ClassActs() {}

    /** A code that no other test uses. */
    public static String code() {
        return "X" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(Locale.ROOT);
    }

    /** @param more further fields as JSON, each after a comma, or nothing */
    public static ValidatableResponse establish(String code, String title, String from, String more) {
        return post(given(), "/job-classes", """
                {"jobCode": "%s", "title": "%s", "effectiveFrom": "%s"%s, %s}""".formatted(code, title, from, more, BY));
    }

    public static String established(String code, String title, String from, String more) {
        return establish(code, title, from, more).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse amend(String code, String from, String set) {
        return act(code, "amendments", """
                {"effectiveFrom": "%s", "set": %s, %s}""".formatted(from, set, BY));
    }

    /** @param rest the correction's members but for authority and reason */
    public static ValidatableResponse correct(String code, String rest) {
        return act(code, "corrections", "{%s, %s}".formatted(rest, BY));
    }

    public static ValidatableResponse abolish(String code, String from, String... into) {
        return act(code, "abolishment", """
                {"effectiveFrom": "%s", "into": [%s], %s}""".formatted(
                        from, into.length == 0 ? "" : "\"" + String.join("\", \"", into) + "\"", BY));
    }

    public static ValidatableResponse cancel(String code, String act) {
        return act(code, "cancellations", "{\"act\": \"%s\", %s}".formatted(act, BY));
    }

    /** The class that the code means today, changed at the revision that it has now. */
    public static ValidatableResponse act(String code, String kind, String body) {
        return post(given().header("If-Match", revision(code)), "/job-classes/" + code + "/" + kind, body);
    }

    public static ValidatableResponse dryRun(String code, String kind, String body) {
        return post(
                given().header("If-Match", revision(code)).queryParam("dryRun", true),
                "/job-classes/" + code + "/" + kind,
                body);
    }

    public static String revision(String code) {
        return given().get("/job-classes/" + code + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    public static ValidatableResponse post(RequestSpecification request, String path, String body) {
        return request.contentType("application/json").body(body).post(path).then();
    }

    /** Everything that the feed tells of the code, from its beginning. */
    public static List<Map<String, Object>> changes(String code) {
        var told = new ArrayList<Map<String, Object>>();
        var cursor = "";
        while (true) {
            var page = (cursor.isEmpty() ? given() : given().queryParam("after", cursor))
                    .queryParam("limit", 500)
                    .get("/changes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> changes = page.getList("changes");
            if (changes.isEmpty()) {
                return told;
            }
            changes.stream()
                    .filter(change -> code.equals(change.get("subject")))
                    .forEach(told::add);
            cursor = page.getString("cursor");
        }
    }

    /** The class on the day. */
    public static ValidatableResponse on(String code, String day) {
        return given().queryParam("asOf", day).get("/job-classes/" + code).then();
    }
}
