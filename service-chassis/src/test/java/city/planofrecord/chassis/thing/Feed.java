package city.planofrecord.chassis.thing;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A consumer that reads the feed over HTTP, from the position at which it was made. */
public final class Feed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> read = new ArrayList<>();
    private long cursor;

    private Feed(long cursor) {
        this.cursor = cursor;
    }

    /** Begins after the position, exclusive. */
    public static Feed after(long position) {
        return new Feed(position);
    }

    public long cursor() {
        return cursor;
    }

    /** Reads on as far as there is something, and gives all that was read so far of the key. */
    public List<JsonNode> of(Object key) {
        while (more(0) > 0) {
            continue;
        }
        return read.stream()
                .filter(change -> change.path("partitionkey").asText().equals(key.toString()))
                .toList();
    }

    /** Reads once and gives the number of changes; waits so many seconds where there is nothing yet. */
    public int more(int wait) {
        try {
            var answer = JSON.readTree(given().queryParam("after", cursor)
                    .queryParam("limit", 500)
                    .queryParam("wait", wait)
                    .get("/changes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            cursor = answer.path("cursor").asLong();
            answer.path("changes").forEach(read::add);
            return answer.path("changes").size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
