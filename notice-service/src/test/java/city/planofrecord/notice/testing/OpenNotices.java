package city.planofrecord.notice.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Notices of the dates of 2011, posted over HTTP. */
public final class OpenNotices {

    private OpenNotices() {}

    /** A notice that renames the class of a code that the plan has as {@code 3-1-1 Agent}. */
    public static void post(String number, String jobCode) {
        answer("/notices", Drafts.draft(number, Drafts.retitle(jobCode, "3-1-1 Agent", "311 Agent")))
                .statusCode(201);
        await().untilAsserted(() -> RestAssured.get("/notices/" + number + "/check")
                .then()
                .body("findings.findAll { it.severity == 'ERROR' }", hasSize(0)));
        answer("/notices/" + number + "/posting", Drafts.POSTING).statusCode(200);
    }

    private static ValidatableResponse answer(String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
