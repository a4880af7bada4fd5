package city.planofrecord.paygrade;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.EventContracts;
import city.planofrecord.chassis.testing.contract.OpenApiContract;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** What the service tells and answers, against the contracts that are kept in the documentation. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class ContractsIT {

    private static final Set<String> TYPES = Set.of(
            "pay-schedule.changed.v1",
            "pay-grade.changed.v1",
            "pay-grade.effective.v1",
            "pay-grade.state.v1",
            "grade-assignment.changed.v1",
            "grade-assignment.effective.v1",
            "grade-assignment.state.v1",
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
                "paygrade-service",
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
        Opening.schedule("K");
        Opening.grade("701-K", "2005-12-01", "1000.00", "2000.00");
        Opening.grade("702-K", "2005-12-01", "1100.00", "2200.00");
        act("/pay-grades/701-K", """
                {"effectiveFrom": "2012-01-01", "set": {"range": {"minimum": "1010.00", "maximum": "2020.00"}}, %s}""");
        var id = Classes.known("KC1001");
        given().contentType("application/json")
                .body("""
                        {"jobCode": "KC1001", "grade": "701-K", "effectiveFrom": "2010-01-01", %s}""".formatted(BY))
                .post("/grade-assignments")
                .then()
                .statusCode(201);
        act("/grade-assignments/KC1001", """
                {"effectiveFrom": "2011-04-10", "set": {"grade": "702-K"}, %s}""");
        decide("K1", "ABOLISH", id, "KC1001");
        decide("K2", "ABOLISH_GRADE", UUID.randomUUID(), "");
    }

    private static void act(String path, String body) {
        given().contentType("application/json")
                .header("If-Match", given().get(path).header("ETag"))
                .body(body.formatted(BY))
                .post(path + "/amendments")
                .then()
                .statusCode(200);
    }

    private static void decide(String number, String kind, UUID id, String code) {
        var step = """
                "number": "%s", "edition": 1, "batch": "%s", "try": 1""".formatted(number, UUID.randomUUID());
        var thing = code.isEmpty()
                ? "\"payGrade\": {\"id\": \"%s\"}".formatted(id)
                : "\"jobClass\": {\"id\": \"%s\", \"jobCode\": \"%s\", \"set\": {}}".formatted(id, code);
        Events.tell("notices", number, "notice.decided.v1", Events.json("""
                {%s, "decidedOn": "2011-04-07", "reason": "Approved",
                 "authority": {"kind": "NOTICE", "notice": "%s", "citation": "Notice", "decidedOn": "2011-04-07"},
                 "items": [{"item": 1, "kind": "%s", "effectiveFrom": "2012-01-01", %s}]}
                """.formatted(step, number, kind, thing)));
        if (!code.isEmpty()) {
            Events.tell("notices", number, "notice.confirmed.v1", Events.json("{" + step + "}"));
        }
    }
}
