package city.planofrecord.chassis.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.ThingResource;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

@QuarkusTest
@TestProfile(ThingService.class)
class RequestIdsIT {

    private static final String SENT = "3f2b8c1e-9d4a-4c6f-8b7e-1a2b3c4d5e6f";

    @Inject
    Things things;

    @Test
    void everyAnswerBearsTheIdAlsoOneThatNobodyIsLoggedInForOrThatIsNowhere() {
        for (var path : List.of("/things/" + UUID.randomUUID(), "/audit?x=y", "/nowhere", "/q/health/live")) {
            given().header("X-Request-Id", SENT).get(path).then().header("X-Request-Id", is(SENT));
            given().get(path).then().header("X-Request-Id", matchesPattern("[0-9a-f]{32}"));
        }
        given().header("X-Request-Id", "Pat Rivera")
                .get("/nowhere")
                .then()
                .header("X-Request-Id", not("Pat Rivera"))
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void theEntryBearsTheIdThatWasAnswered() {
        var id = things.establish("2090-01-01", "name", "at first");
        var answered = amended(given(), id, 1);

        given().get("/audit?aggregate=thing&id=" + id)
                .then()
                .body("items[1].request", is(answered))
                .body("items[1].containsKey('trace')", is(false));
    }

    @Test
    void anIdOfItsOwnStandsBesideTheTraceThatTheRequestBelongsTo() {
        var id = things.establish("2090-01-01", "name", "at first");
        amended(
                given().header("X-Request-Id", "1122334455667788")
                        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                id,
                1);
        amended(given().header("X-Request-Id", SENT), id, 2);

        given().get("/audit?aggregate=thing&id=" + id)
                .then()
                .body("items[1].request", is("1122334455667788"))
                .body("items[1].trace", is("0af7651916cd43dd8448eb211c80319c"))
                .body("items[2].request", is(SENT))
                .body("items[2].trace", is(SENT.replace("-", "")));
    }

    @Test
    void eachLineOfTheLogSaysForWhichRequestItIs() {
        var logged = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (String.valueOf(line.getMessage()).equals("A thing is asked for")) {
                    logged.add(String.valueOf(ExtLogRecord.wrap(line).getMdc(RequestIds.LOGGED)));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger(ThingResource.class.getName());
        logger.setLevel(Level.FINE);
        logger.addHandler(handler);
        try {
            var first = given().header("X-Request-Id", SENT).get("/things/" + UUID.randomUUID());
            var second = given().get("/things/" + UUID.randomUUID());
            assertThat(logged).containsExactly(SENT, second.getHeader("X-Request-Id"));
            assertThat(first.getHeader("X-Request-Id")).isEqualTo(SENT);
        } finally {
            logger.removeHandler(handler);
        }
    }

    private static String amended(RequestSpecification request, UUID id, int revision) {
        var answered = request.header("If-Match", "\"" + revision + "\"")
                .contentType("application/json")
                .body("""
                        { "effectiveFrom": "2090-06-0%d", "set": { "name": "later %d" }, "reason": "Changed",
                          "authority": { "kind": "ORDINANCE", "citation": "Ordinance 7" } }""".formatted(revision, revision))
                .post("/things/" + id + "/amendments")
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");
        RealServers.current().untilSettled();
        return answered;
    }
}
