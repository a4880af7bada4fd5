package city.planofrecord.classification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.EventContracts;
import city.planofrecord.chassis.testing.contract.OpenApiContract;

/** What the service tells and answers, against the contracts that are kept in the documentation. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class ContractsIT {

    private static final Set<String> TYPES = Set.of(
            "job-class.changed.v1",
            "job-class.effective.v1",
            "job-class.state.v1",
            "notice-batch.accepted.v1",
            "notice-batch.rejected.v1",
            "notice-batch.applied.v1");

    private final EventContracts contracts = new EventContracts();

    @Inject
    Jdbi jdbi;

    /** An event as it stands in the outbox. */
    private record Told(String type, String data) {}

    private List<Told> told() {
        return jdbi.withHandle(handle -> handle.createQuery("select type, payload from outbox")
                .map((rs, _) -> new Told(rs.getString(1), rs.getString(2)))
                .list());
    }

    private static OpenApiContract openApi() {
        return new OpenApiContract(
                "classification-service",
                given().queryParam("format", "json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void everythingThatIsToldKeepsToItsSchema() {
        tellSomethingOfEveryType();

        await().untilAsserted(() -> assertThat(told()).extracting(Told::type).containsAll(TYPES));
        assertThat(told())
                .allSatisfy(event ->
                        assertThat(contracts.faults(event.type(), event.data())).isEmpty());
    }

    @Test
    void noPromiseIsBrokenThatWasNotDeclaredSo() {
        var contract = openApi();
        assertThat(contract.undeclaredBreakingChanges())
                .as(contract.howToDeclare())
                .isEmpty();
    }

    @Test
    void theKeptDocumentIsTheOneThatTheServiceAnswers() {
        var contract = openApi();
        assertThat(contract.isKept())
                .as("The service answers another document than is kept; where it breaks nothing, "
                        + contract.howToKeep())
                .isTrue();
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItFails() {
        assertThat(openApi().gaps()).isEmpty();
    }

    private static void tellSomethingOfEveryType() {
        var code = "K" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        var id = post("/job-classes", """
                {"jobCode": "%s", "title": "Records Clerk", "effectiveFrom": "2005-12-01", %s}""".formatted(code, BY))
                .statusCode(201)
                .extract()
                .<String>path("id");
        act(code, "amendments", """
                {"effectiveFrom": "2011-04-10", "set": {"title": "Records Assistant", "flsaStatus": "NON_EXEMPT"}, %s}""");
        act(code, "corrections", """
                {"effectiveFrom": "2006-01-01", "effectiveUntil": "2006-02-01", "set": {"title": "Clerk"}, %s}""");
        var later = act(code, "amendments", """
                {"effectiveFrom": "2190-01-01", "set": {"title": "Never"}, %s}""").<String>path("recorded.id");
        act(code, "cancellations", "{\"act\": \"" + later + "\", %s}");
        decide("C1", id, code);
        decide("C2", UUID.randomUUID().toString(), "NOSUCH");
    }

    private static void decide(String number, String id, String code) {
        var step = """
                "number": "%s", "edition": 1, "batch": "%s", "try": 1""".formatted(number, UUID.randomUUID());
        Events.tell("notices", number, "notice.decided.v1", Events.json("""
                {%s, "decidedOn": "2011-04-07", "reason": "Approved",
                 "authority": {"kind": "NOTICE", "notice": "%s", "citation": "Notice", "decidedOn": "2011-04-07"},
                 "items": [{"item": 1, "kind": "ABOLISH", "effectiveFrom": "2012-01-01",
                            "jobClass": {"id": "%s", "jobCode": "%s", "set": {}}}]}
                """.formatted(step, number, id, code)));
        if (number.equals("C1")) {
            Events.tell("notices", number, "notice.confirmed.v1", Events.json("{" + step + "}"));
        }
    }

    private static ExtractableResponse<Response> act(String code, String act, String body) {
        var etag = given().queryParam("asOf", "2011-05-01")
                .get("/job-classes/" + code)
                .header("ETag");
        return given().contentType("application/json")
                .header("If-Match", etag)
                .body(body.formatted(BY))
                .post("/job-classes/" + code + "/" + act)
                .then()
                .statusCode(200)
                .extract();
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    private static final String BY = """
            "authority": {"kind": "ORDINANCE", "citation": "Ordinance 12", "decidedOn": "2005-01-01"}, "reason": "A test\"""";
}
