package city.planofrecord.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import city.planofrecord.chassis.testing.Bearer;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.thing.ThingService;
import city.planofrecord.chassis.thing.Things;

/** What a key of idempotency opens to those who have found, guessed or kept it: nothing. */
@QuarkusTest
@TestProfile(ThingService.class)
class ReplayedKeysIT {

    @Inject
    Things things;

    private static Response amend(String caller, UUID id, String key, String revision) {
        return given().contentType("application/json")
                .header("Authorization", caller)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + revision + "\"")
                .body("""
                        {"effectiveFrom": "2031-01-01", "set": {"name": "b"}, "reason": "Changed",
                         "authority": {"kind": "ORDINANCE", "citation": "Ordinance 7"}}
                        """)
                .post("/things/" + id + "/amendments");
    }

    private static String caller(String subject) {
        return "Bearer " + RealServers.current().issuer().token(subject, "analyst");
    }

    @Test
    void anotherCallerIsNotGivenTheAnswer() {
        var id = things.establish("2030-01-01", "name", "a");
        var key = UUID.randomUUID().toString();
        amend(caller("ann"), id, key, "1").then().statusCode(200);

        amend(caller("bob"), id, key, "1").then().statusCode(412);
        amend(Bearer.NONE, id, key, "1").then().statusCode(412);
        amend(Bearer.NONE, id, "ann" + key, "1").then().statusCode(412);
        amend(caller("ann"), id, key, "1").then().statusCode(200);
        assertThat(things.ledger().revision(id, null)).isEqualTo(2);
    }

    @Test
    void theKeyOfOneThingIsNoneForAnother() {
        var one = things.establish("2030-01-01", "name", "a");
        var other = things.establish("2030-01-01", "name", "a");
        var key = UUID.randomUUID().toString();
        amend(caller("ann"), one, key, "1").then().statusCode(200);

        amend(caller("ann"), other, key, "1").then().statusCode(422).body("type", endsWith("/problems/key-reused"));
        assertThat(things.ledger().revision(other, null)).isEqualTo(1);
    }

    @Test
    void aReplayAfterFurtherChangesAnswersAsAtFirstAndChangesNothing() {
        var id = things.establish("2030-01-01", "name", "a");
        var key = UUID.randomUUID().toString();
        var first = amend(caller("ann"), id, key, "1");
        things.amend(id, "2032-01-01", "name", "meanwhile");

        var again = amend(caller("ann"), id, key, "3");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(things.ledger().revision(id, null)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "';drop/**/table/**/idempotent_answer;--",
                "..%2f..%2fetc%2fpasswd",
                "${jndi:ldap://127.0.0.1/a}",
                "%00%0d%0a"
            })
    void whatLooksLikeACommandIsAKeyLikeAnyOther(String text) {
        var id = things.establish("2030-01-01", "name", "a");
        var key = text + UUID.randomUUID();
        var first = amend(caller("ann"), id, key, "1");

        first.then().statusCode(200);
        assertThat(amend(caller("ann"), id, key, "1").asString()).isEqualTo(first.asString());
        assertThat(things.ledger().revision(id, null)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "\u00FC"})
    void whatIsNoKeyIsRefused(String key) {
        var id = things.establish("2030-01-01", "name", "a");

        amend(caller("ann"), id, key, "1").then().statusCode(400);
        amend(caller("ann"), id, "k".repeat(201), "1").then().statusCode(400);
        assertThat(things.ledger().revision(id, null)).isEqualTo(1);
    }
}
