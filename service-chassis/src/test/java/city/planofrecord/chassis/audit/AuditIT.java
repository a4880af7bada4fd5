package city.planofrecord.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

@QuarkusTest
@TestProfile(ThingService.class)
class AuditIT {

    @Inject
    Things things;

    @Inject
    ObjectMapper json;

    @Test
    void everyActOnAThingIsEnteredWithWhatItChanged() {
        var id = things.establish("2090-01-01", "name", "at first");
        var act = things.amend(id, "2090-06-01", "name", "later").act().act().id();

        var entries = audit("aggregate=thing&id=" + id);

        assertThat(entries).hasSize(2);
        var amended = entries.getLast();
        assertThat(amended.path("actor").asText()).isEqualTo("tester");
        assertThat(amended.at("/changes/0/pointer").asText()).isEqualTo("/acts/" + act);
        assertThat(amended.at("/changes/0/after/kind").asText()).isEqualTo("AMENDED");
        assertThat(amended.at("/changes/0/after/reason").asText()).isEqualTo("Changed");
        assertThat(amended.at("/changes/1")).isEqualTo(node("""
                {"pointer": "/periods/2090-06-01../name", "before": "at first", "after": "later"}"""));
        var check = new ChainCheck();
        assertThat(entries).allSatisfy(entry -> assertThat(check.add(entry)).isEmpty());
    }

    @Test
    void anActSaysWhichRequestHasAskedForIt() {
        var id = things.establish("2090-01-01", "name", "at first");
        RestAssured.given()
                .header("If-Match", "\"1\"")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .contentType(ContentType.JSON)
                .body("""
                        { "effectiveFrom": "2090-06-01", "set": { "name": "later" }, "reason": "Changed",
                          "authority": { "kind": "ORDINANCE", "citation": "Ordinance 7" } }""")
                .post("/things/" + id + "/amendments")
                .then()
                .statusCode(200);

        assertThat(audit("aggregate=thing&id=" + id)).last().satisfies(entry -> {
            assertThat(entry.path("operation").asText()).isEqualTo("POST /things/" + id + "/amendments");
            assertThat(entry.path("request").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(entry.has("address")).isFalse();
        });
    }

    @Test
    void theWholeTrailIsReadPageByPageAndEachChainOfItIsWhole() {
        var ids = new ArrayList<UUID>();
        for (var nth = 0; nth < 5; nth++) {
            ids.add(things.establish("2090-01-01", "name", "at first"));
        }
        for (var nth = 0; nth < 15; nth++) {
            things.amend(ids.get(nth % 5), "2090-06-0" + (1 + nth / 5), "name", "name " + nth);
        }
        RealServers.current().untilSettled();
        var check = new TrailCheck();
        var seen = 0;
        var page = RestAssured.get("/audit?limit=7");
        var total = page.jsonPath().getLong("total");
        while (true) {
            for (var entry : nodes(page.asString())) {
                assertThat(check.add(entry)).isEmpty();
                seen++;
            }
            var link = page.getHeader("Link");
            if (link == null) {
                break;
            }
            page = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get(link.substring(link.indexOf('<') + 1, link.indexOf('>')));
        }

        assertThat(seen).isGreaterThanOrEqualTo((int) total);
        assertThat(check.chains()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aTimeIsAskedForFromItsBeginningUntilBeforeItsEnd() {
        var id = things.establish("2090-01-01", "name", "at first");
        things.amend(id, "2090-06-01", "name", "later");
        var second = audit("aggregate=thing&id=" + id).getLast().path("at").asText();

        assertThat(audit("aggregate=thing&id=" + id + "&from=" + second)).hasSize(1);
        assertThat(audit("aggregate=thing&id=" + id + "&until=" + second)).hasSize(1);
        assertThat(audit("aggregate=nothing")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefused() {
        RestAssured.get("/audit?id=7").then().statusCode(400).body("detail", containsString("aggregate"));
        for (var cursor : List.of("x", "x~y~1~z", "2026-01-01T00:00:00Z~y~z~1", "2026-01-01T00:00:00Z~y~1")) {
            RestAssured.get("/audit?after=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("violations[0].parameter", equalTo("after"));
        }
        RestAssured.get("/audit?limit=501").then().statusCode(400);
        RestAssured.get("/audit?actor=x").then().statusCode(400);
        RestAssured.get("/audit?after=2999-01-01T00:00:00Z~y~1~a~b")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private List<JsonNode> audit(String query) {
        RealServers.current().untilSettled();
        return nodes(RestAssured.get("/audit?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private List<JsonNode> nodes(String answer) {
        return node(answer).path("items").valueStream().toList();
    }

    private JsonNode node(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
