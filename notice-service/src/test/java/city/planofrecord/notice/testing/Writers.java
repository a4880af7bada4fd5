package city.planofrecord.notice.testing;

import java.util.HashMap;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** People who write about notices over HTTP. */
public final class Writers {

    private Writers() {}

    /** Somebody who leaves an address that is made of their name. */
    public static ValidatableResponse comment(String number, String name, String text) {
        return comment(number, name, text, Map.of());
    }

    public static ValidatableResponse comment(String number, String name, String text, Map<String, Object> more) {
        return sent("/notices/" + number + "/comments", "text", name, text, more);
    }

    public static ValidatableResponse ask(String number, String name, String about) {
        return sent("/notices/" + number + "/speaker-requests", "about", name, about, Map.of());
    }

    private static ValidatableResponse sent(
            String path, String field, String name, String text, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put(field, text);
        body.put("name", name);
        body.put("address", name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org");
        return post(path, body);
    }

    public static ValidatableResponse post(String path, Object body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    public static String receipt(ValidatableResponse answer) {
        return answer.statusCode(201).extract().path("receipt");
    }

    /** A moderator publishes every comment that there is. */
    public static void publishAll(String number) {
        ExtractableResponse<Response> register = RestAssured.get(
                        "/notices/" + number + "/comment-register?state=RECEIVED&limit=500")
                .then()
                .statusCode(200)
                .extract();
        for (Object id : register.jsonPath().getList("items.id")) {
            post("/notices/" + number + "/comments/" + id + "/moderation", Map.of("decision", "PUBLISHED"))
                    .statusCode(200);
        }
    }
}
