package city.planofrecord.notice.correspondence;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.notice.personaldata.KeyRing;
import city.planofrecord.notice.testing.CityTime;
import city.planofrecord.notice.testing.OpenNotices;
import city.planofrecord.notice.testing.PersonalDataKept;
import city.planofrecord.notice.testing.Registers;
import city.planofrecord.notice.testing.SpecificationReader;
import city.planofrecord.notice.testing.Writers;

@QuarkusTest
@TestProfile(PersonalDataKept.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "notice"))
@QuarkusTestResource(SpecificationReader.class)
class KeyReplacedIT {

    private static Registers registers;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @BeforeAll
    static void begin() {
        registers = new Registers();
        registers.tellClass("KR2154", "3-1-1 Agent", "2005-12-01");
    }

    @AfterAll
    static void end() throws InterruptedException {
        RealServers.current().clock().real();
        registers.close();
    }

    @Test
    void whatTheFormerKeyWrapsIsWrappedByThePresentOneAndOpens() {
        CityTime.set(clock, "2011-03-30T10:00:00");
        OpenNotices.post("KR1", "KR2154");
        Writers.comment("KR1", "Ann Early", "Before the key was replaced.").statusCode(201);
        var id = get("/notices/KR1/comment-register").then().extract().<String>path("items[0].id");
        asSealedBefore(UUID.fromString(id), new Contact("Ann Early", null, "ann.early@example.org"));
        Writers.comment("KR1", "ann early", "And after.").statusCode(201);

        await().untilAsserted(() -> get("/personal-data/keys")
                .then()
                .statusCode(200)
                .body("keys.key", equalTo(List.of("only-local-present")))
                .body("keys.seals", everyItem(is(true))));

        get("/notices/KR1/comment-register/" + id + "/writer")
                .then()
                .statusCode(200)
                .body("name", equalTo("Ann Early"))
                .body("address", equalTo("ann.early@example.org"));
        get("/notices/KR1/recipients").then().body("items.name", equalTo(List.of("Ann Early")));
    }

    private void asSealedBefore(UUID id, Contact contact) {
        var seal = new ContactSeal(KeyRing.of(PersonalDataKept.FORMER_KEY));
        var sealed = seal.seal(id, contact);
        RealServers.current()
                .asSuperuser("update personal_data set sealed = '\\x"
                        + HexFormat.of().formatHex(sealed.text()) + "' where submission_id = '" + id + "'");
        jdbi.useTransaction(handle -> {
            handle.createUpdate("update personal_data_key set key_id = :key, wrapped_key = :wrapped,"
                            + " pseudonym = :pseudonym where submission_id = :id")
                    .bind("key", sealed.keyId())
                    .bind("wrapped", sealed.wrappedKey())
                    .bind("pseudonym", seal.pseudonym("KR1", contact))
                    .bind("id", id)
                    .execute();
        });
    }
}
