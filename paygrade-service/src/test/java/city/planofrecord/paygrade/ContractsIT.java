package city.planofrecord.paygrade;

import static city.planofrecord.paygrade.testing.Opening.BY;
import static io.restassured.RestAssured.given;

import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jdbi.v3.core.Jdbi;

import city.planofrecord.chassis.testing.Events;
import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.chassis.testing.contract.ServiceContracts;
import city.planofrecord.paygrade.testing.Classes;
import city.planofrecord.paygrade.testing.Opening;

/** What the service tells and answers, against the contracts that are kept in the documentation. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "paygrade"))
class ContractsIT extends ServiceContracts {

    @Inject
    Jdbi jdbi;

    ContractsIT() {
        super(
                "paygrade-service",
                Set.of(
                        "pay-schedule.changed.v1",
                        "pay-grade.changed.v1",
                        "pay-grade.effective.v1",
                        "pay-grade.state.v1",
                        "grade-assignment.changed.v1",
                        "grade-assignment.effective.v1",
                        "grade-assignment.state.v1",
                        "notice-batch.accepted.v1",
                        "notice-batch.rejected.v1",
                        "notice-batch.applied.v1"));
    }

    @Override
    protected Jdbi jdbi() {
        return jdbi;
    }

    @Override
    protected void tellSomethingOfEveryType() {
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
