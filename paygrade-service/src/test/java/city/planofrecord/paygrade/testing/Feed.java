package city.planofrecord.paygrade.testing;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import city.planofrecord.chassis.testing.Events;

/** The feed of changes, read from its beginning. */
public final class Feed {

    private Feed() {}

    /** The changes that meet the condition, by position. */
    public static List<JsonNode> changes(Predicate<JsonNode> wanted) {
        var found = new ArrayList<JsonNode>();
        var after = 0L;
        while (true) {
            var page = Events.json(given().queryParam("after", after)
                    .queryParam("limit", 500)
                    .get("/changes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            page.path("changes").valueStream().filter(wanted).forEach(found::add);
            if (page.path("changes").isEmpty()) {
                return found;
            }
            after = page.path("cursor").asLong();
        }
    }
}
