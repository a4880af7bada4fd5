package city.planofrecord.chassis.time;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.OpenWriter;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

@QuarkusTest
@TestProfile(ThingService.class)
class HorizonIT {

    @Inject
    Things things;

    @Inject
    Horizon horizon;

    @Inject
    DataSource database;

    private OpenWriter openWriter(UUID id) {
        try {
            return OpenWriter.on(database, id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse asKnownAt(UUID id, Instant knownAt) {
        return given().queryParam("asOf", "2030-01-01")
                .queryParam("knownAt", knownAt.toString())
                .get("/things/" + id)
                .then();
    }

    @Test
    void whatWasKnownAfterAnOpenWriteBeganIsNotSettledAndTheAnswerNamesTheHorizon() throws Exception {
        var id = things.establish("2030-01-01", "name", "a");
        try (var _ = OpenWriter.on(database, id)) {
            var after = things.now();
            var settled = horizon.settled();

            assertThat(settled).isBefore(after);
            var refused = asKnownAt(id, after)
                    .statusCode(400)
                    .body("type", endsWith("/problems/unsettled"))
                    .body("violations[0].parameter", is("knownAt"));
            // Other writes may end between two looks, so that the horizon moves on, though never past the one still
            // open.
            var expected = refused.extract().jsonPath().getString("violations[0].expected");
            var named = Instant.parse(expected.replace("before ", ""));
            assertThat(named).isAfterOrEqualTo(settled).isBefore(after);
            refused.body("detail", containsString(named.toString()));
            asKnownAt(id, named.minusNanos(1000)).statusCode(200);
        }
    }

    @Test
    void whatWasKnownBeforeTheOldestOpenWriteBeganIsAnswered() throws Exception {
        var id = things.establish("2030-01-01", "name", "a");
        var before = things.now();
        RealServers.current().untilSettled();
        try (var _ = OpenWriter.on(database, id)) {
            asKnownAt(id, before).statusCode(200).body("image.name", is("a"));
        }
    }

    @Test
    void theHorizonMovesOnWhenTheWriteIsOver() throws Exception {
        var id = things.establish("2030-01-01", "name", "a");
        Instant after;
        try (var _ = OpenWriter.on(database, id)) {
            after = things.now();
        }

        var over = after;
        await().untilAsserted(() -> assertThat(horizon.settled()).isAfter(over));
    }

    @Test
    void theFutureIsNotSettled() {
        var id = things.establish("2030-01-01", "name", "a");

        asKnownAt(id, Instant.now().plus(Duration.ofHours(1))).statusCode(400);
    }

    @Test
    void askedTwiceInOneTransactionTheHorizonSeesAWriteThatBeganInBetween() throws Exception {
        var id = things.establish("2030-01-01", "name", "a");
        QuarkusTransaction.begin();
        horizon.settled();
        var writer = CompletableFuture.supplyAsync(() -> openWriter(id)).join();
        var after = things.now();
        var settled = horizon.settled();
        QuarkusTransaction.rollback();
        writer.close();

        assertThat(settled).isBefore(after);
    }
}
