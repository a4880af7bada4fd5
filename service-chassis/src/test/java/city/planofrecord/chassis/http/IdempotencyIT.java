package city.planofrecord.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.thing.OpenWriter;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

@QuarkusTest
@TestProfile(ThingService.class)
class IdempotencyIT {

    @Inject
    Things things;

    @Inject
    DataSource database;

    @Inject
    Jdbi jdbi;

    private static Response amend(UUID id, String key, String name) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .body("""
                        {"effectiveFrom": "2031-01-01", "set": {"name": "%s"}, "reason": "Changed",
                         "authority": {"kind": "ORDINANCE", "citation": "Ordinance 7"}}
                        """.formatted(name))
                .post("/things/" + id + "/amendments");
    }

    private boolean somebodyWaitsForALock() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock')")
                .mapTo(Boolean.class)
                .one());
    }

    @Test
    void theSameRequestInFlightIsAConflictAndHasTheSameAnswerAfterwards() throws Exception {
        var id = things.establish("2030-01-01", "name", "a");
        var key = UUID.randomUUID().toString();
        CompletableFuture<Response> first;
        try (var _ = OpenWriter.on(database, id)) {
            first = CompletableFuture.supplyAsync(() -> amend(id, key, "b"));
            await().until(this::somebodyWaitsForALock);

            amend(id, key, "b").then().statusCode(409).body("type", endsWith("/problems/in-flight"));
        }
        first.join().then().statusCode(200);

        var again = amend(id, key, "b");

        again.then().statusCode(200);
        assertThat(again.asString()).isEqualTo(first.join().asString());
        assertThat(again.header("ETag")).isEqualTo(first.join().header("ETag"));
        assertThat(things.ledger().revision(id, null)).isEqualTo(2);
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() {
        var id = things.establish("2030-01-01", "name", "a");
        var key = UUID.randomUUID().toString();
        amend(id, key, "b").then().statusCode(200);

        amend(id, key, "c").then().statusCode(422).body("type", endsWith("/problems/key-reused"));
        assertThat(things.ledger().revision(id, null)).isEqualTo(2);
    }

    @Test
    void aRefusedRequestLeavesItsKeyUnused() {
        var id = things.establish("2030-01-01", "name", "a");
        var key = UUID.randomUUID().toString();
        things.amend(id, "2030-06-01", "name", "meanwhile");
        amend(id, key, "b").then().statusCode(412);

        amend(id, key, "c").then().statusCode(412);
    }
}
